package redress.search;

import java.util.List;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import redress.access.Sight;

/** Puts the policy into Lucene's query: what the actor may not see does not take part in the search at all. */
final class Questions {

    private static final double METRES = 1_000;

    private Questions() {}

    /** The words under the policy and within the distance that was asked for. */
    static Query allowed(Query words, SearchQuery question, Sight sight) {
        BooleanQuery.Builder query = policy(sight).add(words, Occur.MUST);
        SearchQuery.Near near = question.near();
        if (near != null) {
            query.add(within(near.within()), Occur.FILTER);
        }
        return query.build();
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

    static Query terms(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
