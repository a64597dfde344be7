package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redress.problem.Problem;

class MonthsTest {

    private static final YearMonth LAST = YearMonth.of(2024, 5);
    private static final YearMonth PRESENT = YearMonth.of(2026, 11);

    @ParameterizedTest
    @CsvSource({
        "       ,        , 2021-06, 2024-05",
        "2023-01,        , 2023-01, 2024-05",
        "       , 2023-01, 2020-02, 2023-01",
        "2024-05,        , 2024-05, 2024-05",
        "2025-02,        , 2025-02, 2026-11",
        "2030-01,        , 2030-01, 2030-01",
        "2030-01, 2030-03, 2030-01, 2030-03"
    })
    void the_months_that_were_asked_for_are_looked_at_though_there_is_nothing_in_them(
            @Nullable YearMonth from, @Nullable YearMonth to, YearMonth first, YearMonth last) {
        assertThat(new Months(from, to).upTo(LAST, PRESENT)).isEqualTo(new Months.Span(first, last));
    }

    @Test
    void a_first_month_from_which_they_are_too_many_is_refused_beside_it() {
        assertThat(new Months(YearMonth.of(1974, 5), null).upTo(LAST, PRESENT).first())
                .isEqualTo("1974-05-01");
        Months many = new Months(YearMonth.of(1974, 4), null);
        assertThatThrownBy(() -> many.upTo(LAST, PRESENT))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.errors())
                                .containsExactly(new Problem.FieldError("from", "lineup.fault.window")));
    }
}
