package redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateReadingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static DateReading read(String day, String month, String year) {
        return DateReading.of(
                Answers.of(Map.of("day", List.of(day), "month", List.of(month), "year", List.of(year))), TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 3, 2026",
        "05, 03, 2026",
        "5., 3., 2026.",
        "٥, ٣, ٢٠٢٦",
        "५, ३, २०२६",
        "5.3.2026, '', ''",
        "5. 3. 2026., '', ''",
        "5/3/2026, '', ''",
        "5 3 2026, '', ''",
        "2026-03-05, '', ''",
        "٥.٣.٢٠٢٦, '', ''"
    })
    void reads_a_day_in_every_way_that_people_write_it(String day, String month, String year) {
        DateReading date = read(day, month, year);
        assertThat(date.fault()).isNull();
        assertThat(date.isDay()).isTrue();
        assertThat(date.firstDay()).isEqualTo(LocalDate.of(2026, 3, 5));
    }

    @Test
    void reads_a_month_or_a_year_alone() {
        assertThat(read("", "3", "2026").isMonth()).isTrue();
        assertThat(read("", "3", "2026").firstDay()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(read("3/2026", "", "").isMonth()).isTrue();
        assertThat(read("", "", "2019").firstDay()).isEqualTo(LocalDate.of(2019, 1, 1));
        assertThat(read("2019", "", "").firstDay()).isEqualTo(LocalDate.of(2019, 1, 1));
    }

    @Test
    void takes_today_and_nothing_after_it() {
        assertThat(read("22", "11", "2026").fault()).isNull();
        assertThat(read("23", "11", "2026").fault()).isEqualTo(DateReading.FUTURE);
        assertThat(read("", "12", "2026").fault()).isEqualTo(DateReading.FUTURE);
        assertThat(read("", "", "2027").fault()).isEqualTo(DateReading.FUTURE);
    }

    @ParameterizedTest
    @CsvSource({
        "31, 2, 2026, date.real",
        "29, 2, 2025, date.real",
        "1, 13, 2026, date.real",
        "0, 1, 2026, date.real",
        "x, 1, 2026, date.real",
        "1, 1, 20260, date.real",
        "-1, 1, 2026, date.real",
        "yesterday, '', '', date.real",
        "1.1.1.1, '', '', date.real",
        "5, 3, 26, date.year",
        "5, 3, 1826, date.old",
        "5, '', 2026, date.dayAlone",
        "5, 3, '', date.dayAlone"
    })
    void says_what_is_wrong_with_a_date(String day, String month, String year, String fault) {
        assertThat(read(day, month, year).fault()).isEqualTo(fault);
    }

    @Test
    void an_empty_date_is_empty_and_not_wrong() {
        assertThat(read("", " ", "").isEmpty()).isTrue();
    }
}
