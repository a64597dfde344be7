package redress.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * Takes a word that is to be stemmed out of its apostrophe: an article before it ({@code l'officier}), or an ending
 * behind it ({@code officer's}).
 */
final class Apostrophes extends TokenFilter {

    private static final int LONGEST_ARTICLE = 2;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute kept = addAttribute(KeywordAttribute.class);

    Apostrophes(TokenStream in) {
        super(in);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        int at = kept.isKeyword() ? -1 : apostrophe();
        if (at > LONGEST_ARTICLE) {
            term.setLength(at);
        } else if (at > 0 && at < term.length() - 1) {
            int rest = term.length() - at - 1;
            System.arraycopy(term.buffer(), at + 1, term.buffer(), 0, rest);
            term.setLength(rest);
        }
        return true;
    }

    private int apostrophe() {
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) == '\'' || term.charAt(i) == '\u2019') {
                return i;
            }
        }
        return -1;
    }
}
