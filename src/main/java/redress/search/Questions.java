package redress.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import redress.access.Sight;

/** Makes Lucene's query of a question: words read forgivingly, and the policy as a part of the query itself. */
final class Questions {

    private static final int SHORTEST_PREFIX = 3;
    private static final int MOST_FUZZY = 4;
    private static final int SYNTAX = SimpleQueryParser.AND_OPERATOR
            | SimpleQueryParser.NOT_OPERATOR
            | SimpleQueryParser.OR_OPERATOR
            | SimpleQueryParser.PHRASE_OPERATOR
            | SimpleQueryParser.PRECEDENCE_OPERATORS
            | SimpleQueryParser.PREFIX_OPERATOR
            | SimpleQueryParser.FUZZY_OPERATOR
            | SimpleQueryParser.NEAR_OPERATOR
            | SimpleQueryParser.ESCAPE_OPERATOR
            | SimpleQueryParser.WHITESPACE_OPERATOR;

    private Questions() {}

    /** The words alone: all of them must occur, unless the text says otherwise. Whatever is typed can be read. */
    static Query words(String text, Words words) {
        if (text.isBlank()) {
            return new MatchAllDocsQuery();
        }
        Forgiving parser = new Forgiving(words, weights());
        parser.setDefaultOperator(Occur.MUST);
        Query read = parser.parse(text);
        return read == null ? new MatchAllDocsQuery() : read;
    }

    /** The words under the policy: what the actor may not see does not take part in the search at all. */
    static Query allowed(Query words, Sight sight) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(words, Occur.MUST);
        query.add(terms(Documents.COMPARTMENT, List.copyOf(sight.compartments())), Occur.FILTER);
        if (sight.assignedOnly()) {
            query.add(new TermQuery(new Term(Documents.ASSIGNEE, sight.actorId())), Occur.FILTER);
        }
        if (!sight.recused().isEmpty()) {
            List<String> ids =
                    sight.recused().stream().map(id -> Long.toString(id)).toList();
            query.add(terms(Documents.ID, ids), Occur.MUST_NOT);
        }
        return query.build();
    }

    private static Query terms(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static Map<String, Float> weights() {
        Map<String, Float> weights = new LinkedHashMap<>();
        for (TextField field : TextField.values()) {
            weights.put(field.field(), field.weight());
        }
        return weights;
    }

    /** Reads a costly word as a plain one: prefixes of a letter or two, and more than a few inexact words. */
    private static final class Forgiving extends SimpleQueryParser {

        private int inexact;

        Forgiving(Words words, Map<String, Float> weights) {
            super(words, weights, SYNTAX);
        }

        @Override
        protected Query newPrefixQuery(String text) {
            return text.length() < SHORTEST_PREFIX ? newDefaultQuery(text) : super.newPrefixQuery(text);
        }

        @Override
        protected Query newFuzzyQuery(String text, int edits) {
            inexact++;
            boolean costly = inexact > MOST_FUZZY || text.length() < SHORTEST_PREFIX;
            return costly ? newDefaultQuery(text) : super.newFuzzyQuery(text, Math.min(edits, 2));
        }
    }
}
