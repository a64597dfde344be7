package redress.search;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the follower reads from: the order of what happened, and the complaints as they are now.
 *
 * @param after the steps after a position, in order, at most so many
 * @param end the last position there is, -1 for none
 * @param read the complaints with these ids; what does not exist is left out
 * @param ids the next ids after one, in order, at most so many
 * @param batchIds the same for one import batch
 * @param renew reads anew what many complaints share: units with what is above them, names, places
 * @param lists the mark of the country's lists as they are now: another one whenever something in them is said
 *     otherwise, which is no act of the ledger
 */
record Source(
        BiFunction<Long, Integer, List<Step>> after,
        LongSupplier end,
        Function<Collection<Long>, List<ComplaintSheet>> read,
        BiFunction<Long, Integer, List<Long>> ids,
        BatchIds batchIds,
        Runnable renew,
        Supplier<String> lists) {

    /** One that keeps nothing that many complaints share. */
    Source(
            BiFunction<Long, Integer, List<Step>> after,
            LongSupplier end,
            Function<Collection<Long>, List<ComplaintSheet>> read,
            BiFunction<Long, Integer, List<Long>> ids,
            BatchIds batchIds) {
        this(after, end, read, ids, batchIds, () -> {}, () -> "");
    }

    /** The next ids of one import batch. */
    @FunctionalInterface
    interface BatchIds {
        List<Long> next(long batch, long after, int limit);
    }

    /**
     * One act as the index sees it.
     *
     * @param position its place in the ledger
     * @param complaint the complaint that it changed, if it changed one
     * @param batch the import batch that it wrote, if it wrote one
     * @param erased whether something of the complaint was erased, of which nothing may be left on disk
     */
    record Step(long position, OptionalLong complaint, OptionalLong batch, boolean erased) {

        /** An act that changed no complaint. */
        static Step idle(long position) {
            return new Step(position, OptionalLong.empty(), OptionalLong.empty(), false);
        }

        /** An act that changed one complaint. */
        static Step changed(long position, long complaint) {
            return new Step(position, OptionalLong.of(complaint), OptionalLong.empty(), false);
        }

        /** An act that took away a part of one complaint for good. */
        static Step erased(long position, long complaint) {
            return new Step(position, OptionalLong.of(complaint), OptionalLong.empty(), true);
        }

        /** An act that wrote a batch of complaints. */
        static Step imported(long position, long batch) {
            return new Step(position, OptionalLong.empty(), OptionalLong.of(batch), false);
        }
    }
}
