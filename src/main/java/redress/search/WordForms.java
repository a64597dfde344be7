package redress.search;

import java.io.IOException;
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

    private static final char[] NONE = {};

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final Known known;
    private final OneWord one = new OneWord();
    private final TokenStream making;
    private final CharTermAttribute made;
    private final StringBuilder all = new StringBuilder();
    private char[] entry = NONE;
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
        boolean further = next < entry.length;
        while (next >= entry.length) {
            if (!input.incrementToken()) {
                return false;
            }
            if (known.same(term.buffer(), term.length())) {
                return true;
            }
            entry = entry();
            next = 1 + entry[0];
        }
        int length = entry[next];
        term.copyBuffer(entry, next + 1, length);
        next += 1 + length;
        if (further) {
            step.setPositionIncrement(0);
        }
        return true;
    }

    private char[] entry() throws IOException {
        char[] found = known.find(term.buffer(), term.length());
        if (found == null) {
            found = made();
            known.keep(found);
        }
        return found;
    }

    private char[] made() throws IOException {
        all.setLength(0);
        add(term);
        one.set(term);
        making.reset();
        while (making.incrementToken()) {
            add(made);
        }
        making.end();
        making.close();
        char[] packed = new char[all.length()];
        all.getChars(0, packed.length, packed, 0);
        return packed;
    }

    private void add(CharTermAttribute word) {
        all.append((char) word.length()).append(word);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        entry = NONE;
        next = 0;
    }

    /** A stream of one word. */
    private static final class OneWord extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private String word = "";
        private boolean said;

        void set(CharTermAttribute next) {
            word = next.toString();
            said = false;
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (said) {
                return false;
            }
            said = true;
            term.append(word);
            return true;
        }
    }
}
