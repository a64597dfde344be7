package redress.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import redress.access.Sight;
import redress.problem.Problem;

/** Puts the policy into Lucene's query: what the actor may not see does not take part in the search at all. */
final class Questions {

    private static final double METRES = 1_000;

    private Questions() {}

    /** The words under the policy and within the distance that was asked for. */
    static Query allowed(Query words, SearchQuery question, Sight sight) {
        return policy(sight).add(within(words, question), Occur.MUST).build();
    }

    /** The words within the distance that was asked for, for those who see everything. */
    static Query within(Query words, SearchQuery question) {
        SearchQuery.Near near = question.near();
        return near == null
                ? words
                : new BooleanQuery.Builder()
                        .add(words, Occur.MUST)
                        .add(within(near.within()), Occur.FILTER)
                        .build();
    }

    /**
     * Whether the policy lets every document of this reader through, so that nothing need be asked of each of them:
     * each stands in one compartment, and by the reader's own count all are in those of the sight.
     */
    static boolean seesAll(Sight sight, IndexReader reader) throws IOException {
        if (sight.assignedOnly() || !sight.recused().isEmpty()) {
            return false;
        }
        long seen = 0;
        for (String compartment : sight.compartments()) {
            seen += reader.docFreq(new Term(Documents.COMPARTMENT, compartment));
        }
        return seen == reader.maxDoc();
    }

    /** What is told of a question that Lucene refuses to ask: the engine is well, the question is too large for it. */
    static Problem tooMuch(RuntimeException refused) {
        return AnalystSyntax.refused(refused instanceof IndexSearcher.TooManyClauses ? "clauses" : "signs");
    }

    /** Everything that may be seen. */
    static Query seen(Sight sight) {
        return policy(sight).build();
    }

    private static BooleanQuery.Builder policy(Sight sight) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(terms(Documents.COMPARTMENT, List.copyOf(sight.compartments())), Occur.FILTER);
        if (sight.assignedOnly()) {
            query.add(new TermQuery(new Term(Documents.ASSIGNEE, sight.actorId())), Occur.FILTER);
        }
        if (!sight.recused().isEmpty()) {
            List<String> ids =
                    sight.recused().stream().map(id -> Long.toString(id)).toList();
            query.add(terms(Documents.ID, ids), Occur.MUST_NOT);
        }
        return query;
    }

    static Query within(Clause.Within circle) {
        return LatLonPoint.newDistanceQuery(
                Documents.SPOT, circle.latitude(), circle.longitude(), circle.km() * METRES);
    }

    /** Whatever has no point: a point lies in the box of all. */
    static Query unplaced() {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(LatLonPoint.newBoxQuery(Documents.SPOT, -90, 90, -180, 180), Occur.MUST_NOT)
                .build();
    }

    static Query terms(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
