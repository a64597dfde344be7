package redress.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefIterator;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;

/**
 * Says a question to OpenSearch. A condition is translated once, by {@link Translation}; what comes out of it is
 * written here as OpenSearch's query language, word for word, so that the two engines cannot drift apart in what they
 * mean.
 */
final class ClusterQuestion {

    private ClusterQuestion() {}

    /** The words under the policy and within the distance that was asked for, as {@link Questions#allowed}. */
    static Map<String, Object> allowed(Query words, SearchQuery question, Sight sight) {
        List<Object> filter = new ArrayList<>();
        filter.add(terms(
                Documents.COMPARTMENT, sight.compartments().stream().sorted().toList()));
        if (sight.assignedOnly()) {
            filter.add(Map.of("term", Map.of(Documents.ASSIGNEE, sight.actorId())));
        }
        SearchQuery.Near near = question.near();
        if (near != null) {
            filter.add(stated(near.within()));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("must", List.of(of(words, 1)));
        all.put("filter", filter);
        if (!sight.recused().isEmpty()) {
            List<String> ids =
                    sight.recused().stream().map(id -> Long.toString(id)).toList();
            all.put("must_not", List.of(Map.of("ids", Map.of("values", ids))));
        }
        return Map.of("bool", all);
    }

    /** Some value of each dimension that narrows, except one; null for none. */
    static Map<String, Object> filters(SearchQuery question, @Nullable Dimension except) {
        List<Object> each = new ArrayList<>();
        for (Dimension dimension : Dimension.all()) {
            if (dimension != except && question.filters().containsKey(dimension)) {
                each.add(terms(dimension.field(), question.wanted(dimension)));
            }
        }
        return each.isEmpty() ? Map.of("match_all", Map.of()) : Map.of("bool", Map.of("filter", each));
    }

    /** A query of Lucene's in OpenSearch's words, with the same scores but for a factor. */
    static Map<String, Object> of(Query query, double boost) {
        return switch (query) {
            case MatchAllDocsQuery all -> Map.of("match_all", Map.of("boost", boost));
            case BoostQuery more -> of(more.getQuery(), boost * more.getBoost());
            case ConstantScoreQuery flat ->
                Map.of("constant_score", Map.of("filter", of(flat.getQuery(), 1), "boost", boost));
            case BooleanQuery parts -> bool(parts, boost);
            case TermQuery one -> leaf("term", one.getTerm(), "value", Map.of("boost", boost));
            case SynonymQuery forms ->
                field("match", forms.getField(), text(forms.getTerms().stream(), ClusterDocuments.SAME), boost, 0);
            case PhraseQuery row ->
                field(
                        "match_phrase",
                        row.getField(),
                        text(Stream.of(row.getTerms()), ClusterDocuments.NEXT),
                        boost,
                        row.getSlop());
            case PrefixQuery begins -> leaf("prefix", begins.getPrefix(), "value", Map.of("boost", boost));
            case Shaped shape -> leaf("wildcard", shape.shape(), "value", Map.of("boost", boost));
            case FuzzyQuery like ->
                leaf(
                        "fuzzy",
                        like.getTerm(),
                        "value",
                        Map.of("boost", boost, "fuzziness", like.getMaxEdits(), "rewrite", "constant_score"));
            case TermInSetQuery set -> terms(set.getField(), values(set));
            case Stated other -> stated(other.clause());
            default -> throw new IllegalArgumentException("no question is made of this: " + query.getClass());
        };
    }

    /**
     * Nothing at all is asked of fields that may not be read: to Lucene that is nothing found, to OpenSearch
     * everything.
     */
    private static Map<String, Object> bool(BooleanQuery query, double boost) {
        if (query.clauses().isEmpty()) {
            return Map.of("match_none", Map.of());
        }
        Map<String, List<Object>> parts = new LinkedHashMap<>();
        for (BooleanClause clause : query.clauses()) {
            String kind = switch (clause.occur()) {
                case MUST -> "must";
                case SHOULD -> "should";
                case FILTER -> "filter";
                case MUST_NOT -> "must_not";
            };
            parts.computeIfAbsent(kind, k -> new ArrayList<>()).add(of(clause.query(), 1));
        }
        Map<String, Object> all = new LinkedHashMap<>(parts);
        all.put("boost", boost);
        return Map.of("bool", all);
    }

    private static Map<String, Object> leaf(String kind, Term term, String name, Map<String, Object> more) {
        Map<String, Object> said = new LinkedHashMap<>(more);
        said.put(name, ClusterDocuments.whole(term.text()));
        return Map.of(kind, Map.of(term.field(), said));
    }

    private static Map<String, Object> field(String kind, String field, String text, double boost, int slop) {
        Map<String, Object> said = new LinkedHashMap<>(Map.of("query", text, "boost", boost));
        if (slop > 0) {
            said.put("slop", slop);
        }
        return Map.of(kind, Map.of(field, said));
    }

    private static String text(Stream<Term> terms, String between) {
        return terms.map(term -> ClusterDocuments.whole(term.text())).collect(Collectors.joining(between));
    }

    private static Map<String, Object> terms(String field, List<String> values) {
        return Map.of("terms", Map.of(field, values));
    }

    private static List<String> values(TermInSetQuery set) {
        List<String> values = new ArrayList<>();
        BytesRefIterator each = set.getBytesRefIterator();
        try {
            for (BytesRef value = each.next(); value != null; value = each.next()) {
                values.add(value.utf8ToString());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return values;
    }

    private static Map<String, Object> stated(Clause clause) {
        return switch (clause) {
            case Clause.Has has -> terms(has.dimension().field(), has.values());
            case Clause.Days days -> days(days);
            case Clause.Within circle ->
                Map.of(
                        "geo_distance",
                        Map.of(
                                "distance",
                                circle.km() + "km",
                                Documents.SPOT,
                                Map.of("lat", circle.latitude(), "lon", circle.longitude())));
            case Clause.Unplaced unplaced ->
                Map.of("bool", Map.of("must_not", List.of(Map.of("exists", Map.of("field", Documents.SPOT)))));
            default -> throw new IllegalArgumentException("words are no statement");
        };
    }

    /** As in {@link Translation}. */
    private static Map<String, Object> days(Clause.Days days) {
        LocalDate from = days.from();
        LocalDate to = days.to();
        if (days.of() == Clause.Day.RECEIVED) {
            return days(Documents.RECEIVED_DAY, from, to);
        }
        if (from == null) {
            return days(Documents.INCIDENT_DAY, null, to);
        }
        Map<String, Object> reaches = Map.of(
                "bool",
                Map.of(
                        "filter",
                        List.of(days(Documents.INCIDENT_DAY, null, to), days(Documents.INCIDENT_LAST, from, null))));
        Map<String, Object> either =
                Map.of("bool", Map.of("should", List.of(days(Documents.INCIDENT_DAY, from, to), reaches)));
        return Map.of("constant_score", Map.of("filter", either));
    }

    private static Map<String, Object> days(String field, @Nullable LocalDate from, @Nullable LocalDate to) {
        Map<String, Object> ends = new LinkedHashMap<>();
        if (from != null) {
            ends.put("gte", (int) from.toEpochDay());
        }
        if (to != null) {
            ends.put("lte", (int) to.toEpochDay());
        }
        return Map.of("range", Map.of(field, ends));
    }
}
