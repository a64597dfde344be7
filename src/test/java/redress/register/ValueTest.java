package redress.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTest {

    @TempDir
    private Path folder;

    private final Written.Heard heard = new Written.Heard();

    private @Nullable Object field(String field, String words, String cell) {
        return new Written(folder).unitField(field, words, cell, heard);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "collapse|NORTH   station|NORTH station",
                "strip_point_zero|112944.0|112944",
                "upper|north|NORTH",
                "lower|NORTH|north",
                "title|O'HARE law-enforce|O'hare Law-Enforce",
                "sentence|NORTH STATION|North station",
                "strip_zeros|00042|42",
                "digits|No. 4-2|42",
                "slug|  Lack of  Service! |lack-of-service",
                "{strip_prefix: C}|C170981|170981",
                "{strip_suffix: s}|Violations|Violation",
                "{pad_zeros: 4}|42|0042",
                "{replace: {match: '(?i)st\\.', with: Street}}|Main st.|Main Street",
            })
    void cleans_as_the_mapping_says(String step, String cell, String expected) {
        assertThat(field("name", "{column: a, clean: [" + step + "]}", cell)).isEqualTo(expected);
    }

    @Test
    void every_cell_is_trimmed_and_freed_of_control_characters() {
        assertThat(field("name", "a", "  \u0007North\u0000 \n station\t ")).isEqualTo("North \n station");
    }

    @Test
    void words_that_mean_nothing_are_blank() {
        assertThat(field("name", "{column: a, blank: [N/A, UNK]}", " N/A ")).isNull();
        assertThat(field("name", "{column: a, blank: [N/A], otherwise: Not told}", "N/A"))
                .isEqualTo("Not told");
    }

    @Test
    void a_table_takes_every_spelling_whatever_its_case() {
        assertThat(field("kind", "{column: a, table: kinds}", "  stn. ")).isEqualTo("Station");
        assertThat(field("kind", "{column: a, table: kinds}", "12 GUARDS")).isEqualTo("Guard");
        assertThat(heard.all()).isEmpty();
    }

    @Test
    void a_word_that_a_table_does_not_know_is_reported_and_left_blank() {
        assertThat(field("kind", "{column: a, table: kinds}", "Barracks")).isNull();
        assertThat(heard.all()).containsExactly("kind does not know Barracks");
    }

    @Test
    void a_table_can_keep_or_refuse_what_it_does_not_know() {
        assertThat(field("kind", "{column: a, table: {values: {X: Y}, unknown: keep}}", "Z"))
                .isEqualTo("Z");
        assertThatThrownBy(() -> field("kind", "{column: a, table: {values: {X: Y}, unknown: refuse}}", "Z"))
                .isInstanceOf(RowRefused.class)
                .hasMessageNotContaining("Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-03-04, 2019-03-04, DAY",
        "3/4/19, 2019-03-04, DAY",
        "04.03.2019, 2019-03-04, DAY",
        "Mar 2019, 2019-03-01, MONTH",
        "2019, 2019-01-01, YEAR",
    })
    void dates_are_tried_in_the_order_of_the_formats(String cell, LocalDate day, String precision) {
        String words = "{column: a, dates: {formats: [uuuu-MM-dd, M/d/uu, dd.MM.uuuu, MMM uuuu, uuuu]}}";
        assertThat(field("opened_on", words, cell)).isEqualTo(new Dates.Day(day, precision));
    }

    @Test
    void a_date_that_does_not_exist_is_no_date() {
        assertThat(field("opened_on", "{column: a, dates: [uuuu-MM-dd]}", "2019-02-30"))
                .isNull();
        assertThat(heard.all()).containsExactly("opened_on: date not readable, left blank");
    }

    @Test
    void a_date_outside_its_range_is_blank_with_a_note_or_refused() {
        assertThat(field("opened_on", "{column: a, dates: {from: 1950-01-01}}", "1919-05-25"))
                .isNull();
        assertThat(heard.all()).containsExactly("opened_on: date outside 1950-01-01 to 2100-12-31, left blank");
        assertThatThrownBy(() ->
                        field("opened_on", "{column: a, dates: {from: 1950-01-01, outside: refuse}}", "1919-05-25"))
                .isInstanceOf(RowRefused.class);
    }

    @Test
    void a_date_can_be_held_against_another_one() {
        assertThat(field("closed_on", "{column: a, not_before: b, when_wrong: blank}", "2018-12-31"))
                .isNull();
        assertThat(field("closed_on", "{column: a, not_before: b, when_wrong: keep}", "2018-12-31"))
                .isEqualTo(new Dates.Day(LocalDate.of(2018, 12, 31), "DAY"));
        assertThat(heard.all())
                .containsExactly(
                        "closed_on: date before the one it must follow, kept",
                        "closed_on: date before the one it must follow, left blank");
    }

    @Test
    void a_text_is_made_of_columns_and_blank_when_they_all_are() {
        assertThat(field("name", "{text: 'Unit {a} of {b}'}", "7")).isEqualTo("Unit 7 of 2019-01-01");
        assertThat(field("name", "{text: 'Unit {a}'}", "")).isNull();
    }

    @Test
    void what_is_too_long_is_cut_and_noted_but_a_key_is_refused() {
        assertThat((String) field("name", "a", "x".repeat(300))).hasSize(200);
        assertThat(heard.all()).containsExactly("name: longer than 200 characters, cut");
        assertThatThrownBy(() -> field("key", "a", "x".repeat(300))).isInstanceOf(RowRefused.class);
    }
}
