package redress.search;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * The words that a question wants in one kind of text, where it is such that each of them matches wherever it stands:
 * words of which all or any must occur. A phrase, a beginning or a shape of a word is none of these, nor is a condition
 * of several parts which is only one of several ways to match.
 */
final class PlainWords extends QueryVisitor {

    private final String field;
    private final Set<Query> words;
    private final boolean oneOfSeveral;
    private final Set<Query> others;

    private PlainWords(String field, Set<Query> words, Set<Query> others, boolean oneOfSeveral) {
        this.field = field;
        this.words = words;
        this.others = others;
        this.oneOfSeveral = oneOfSeveral;
    }

    /** The words, each a {@link TermQuery} or a {@link SynonymQuery}; empty where the question is not of that kind. */
    static Optional<Set<Query>> of(Query question, String field) {
        PlainWords found = new PlainWords(field, new LinkedHashSet<>(), new LinkedHashSet<>(), false);
        question.visit(found);
        return found.others.isEmpty() ? Optional.of(found.words) : Optional.empty();
    }

    @Override
    public boolean acceptField(String name) {
        return name.equals(field);
    }

    @Override
    public QueryVisitor getSubVisitor(Occur occur, Query parent) {
        if (occur == Occur.MUST_NOT) {
            return QueryVisitor.EMPTY_VISITOR;
        }
        boolean several = oneOfSeveral;
        if (parent instanceof BooleanQuery parts) {
            if (oneOfSeveral && !onlyAny(parts) || parts.getMinimumNumberShouldMatch() > 1) {
                others.add(parent);
            }
            several |= occur == Occur.SHOULD;
        }
        return new PlainWords(field, words, others, several);
    }

    private static boolean onlyAny(BooleanQuery parts) {
        return parts.clauses().stream().allMatch(part -> part.occur() == Occur.SHOULD);
    }

    @Override
    public void consumeTerms(Query query, Term... terms) {
        (query instanceof TermQuery || query instanceof SynonymQuery ? words : others).add(query);
    }

    @Override
    public void visitLeaf(Query query) {
        if (!(query instanceof MatchAllDocsQuery)) {
            others.add(query);
        }
    }
}
