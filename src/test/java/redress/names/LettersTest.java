package redress.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LettersTest {

    @Test
    void an_apostrophe_neither_parts_a_word_nor_stays_in_it_wherever_it_stands() {
        assertThat(Letters.words("N'Diaye, d\u2019Or and O`Neil")).containsExactly("ndiaye", "dor", "and", "oneil");
        assertThat(Letters.words("'quoted' '' rock 'n' roll'")).containsExactly("quoted", "rock", "n", "roll");
        assertThat(Letters.words("'")).isEmpty();
        assertThat(Letters.words("")).isEmpty();
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
