package redress.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Documents of a segment that stand side by side, which one thread looks through: an index is one large segment and
 * some small ones nearly always, of which no two threads can have half each.
 *
 * @param context the segment
 * @param from the number of the first document
 * @param to the number behind the last
 */
record Stretch(LeafReaderContext context, int from, int to) {

    /** Fewer documents are not worth to be shared out. */
    private static final int FEW = 500;

    /** All of a segment. */
    static Stretch all(LeafReaderContext context) {
        return new Stretch(context, 0, context.reader().maxDoc());
    }

    /** Two parts with as many documents each; one where there are few. */
    static List<List<Stretch>> halves(List<LeafReaderContext> segments) {
        List<Stretch> first = new ArrayList<>();
        List<Stretch> second = new ArrayList<>();
        int all =
                segments.stream().mapToInt(segment -> segment.reader().maxDoc()).sum();
        int left = all < FEW ? all : all / 2;
        for (LeafReaderContext segment : segments) {
            int size = segment.reader().maxDoc();
            int cut = Math.min(left, size);
            left -= cut;
            if (cut > 0) {
                first.add(new Stretch(segment, 0, cut));
            }
            if (cut < size) {
                second.add(new Stretch(segment, cut, size));
            }
        }
        return second.isEmpty() ? List.of(first) : List.of(first, second);
    }

    /** How many documents the segment has, deleted ones among them. */
    int segment() {
        return context.reader().maxDoc();
    }

    /** About how many of so many documents of the segment are in here. */
    long share(long many) {
        return many * (to - from) / Math.max(1, segment());
    }

    /** Those of the documents, none of which was read so far, that are in here. */
    void put(DocIdSetIterator documents, FixedBitSet into) throws IOException {
        if (documents.advance(from) < to) {
            documents.intoBitSet(to, into, 0);
        }
    }

    /** Takes out what is not among the documents; null where there are none of them in the segment. */
    void keep(@Nullable Scorer documents, FixedBitSet of) throws IOException {
        FixedBitSet kept = new FixedBitSet(segment());
        if (documents != null) {
            put(documents.iterator(), kept);
        }
        of.and(kept);
    }
}
