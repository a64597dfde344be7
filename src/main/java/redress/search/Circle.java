package redress.search;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
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
    static Circle of(IndexSearcher searcher, Sight sight, Set<Long> here, Others elsewhere, Lexicon lexicon)
            throws IOException {
        FixedBitSet seen = seen(searcher, sight);
        FixedBitSet own = new FixedBitSet(seen.length());
        FixedBitSet others = new FixedBitSet(seen.length());
        FixedBitSet leftOut = new FixedBitSet(seen.length());
        FixedBitSet telling = new FixedBitSet(seen.length());
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Whose whose = lexicon.whose(leaf.reader());
            here.forEach(id -> whose.mark(id, own, leaf.docBase));
            elsewhere.without().forEach(id -> whose.mark(id, leftOut, leaf.docBase));
            put(elsewhere.among().in(leaf.reader(), lexicon), leaf, others);
            put(whose.telling(), leaf, telling);
        }
        seen.and(telling);
        own.and(seen);
        others.and(seen);
        others.andNot(leftOut);
        others.andNot(own);
        return new Circle(own, others);
    }

    /** The documents of these complaints and, elsewhere, everything else that may be seen, with or without words. */
    static Circle around(IndexSearcher searcher, Sight sight, Set<Long> here, Lexicon lexicon) throws IOException {
        FixedBitSet seen = seen(searcher, sight);
        FixedBitSet own = new FixedBitSet(seen.length());
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Whose whose = lexicon.whose(leaf.reader());
            here.forEach(id -> whose.mark(id, own, leaf.docBase));
        }
        own.and(seen);
        seen.andNot(own);
        return new Circle(own, seen);
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
        FixedBitSet.orRange(documents, leaf.docBase, own, 0, leaf.reader().maxDoc());
        return own;
    }

    private static void put(FixedBitSet own, LeafReaderContext leaf, FixedBitSet into) {
        FixedBitSet.orRange(own, 0, into, leaf.docBase, leaf.reader().maxDoc());
    }

    /** Everything that may be seen. */
    private static FixedBitSet seen(IndexSearcher searcher, Sight sight) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        FixedBitSet seen = new FixedBitSet(Math.max(1, reader.maxDoc()));
        if (!Questions.seesAll(sight, reader)) {
            searcher.search(Questions.seen(sight), new Marking(seen));
            return seen;
        }
        for (LeafReaderContext leaf : reader.leaves()) {
            FixedBitSet there = new FixedBitSet(Math.max(1, leaf.reader().maxDoc()));
            there.set(0, leaf.reader().maxDoc());
            Bits live = leaf.reader().getLiveDocs();
            if (live != null) {
                live.applyMask(there, 0);
            }
            put(there, leaf, seen);
        }
        return seen;
    }

    private static final class Marking extends SimpleCollector {

        private final FixedBitSet marked;
        private int base;

        Marking(FixedBitSet marked) {
            this.marked = marked;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) {
            base = leaf.docBase;
        }

        @Override
        public void collect(int doc) {
            marked.set(base + doc);
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
