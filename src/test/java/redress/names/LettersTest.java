package redress.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LettersTest {

    @Test
    void words_are_folded_and_an_apostrophe_does_not_part_them() {
        assertThat(Letters.words("'N'Diaye' took 2 d’Or, Џаферовић -- ÉTÉ' `'"))
                .containsExactly("ndiaye", "took", "2", "dor", "dzaferovic", "ete");
        assertThat(Letters.words("a'b''c d'")).containsExactly("abc", "d");
        assertThat(Letters.words("'")).isEmpty();
        assertThat(Letters.words("")).isEmpty();
    }

    @Test
    void an_apostrophe_neither_parts_a_word_nor_stays_in_it_wherever_it_stands() {
        assertThat(Letters.words("N'Diaye, d\u2019Or and O`Neil")).containsExactly("ndiaye", "dor", "and", "oneil");
        assertThat(Letters.words("'quoted' '' rock 'n' roll'")).containsExactly("quoted", "rock", "n", "roll");
        assertThat(Letters.words("'")).isEmpty();
        assertThat(Letters.words("")).isEmpty();
    }

    @Test
    void plain_text_is_folded_as_text_with_marks_is() {
        List<String> plain = Letters.words("Officers TOOK my I.D. (no. 12b)!");
        List<String> marked = Letters.words("Officers TOOK my I.D. (no. 12b)! é");
        assertThat(plain).containsExactly("officers", "took", "my", "i", "d", "no", "12b");
        assertThat(marked.subList(0, plain.size())).isEqualTo(plain);
    }

    @Test
    void a_word_has_the_same_number_in_plain_text_and_among_marks() {
        String text = "'N'Diaye' took 2 d'Or -- a'b''c D'; O`Neil's `rock 'n' roll'";
        List<Long> plain = numbers(text);
        assertThat(plain).hasSameSizeAs(Letters.words(text));
        assertThat(numbers(text + " é")).startsWith(plain.toArray(Long[]::new)).hasSize(plain.size() + 1);
        assertThat(numbers("N'DIAYE ndiaye").stream().distinct()).hasSize(1);
        assertThat(numbers("-- '")).isEmpty();
    }

    @Test
    void the_number_of_a_word_is_its_hash_by_fnv_1a() {
        assertThat(numbers("a foobar")).containsExactly(0xaf63dc4c8601ec8cL, 0x85944171f73967e8L);
    }

    private static List<Long> numbers(String text) {
        List<Long> numbers = new ArrayList<>();
        Letters.eachHash(text, numbers::add);
        return numbers;
    }

    @Test
    void who_listens_is_told_each_word_of_the_list_in_its_order() {
        String text = "L'officier a dit : « Џаферовић »; nobody's 𝔊𝔬𝔱𝔥 word";
        List<String> heard = new ArrayList<>();
        Letters.eachWord(text, (letters, from, to) -> heard.add(new String(letters, from, to - from)));
        assertThat(heard).isEqualTo(Letters.words(text)).contains("lofficier", "dzaferovic", "nobodys");
    }

    @Test
    void plain_text_is_parted_like_text_with_marks_and_other_scripts() {
        assertThat(Letters.words("He HIT me; twice-2.")).containsExactly("he", "hit", "me", "twice", "2");
        assertThat(Letters.words("Đurić, ČETA é")).containsExactly("duric", "ceta", "e");
        assertThat(Letters.words("Џаферовић and Džaferović")).containsExactly("dzaferovic", "and", "dzaferovic");
    }

    @Test
    void letters_that_only_look_like_an_apostrophe_stay_in_a_word_with_one() {
        // U+02BB is a letter to Unicode, and one to whoever writes Hawaiian names; U+2019 is a mark.
        assertThat(Letters.words("ka\u02bb\u2019ili")).containsExactly("ka\u02bbili");
    }
}
