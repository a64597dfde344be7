package redress.search;

import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/**
 * Words of a shape in one kind of text. Finds what Lucene's {@link WildcardQuery} does, but what was made of the shape
 * is given to it, because to make that costs most of such a question and the same serves every kind of text.
 */
final class Shaped extends MultiTermQuery {

    private static final Pattern PART = Pattern.compile("[^*?]+");
    private static final Pattern SIGN = Pattern.compile("[*?\\\\]");

    private final Term shape;
    private final CompiledAutomaton compiled;

    /** The shape in the field of the term; {@code compiled} was made of the same shape. */
    Shaped(Term shape, CompiledAutomaton compiled) {
        super(shape.field(), CONSTANT_SCORE_BLENDED_REWRITE);
        this.shape = shape;
        this.compiled = compiled;
    }

    /**
     * A shape as the words of texts are folded. Only what stands between its signs is folded, and what folding makes a
     * sign of there, as of a wide question mark, is a letter: otherwise it could become another shape than was weighed.
     */
    static String folded(String shape, UnaryOperator<String> fold) {
        return PART.matcher(shape)
                .replaceAll(part -> Matcher.quoteReplacement(
                        SIGN.matcher(fold.apply(part.group())).replaceAll("\\\\$0")));
    }

    /** What finds the words of a shape, in whatever field. */
    static CompiledAutomaton compiled(String shape) {
        return new CompiledAutomaton(
                WildcardQuery.toAutomaton(new Term("", shape), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT), false, true);
    }

    Term shape() {
        return shape;
    }

    CompiledAutomaton compiled() {
        return compiled;
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        return compiled.getTermsEnum(terms);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(getField())) {
            compiled.visit(visitor, this, getField());
        }
    }

    @Override
    public String toString(String field) {
        return getField().equals(field) ? shape.text() : getField() + ":" + shape.text();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof Shaped same && shape.equals(same.shape);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + shape.hashCode();
    }
}
