package redress.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Puts the forms of a word in its place, all at one position. A language says the same few thousand words again and
 * again; so the forms of a word, which depend on nothing but its letters, are remembered when they have been made.
 */
final class WordForms extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Known known;
    private final OneWord one = new OneWord();
    private final TokenStream making;
    private final CharTermAttribute made;
    private char[][] forms = {};
    private int next;

    /** Words with the forms that {@code maker} makes of each alone; {@code known} is of the same maker. */
    WordForms(TokenStream words, UnaryOperator<TokenStream> maker, Known known) {
        super(words);
        this.known = known;
        making = maker.apply(one);
        made = making.getAttribute(CharTermAttribute.class);
    }

    @Override
    public boolean incrementToken() throws IOException {
        boolean further = next < forms.length;
        if (!further) {
            do {
                if (!input.incrementToken()) {
                    return false;
                }
                forms = forms();
            } while (forms.length == 0);
            next = 0;
        }
        char[] form = forms[next++];
        term.copyBuffer(form, 0, form.length);
        if (further) {
            step.setPositionIncrement(0);
        }
        return true;
    }

    private char[][] forms() throws IOException {
        char[][] found = known.find(term.buffer(), term.length());
        if (found == null) {
            char[] word = new char[term.length()];
            System.arraycopy(term.buffer(), 0, word, 0, word.length);
            found = make(word);
            known.keep(word, found);
        }
        return found;
    }

    private char[][] make(char[] word) throws IOException {
        List<char[]> all = new ArrayList<>(2);
        one.set(word);
        making.reset();
        while (making.incrementToken()) {
            all.add(made.toString().toCharArray());
        }
        making.end();
        making.close();
        return all.toArray(char[][]::new);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        forms = new char[0][];
        next = 0;
    }

    /** A stream of one word. */
    private static final class OneWord extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private char[] word = {};
        private boolean said;

        void set(char[] next) {
            word = next;
            said = false;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (said) {
                return false;
            }
            said = true;
            term.copyBuffer(word, 0, word.length);
            return true;
        }
    }
}
