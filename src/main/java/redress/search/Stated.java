package redress.search;

import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * A condition that is not about words, standing in a query of Lucene's until another engine says it in its own way. It
 * holds no word, so nothing of it is marked in a snippet.
 */
final class Stated extends Query {

    private final Clause clause;

    Stated(Clause clause) {
        this.clause = clause;
    }

    Clause clause() {
        return clause;
    }

    @Override
    public void visit(QueryVisitor visitor) {}

    @Override
    public String toString(String field) {
        return clause.getClass().getSimpleName();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stated that && clause.equals(that.clause);
    }

    @Override
    public int hashCode() {
        return clause.hashCode();
    }
}
