package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redress.complaint.Incident.Precision;
import redress.time.Span;
import redress.web.ViewExamples;

class DatedTest {

    private static final LocalDate ON = LocalDate.of(2024, 3, 1);

    @ParameterizedTest
    @CsvSource({
        "DAY, 2024-03-01, 2024-03-01, 2024-03-01",
        "ABOUT, about 2024-03-01, 2024-02-15, 2024-03-16",
        "MONTH, March 2024, 2024-03-01, 2024-03-31",
        "YEAR, 2024, 2024-01-01, 2024-12-31"
    })
    void a_date_is_told_as_far_as_it_is_known(Precision precision, String told, LocalDate first, LocalDate last) {
        Dated dated = Dated.of(ON, precision).orElseThrow();
        assertThat(dated.told(ViewExamples.view("/desk/clusters"))).isEqualTo(told);
        assertThat(dated.days()).isEqualTo(new Span(first, last));
        assertThat(Dated.read(dated.day(), dated.precision().name())).contains(dated);
    }

    @Test
    void a_date_that_nobody_knows_is_told_as_nothing() {
        assertThat(Dated.of(ON, Precision.UNKNOWN)).isEmpty();
        assertThat(Dated.of(null, Precision.DAY)).isEmpty();
        assertThat(Dated.read(null, null)).isEmpty();
    }

    @Test
    void first_and_last_are_those_that_may_lie_farthest_apart_and_of_equal_ones_those_that_say_most() {
        Dated begin = dated(ON, Precision.DAY);
        Dated month = dated(ON, Precision.MONTH);
        Dated end = dated(LocalDate.of(2024, 3, 31), Precision.DAY);
        assertThat(ends(month, end, begin)).containsExactly(begin, end);
        Dated year = dated(ON, Precision.YEAR);
        assertThat(ends(begin, year)).containsExactly(year, year);
        Dated april = dated(LocalDate.of(2024, 4, 9), Precision.MONTH);
        assertThat(ends(begin, april)).containsExactly(begin, april);
        assertThat(Dated.first(List.of())).isEmpty();
    }

    private static List<Dated> ends(Dated... some) {
        List<Dated> all = List.of(some);
        return List.of(Dated.first(all).orElseThrow(), Dated.last(all).orElseThrow());
    }

    private static Dated dated(LocalDate on, Precision precision) {
        Optional<Dated> dated = Dated.of(on, precision);
        return dated.orElseThrow();
    }
}
