package redress.search;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;

/** Carries what the source tells into a generation: step by step along the ledger, or all complaints at once. */
final class Feed {

    /** How many steps or complaints are taken at once: what of them is in memory stays small. */
    static final int BATCH = 400;

    /** After so many batches what was put is let be seen, since a build remembers until then what it was. */
    static final int REFRESHED_AFTER = 50;

    private final Source source;
    private OptionalLong shared = OptionalLong.empty();

    Feed(Source source) {
        this.source = source;
    }

    /**
     * The last position at which a batch wrote something else than complaints, such as postings or units, while there
     * were complaints; empty for none since this was last asked. What complaints say of these is then as it was.
     */
    OptionalLong shared() {
        OptionalLong told = shared;
        shared = OptionalLong.empty();
        return told;
    }

    /** The last position there is. */
    long end() {
        return source.end().getAsLong();
    }

    /** The mark of the country's lists as they are now. */
    String lists() {
        return source.lists().get();
    }

    /** Takes the next steps; returns how many there were. The position moves only after all of them are in. */
    int follow(Build generation) throws IOException {
        List<Source.Step> steps = source.after().apply(generation.position(), BATCH);
        if (steps.isEmpty()) {
            return 0;
        }
        Set<Long> changed = new LinkedHashSet<>();
        for (Source.Step step : steps) {
            step.complaint().ifPresent(changed::add);
            if (step.erased()) {
                generation.erase(step.complaint().getAsLong());
            }
            if (step.batch().isPresent()) {
                long batch = step.batch().getAsLong();
                if (source.batchIds().next(batch, Long.MIN_VALUE, 1).isEmpty()) {
                    sharedChanged(step.position());
                }
                pages(generation, after -> source.batchIds().next(batch, after, BATCH), () -> true);
            }
        }
        if (!changed.isEmpty()) {
            generation.replace(changed, source.read().apply(changed));
        }
        generation.reached(steps.get(steps.size() - 1).position());
        return steps.size();
    }

    private void sharedChanged(long position) {
        source.renew().run();
        if (!source.ids().apply(Long.MIN_VALUE, 1).isEmpty()) {
            shared = OptionalLong.of(position);
        }
    }

    /**
     * Fills an empty generation with every complaint. The position is the ledger's end before the first was read: what
     * changes meanwhile is taken again by {@link #follow}. So is the mark of the lists from before they were read.
     * Returns false when {@code goOn} said no.
     */
    boolean fill(Build generation, BooleanSupplier goOn) throws IOException {
        long from = end();
        generation.madeBy(lists());
        source.renew().run();
        if (!pages(generation, after -> source.ids().apply(after, BATCH), goOn)) {
            return false;
        }
        generation.reached(from);
        return true;
    }

    private boolean pages(Build generation, LongFunction<List<Long>> next, BooleanSupplier goOn) throws IOException {
        List<Long> ids = next.apply(Long.MIN_VALUE);
        for (int taken = 1; !ids.isEmpty(); taken++) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            generation.replace(ids, source.read().apply(ids));
            if (taken % REFRESHED_AFTER == 0) {
                generation.refresh();
            }
            ids = next.apply(ids.get(ids.size() - 1));
        }
        return true;
    }
}
