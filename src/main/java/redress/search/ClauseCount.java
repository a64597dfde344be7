package redress.search;

import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TopTermsRewrite;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/**
 * What a query asks for in all, counted as Lucene's searcher does when it runs one. That counts what an inexact word
 * has become in the index at hand; no index is at hand here, so it counts as all the words that it may become.
 */
final class ClauseCount extends QueryVisitor {

    private long count;

    private ClauseCount() {}

    /** Whether Lucene runs it, whatever it is run against. */
    static boolean runs(Query query) {
        ClauseCount counted = new ClauseCount();
        query.visit(counted);
        return counted.count <= IndexSearcher.getMaxClauseCount();
    }

    /** Counts on in what is asked for only to be left out, which a visitor usually does not look into. */
    @Override
    public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
        return this;
    }

    @Override
    public void visitLeaf(Query query) {
        count++;
    }

    @Override
    public void consumeTerms(Query query, Term... terms) {
        count++;
    }

    @Override
    public void consumeTermsMatching(Query query, String field, Supplier<ByteRunAutomaton> automaton) {
        count += query instanceof MultiTermQuery many ? most(many) : 1;
    }

    /** A pattern or a set of values is one thing to Lucene, however many words it is. */
    private static int most(MultiTermQuery query) {
        return query.getRewriteMethod() instanceof TopTermsRewrite<?> top ? top.getSize() : 1;
    }
}
