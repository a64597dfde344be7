package redress.search;

import com.ibm.icu.text.Transliterator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;

/**
 * How text becomes words: cut by Unicode's rules, Serbian Cyrillic to Latin, then case, marks and widths folded, so
 * that Đorđević, Ђорђевић and dordevic are one word. The transliteration stands before the folding, which would take
 * the letters apart that it needs.
 */
final class Words extends Analyzer {

    /** Grows when the same text gives other words or documents get other fields: the index is then built anew. */
    static final String SCHEMA = "1";

    private static final int LONGEST = 200;
    private static final Transliterator TO_LATIN = Transliterator.getInstance("Serbian-Latin/BGN");

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer cut = new ICUTokenizer(new DefaultICUTokenizerConfig(true, true));
        return new TokenStreamComponents(cut, fold(cut));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return fold(in);
    }

    /** Cut last, because folding can make one letter many: a word too long for Lucene would stop the follower. */
    private static TokenStream fold(TokenStream in) {
        return new TruncateTokenFilter(new ICUFoldingFilter(new ICUTransformFilter(in, TO_LATIN)), LONGEST);
    }
}
