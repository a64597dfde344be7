package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CutTest {

    private static final int TEXTS = 4_000;

    /** Letters that texts of one kind are drawn from; in each also what stands between words and inside of them. */
    static Stream<String> letters() {
        String marks = "  \n.,;:'_-\"()3407\u00a0\u2019\u201c\u2014\u00b7";
        StringBuilder alphabets = new StringBuilder();
        for (char c = 0; c < 0x700; c++) {
            alphabets.append(c);
        }
        return Stream.of(
                "aBcdeéz" + marks,
                "čćžšđĐŽa" + marks,
                "абвђљњџЋ" + marks,
                "čćžđaбвђљ" + marks,
                "شرطةالمدين،؛٣٤" + marks,
                "شرطab" + marks,
                "12a\u066b\u0663\u060c",
                "aзعא\u0301\u064b\u200d\u00ad" + marks,
                "ɔɛŋ ab" + marks,
                "日本語のカタ한국a" + marks,
                "ไทยမြန်မာab" + marks,
                "a1#*©\u2122\u263a\ufe0f\u20e3\ud83d\ude00\ud83c\udde7" + marks,
                alphabets.toString());
    }

    private static String text(SplittableRandom random, String letters) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(1, 60);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static List<String> tokens(TokenStream stream) throws IOException {
        List<String> tokens = new ArrayList<>();
        CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
        OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
        PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
        stream.reset();
        while (stream.incrementToken()) {
            tokens.add(
                    term + "/" + offset.startOffset() + "/" + offset.endOffset() + "/" + step.getPositionIncrement());
        }
        stream.end();
        tokens.add("end " + offset.endOffset());
        stream.close();
        return tokens;
    }

    private static Tokenizer icu() {
        return new ICUTokenizer(new DefaultICUTokenizerConfig(true, true));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void cuts_where_icu_cuts(String letters) throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        Tokenizer ours = new Cut();
        Tokenizer icu = icu();
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random, letters);
            ours.setReader(new StringReader(text));
            icu.setReader(new StringReader(text));
            assertThat(tokens(ours)).as(text).isEqualTo(tokens(icu));
        }
    }

    @Test
    void cuts_long_texts_where_icu_cuts() throws IOException {
        SplittableRandom random = new SplittableRandom(12);
        StringBuilder text = new StringBuilder();
        while (text.length() < 200_000) {
            text.append(text(random, "abcdéž3.'")).append(random.nextInt(9) == 0 ? ".\n" : " ");
        }
        Tokenizer ours = new Cut();
        Tokenizer icu = icu();
        for (int times = 0; times < 2; times++) {
            ours.setReader(new StringReader(text.toString()));
            icu.setReader(new StringReader(text.toString()));
            assertThat(tokens(ours)).isEqualTo(tokens(icu));
        }
    }

    @Test
    void cuts_what_has_no_end() throws IOException {
        try (Words words = new Words()) {
            assertThat(words.of("start " + "a".repeat(3 * Cut.LONGEST) + "'" + "b".repeat(70_000) + " end"))
                    .startsWith("start")
                    .endsWith("end")
                    .allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(200));
        }
        Tokenizer cut = new Cut();
        cut.setReader(new StringReader("\u0444".repeat(2 * Cut.LONGEST + 1)));
        assertThat(tokens(cut)).hasSize(4);
    }

    /** The same words again and again, and words that nobody said before: what is remembered is what would be made. */
    @ParameterizedTest
    @EnumSource(Tongue.class)
    void words_become_what_the_whole_chain_makes_of_them(Tongue tongue) throws IOException {
        Analyzer chain = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer cut = icu();
                return new TokenStreamComponents(cut, tongue.forms(cut));
            }
        };
        SplittableRandom random = new SplittableRandom(13);
        List<String> letters = letters().toList();
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random, letters.get(i % letters.size())) + " officer's complaints L'officier";
            assertThat(tokens(tongue.analyzer().tokenStream("narrative", text)))
                    .as(text)
                    .isEqualTo(tokens(chain.tokenStream("narrative", text)));
        }
    }
}
