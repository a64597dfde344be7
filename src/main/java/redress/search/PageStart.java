package redress.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;

/**
 * Where a page of the best begins: behind the last hit of the page before, as it is weighed <em>now</em>. The weight of
 * a hit that did not change moves with every complaint that comes, since it is held against all of them; and a weight
 * in an address would tell how many complaints, seen by the reader or not, say a word. A hit that is not found any more
 * has no place among the others; then as many are passed over as were shown.
 *
 * @param after the place, for Lucene; null at the beginning or where it is not known
 * @param passed how many of the best are passed over
 */
record PageStart(@Nullable FieldDoc after, int passed) {

    static final PageStart FIRST = new PageStart(null, 0);

    /** Whoever has read so many pages begins anew, rather than that everything before is looked for again. */
    static final int FARTHEST = 5_000;

    /** Finds the place; {@code allowed} is what is asked for together with what the reader may see. */
    static PageStart of(IndexSearcher searcher, Query allowed, @Nullable Cursor cursor) throws IOException {
        if (cursor == null) {
            return FIRST;
        }
        Float weight = weight(searcher, allowed, cursor.id());
        return weight == null
                ? new PageStart(null, passed(cursor))
                : new PageStart(new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {weight, cursor.id()}), 0);
    }

    /** How many were shown before. */
    static int passed(Cursor cursor) {
        if (cursor.value() > FARTHEST) {
            throw Problem.invalid(
                    List.of(new Problem.FieldError("after", "What was found has changed. Begin with the first page.")));
        }
        return (int) cursor.value();
    }

    private static @Nullable Float weight(IndexSearcher searcher, Query allowed, long id) throws IOException {
        Term key = new Term(Documents.ID, Long.toString(id));
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            PostingsEnum postings = leaf.reader().postings(key, PostingsEnum.NONE);
            Bits live = leaf.reader().getLiveDocs();
            for (int doc = next(postings); doc != DocIdSetIterator.NO_MORE_DOCS; doc = next(postings)) {
                if (live == null || live.get(doc)) {
                    Weight weight = searcher.createWeight(searcher.rewrite(allowed), ScoreMode.COMPLETE, 1);
                    Scorer scorer = weight.scorer(leaf);
                    return scorer != null && scorer.iterator().advance(doc) == doc ? scorer.score() : null;
                }
            }
        }
        return null;
    }

    private static int next(@Nullable PostingsEnum postings) throws IOException {
        return postings == null ? DocIdSetIterator.NO_MORE_DOCS : postings.nextDoc();
    }
}
