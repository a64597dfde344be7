package redress.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * A question for one of several words, made for counting: which complaints match, not how well. To count all and to
 * look for the best twenty apart is cheaper for such a question than to weigh every complaint, because the search for
 * the best passes over those that cannot be among them.
 */
final class Unscored {

    private Unscored() {}

    /** The same complaints, found without weights; empty where the question is not for one of several. */
    static Optional<Query> of(Query words) {
        List<Query> parts = new ArrayList<>();
        if (!take(words, parts) || parts.size() < 2 || parts.size() > IndexSearcher.getMaxClauseCount()) {
            return Optional.empty();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        parts.forEach(part -> query.add(part, Occur.SHOULD));
        return Optional.of(query.build());
    }

    private static boolean take(Query query, List<Query> parts) {
        return switch (query) {
            case BoostQuery boosted -> take(boosted.getQuery(), parts);
            case SynonymQuery forms -> {
                forms.getTerms().forEach(form -> parts.add(new TermQuery(form)));
                yield true;
            }
            case BooleanQuery several -> either(several, parts);
            case TermQuery one -> parts.add(one);
            default -> false;
        };
    }

    private static boolean either(BooleanQuery several, List<Query> parts) {
        boolean all = several.getMinimumNumberShouldMatch() <= 1;
        Occur alone = several.clauses().size() == 1 ? Occur.MUST : Occur.SHOULD;
        for (BooleanClause clause : several) {
            all = all && (clause.occur() == Occur.SHOULD || clause.occur() == alone) && take(clause.query(), parts);
        }
        return all;
    }
}
