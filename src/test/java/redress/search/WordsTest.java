package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static List<String> words(String text) throws IOException {
        List<String> words = new ArrayList<>();
        try (Words analyzer = new Words();
                TokenStream stream = analyzer.tokenStream("narrative", text)) {
            stream.reset();
            while (stream.incrementToken()) {
                words.add(stream.getAttribute(CharTermAttribute.class).toString());
            }
        }
        return words;
    }

    @Test
    void one_name_in_two_scripts_and_without_marks_is_one_word() throws IOException {
        List<String> plain = words("Dordevic Ljiljana Dzemal Njegos");
        assertThat(words("Đorđević Ljiljana Džemal Njegoš")).isEqualTo(plain);
        assertThat(words("Ђорђевић Љиљана Џемал Његош")).isEqualTo(plain);
    }

    @Test
    void case_accents_and_widths_do_not_matter() throws IOException {
        assertThat(words("ÉCOLE Straße ＡＢＣ １２")).isEqualTo(words("ecole strasse abc 12"));
    }

    @Test
    void other_scripts_are_cut_into_words() throws IOException {
        assertThat(words("شرطة المدينة")).hasSize(2);
    }

    @Test
    void a_word_that_grows_in_folding_stays_short_enough_for_the_index() throws IOException {
        assertThat(words("\uFDFA".repeat(4_000)))
                .isNotEmpty()
                .allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(200));
    }
}
