package redress.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * Puts the mark of the language before each stem. A stem that is the word itself is left out where a question asks for
 * the word as well; where stems are no words it stays, or a question could not tell them from words of other languages.
 */
final class Marks extends TokenFilter {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute kept = addAttribute(KeywordAttribute.class);
    private final String mark;
    private final boolean always;
    private char[] word = new char[32];
    private int length;

    Marks(TokenStream in, String mark, boolean always) {
        super(in);
        this.mark = mark;
        this.always = always;
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (input.incrementToken()) {
            if (kept.isKeyword()) {
                remember();
                return true;
            }
            if (always || !same()) {
                int stem = term.length();
                char[] buffer = term.resizeBuffer(stem + mark.length());
                System.arraycopy(buffer, 0, buffer, mark.length(), stem);
                mark.getChars(0, mark.length(), buffer, 0);
                term.setLength(stem + mark.length());
                return true;
            }
        }
        return false;
    }

    private void remember() {
        length = term.length();
        if (word.length < length) {
            word = new char[length * 2];
        }
        System.arraycopy(term.buffer(), 0, word, 0, length);
    }

    private boolean same() {
        return Arrays.equals(word, 0, length, term.buffer(), 0, term.length());
    }
}
