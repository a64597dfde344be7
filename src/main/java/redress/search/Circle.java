package redress.search;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;

/**
 * Two sets of complaints as documents of the index: of the complaints that were named those that the index knows, that
 * tell something in words and that the asker may see. The policy is asked of the index again, although who names
 * complaints has asked it of their rows before.
 *
 * @param here the documents of the one set
 * @param elsewhere those of the other, less what is in the first
 */
record Circle(FixedBitSet here, FixedBitSet elsewhere) {

    /** The documents of these complaints. */
    static Circle of(IndexSearcher searcher, Sight sight, Set<Long> here, Set<Long> elsewhere) throws IOException {
        int size = Math.max(1, searcher.getIndexReader().maxDoc());
        Circle circle = new Circle(new FixedBitSet(size), new FixedBitSet(size));
        searcher.search(Questions.seen(sight), new Sorting(circle, here, elsewhere));
        return circle;
    }

    /** The documents of these complaints and, elsewhere, everything else that may be seen, with or without words. */
    static Circle around(IndexSearcher searcher, Sight sight, Set<Long> here) throws IOException {
        int size = Math.max(1, searcher.getIndexReader().maxDoc());
        Circle circle = new Circle(new FixedBitSet(size), new FixedBitSet(size));
        searcher.search(Questions.seen(sight), new Sorting(circle, here, null));
        return circle;
    }

    /** The documents of one segment that are in either set. */
    FixedBitSet both(LeafReaderContext leaf) {
        FixedBitSet both = of(here, leaf);
        both.or(of(elsewhere, leaf));
        return both;
    }

    /** The documents of one segment that are in a set, by their numbers there. */
    static FixedBitSet of(FixedBitSet documents, LeafReaderContext leaf) {
        FixedBitSet own = new FixedBitSet(Math.max(1, leaf.reader().maxDoc()));
        int end = Math.min(documents.length(), leaf.docBase + leaf.reader().maxDoc());
        int doc = leaf.docBase < end ? documents.nextSetBit(leaf.docBase, end) : DocIdSetIterator.NO_MORE_DOCS;
        while (doc != DocIdSetIterator.NO_MORE_DOCS) {
            own.set(doc - leaf.docBase);
            doc = doc + 1 < end ? documents.nextSetBit(doc + 1, end) : DocIdSetIterator.NO_MORE_DOCS;
        }
        return own;
    }

    private static final class Sorting extends SimpleCollector {

        private final Circle circle;
        private final Set<Long> here;
        private final @Nullable Set<Long> elsewhere;
        private int base;
        private NumericDocValues ids = DocValues.emptyNumeric();
        private BinaryDocValues told = DocValues.emptyBinary();

        Sorting(Circle circle, Set<Long> here, @Nullable Set<Long> elsewhere) {
            this.circle = circle;
            this.here = here;
            this.elsewhere = elsewhere;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            base = leaf.docBase;
            ids = DocValues.getNumeric(leaf.reader(), Documents.ID_VALUE);
            told = DocValues.getBinary(leaf.reader(), Documents.SIGNATURE);
        }

        @Override
        public void collect(int doc) throws IOException {
            if (!ids.advanceExact(doc)) {
                return;
            }
            Long id = ids.longValue();
            boolean own = here.contains(id);
            boolean wanted = own || elsewhere == null || elsewhere.contains(id);
            if (wanted && (elsewhere == null || told.advanceExact(doc))) {
                (own ? circle.here() : circle.elsewhere()).set(base + doc);
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
