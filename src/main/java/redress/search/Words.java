package redress.search;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How text becomes words: cut by Unicode's rules, Serbian Cyrillic to Latin, then case, marks and widths folded, so
 * that Đorđević, Ђорђевић and dordevic are one word. The transliteration stands before the folding, which would take
 * the letters apart that it needs. The same for every language; {@link Tongue} adds to it what differs.
 */
final class Words extends Analyzer {

    /** Grows when the same text gives other words or documents get other fields: the index is then built anew. */
    static final String SCHEMA = "7";

    private static final int LONGEST = 200;
    private static final Transliterator TO_LATIN = Transliterator.getInstance("Serbian-Latin/BGN");

    private final Known known = new Known();

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer cut = new Cut();
        return new TokenStreamComponents(cut, new WordForms(cut, Words::fold, known));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return fold(in);
    }

    /** Cut last, because folding can make one letter many: a word too long for Lucene would stop the follower. */
    static TokenStream fold(TokenStream in) {
        return new TruncateTokenFilter(new ICUFoldingFilter(new ICUTransformFilter(in, TO_LATIN)), LONGEST);
    }

    /** The folded words of a text, in order. */
    List<String> of(String text) {
        List<String> found = new ArrayList<>();
        try (TokenStream stream = tokenStream("", text)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                found.add(term.toString());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return found;
    }

    /** How many words a text has. */
    static int count(String text) {
        return cut(text, Integer.MAX_VALUE).words();
    }

    /** Whether a text has no word; a picture is one, a question mark is none. */
    static boolean none(String text) {
        return text.codePoints().noneMatch(Character::isLetterOrDigit) && count(text) == 0;
    }

    /** The beginning of a text with so many words; all of it where it has no more. */
    static String first(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, cut(text, most).end()).strip();
    }

    /** How many words were met, and where the one begins that is too many, or the text ends. */
    private record Met(int words, int end) {}

    private static Met cut(String text, int most) {
        try (Cut cut = new Cut()) {
            OffsetAttribute offset = cut.getAttribute(OffsetAttribute.class);
            cut.setReader(new StringReader(text));
            cut.reset();
            int words = 0;
            while (cut.incrementToken()) {
                if (words == most) {
                    return new Met(words, offset.startOffset());
                }
                words++;
            }
            return new Met(words, text.length());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A list of words, folded as texts are. */
    static Set<String> folded(CharArraySet list) {
        Set<String> found = new HashSet<>();
        try (Words words = new Words()) {
            for (Object word : list) {
                List<String> parts = words.of(new String((char[]) word));
                if (parts.size() == 1) {
                    found.addAll(parts);
                }
            }
        }
        return Set.copyOf(found);
    }
}
