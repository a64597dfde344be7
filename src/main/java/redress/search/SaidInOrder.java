package redress.search;

import java.io.IOException;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * What the documents of one segment say in one field, word after word, as {@link Said} knows the words: each is its
 * place among those of the segment. Two bytes a word, three where the segment has more than 65,536 of them.
 */
final class SaidInOrder {

    private static final int BYTES_A_DOCUMENT = 4;
    private static final int SHORT = 1 << Character.SIZE;

    private final int[] starts;
    private final char[] low;
    private final byte @Nullable [] high;

    private SaidInOrder(int[] starts, char[] low, byte @Nullable [] high) {
        this.starts = starts;
        this.low = low;
        this.high = high;
    }

    /** The memory that it takes, in bytes. */
    static long bytes(Said said) {
        return BYTES_A_DOCUMENT * (long) said.documents() + (said.words() > SHORT ? 3 : 2) * said.length();
    }

    /** Reads where the words stand; empty unless one stands at each place of a document, from the first to the last. */
    static Optional<SaidInOrder> read(LeafReader reader, String field, Said said) throws IOException {
        int[] starts = new int[said.documents() + 1];
        for (int doc = 0; doc < said.documents(); doc++) {
            starts[doc + 1] = starts[doc] + said.length(doc);
        }
        int size = starts[starts.length - 1];
        SaidInOrder order = new SaidInOrder(starts, new char[size], said.words() > SHORT ? new byte[size] : null);
        return order.fill(new Said.Walk(reader, field)) ? Optional.of(order) : Optional.empty();
    }

    private boolean fill(Said.Walk walk) throws IOException {
        FixedBitSet filled = new FixedBitSet(Math.max(1, low.length));
        while (walk.next() != null) {
            PostingsEnum with = walk.documents(PostingsEnum.POSITIONS);
            for (int doc = with.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = with.nextDoc()) {
                for (int i = with.freq(); i > 0; i--) {
                    int position = with.nextPosition();
                    if (position >= length(doc) || filled.getAndSet(starts[doc] + position)) {
                        return false;
                    }
                    put(starts[doc] + position, walk.place());
                }
            }
        }
        return true;
    }

    private void put(int at, int place) {
        low[at] = (char) place;
        if (high != null) {
            high[at] = (byte) (place >>> Character.SIZE);
        }
    }

    /** How many words a document has, each as often as it stands there. */
    int length(int doc) {
        return starts[doc + 1] - starts[doc];
    }

    /** Tells at which positions a document has one of the words that are marked by their places. */
    void each(int doc, boolean[] marked, IntConsumer position) {
        int start = starts[doc];
        int end = starts[doc + 1];
        if (high != null) {
            for (int i = 0; i < end - start; i++) {
                if (marked[word(doc, i)]) {
                    position.accept(i);
                }
            }
            return;
        }
        for (int at = start; at < end; at++) {
            if (marked[low[at]]) {
                position.accept(at - start);
            }
        }
    }

    /** The place, among the words of the segment, of one of the words of a document. */
    int word(int doc, int position) {
        int at = starts[doc] + position;
        return high == null ? low[at] : (high[at] & 0xff) << Character.SIZE | low[at];
    }
}
