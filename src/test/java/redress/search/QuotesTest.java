package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotesTest {

    @Test
    void the_marks_of_phones_hold_a_phrase_in_whichever_way_they_are_mixed() {
        assertThat(Quotes.plain("“two words” then")).isEqualTo("\"two words\" then");
        assertThat(Quotes.plain("„dvije riječi” «deux mots»")).isEqualTo("\"dvije riječi\" \"deux mots\"");
        assertThat(Quotes.plain("“two words\" \"and\"")).isEqualTo("\"two words\" \"and\"");
        assertThat(Quotes.plain("“never closed")).isEqualTo("\"never closed");
    }

    @Test
    void within_plain_ones_they_belong_to_the_words_and_end_nothing() {
        String said = "narrative:\"he said “stop” to me\" again";
        assertThat(Quotes.plain(said)).isEqualTo(said);
        assertThat(Quotes.plain("5\" pipe and “two words”")).isEqualTo("5\" pipe and \"two words\"");
    }
}
