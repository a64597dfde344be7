package redress.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CusumTest {

    @Test
    void notices_a_doubling_at_one_complaint_in_two_months_within_fifteen_months() {
        Chart chart = Chart.kept(0.5, Cusum.Design.DOUBLING);
        assertThat(chart.monthsToFalseAlarm()).isGreaterThanOrEqualTo(Cusum.TEN_YEARS);
        double months = months(chart, 1.0, 4_000);
        System.out.printf(
                "CUSUM at 0.5 a month: a doubling is noticed in %.1f months, a false alarm in %.0f%n",
                months, chart.monthsToFalseAlarm());
        assertThat(months).isLessThanOrEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 2, 8})
    void cries_wolf_once_in_ten_years_and_knows_it_exactly(double expected) {
        Chart chart = Chart.kept(expected, Cusum.Design.DOUBLING);
        assertThat(chart.monthsToFalseAlarm()).isBetween((double) Cusum.TEN_YEARS, 170.0);
        assertThat(months(chart, expected, 4_000)).isCloseTo(chart.monthsToFalseAlarm(), Percentage.withPercentage(6));
    }

    @Test
    void allows_for_months_that_differ_more_than_by_chance() {
        Cusum.Design rough = new Cusum.Design(2, 0.5, Cusum.TEN_YEARS);
        Chart chart = Chart.kept(2, rough);
        assertThat(chart.monthsToFalseAlarm()).isGreaterThanOrEqualTo(Cusum.TEN_YEARS);
        assertThat(chart.threshold() * chart.grain() / (chart.step(0, 1) - chart.step(0, 0)))
                .isGreaterThan(Chart.kept(2, Cusum.Design.DOUBLING).threshold()
                        * Chart.kept(2, Cusum.Design.DOUBLING).grain()
                        / (Chart.kept(2, Cusum.Design.DOUBLING).step(0, 1)
                                - Chart.kept(2, Cusum.Design.DOUBLING).step(0, 0)));
    }

    @Test
    void dates_the_change_and_starts_again_after_the_alarm() {
        List<Integer> counts = new ArrayList<>(Collections.nCopies(24, 0));
        counts.addAll(List.of(3, 2, 3, 2, 0, 0, 0, 0));
        Cusum cusum = Cusum.watch(counts, 0.5, Cusum.Design.DOUBLING).given().orElseThrow();
        assertThat(cusum.alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.since()).isEqualTo(24);
            assertThat(alarm.month()).isBetween(26, 28);
        });
        assertThat(cusum.path()).hasSize(counts.size());
        assertThat(cusum.path().get(23)).isZero();
        int month = cusum.alarms().getFirst().month();
        assertThat(cusum.path().get(month)).isGreaterThanOrEqualTo(cusum.threshold());
        assertThat(cusum.path().get(month + 1)).isLessThan(cusum.threshold());
        assertThat(cusum.p()).isLessThan(0.1);
    }

    @Test
    void gives_probabilities_that_are_evenly_spread_if_nothing_changes() {
        Random random = new Random(5);
        int small = 0;
        int series = 1_000;
        for (int i = 0; i < series; i++) {
            List<Integer> counts = new ArrayList<>();
            for (int month = 0; month < 60; month++) {
                counts.add(PlantedUnits.poisson(random, 2));
            }
            double p = Cusum.watch(counts, 2, Cusum.Design.DOUBLING)
                    .given()
                    .orElseThrow()
                    .p();
            small += p <= 0.1 ? 1 : 0;
        }
        assertThat((double) small / series).isEqualTo(0.1, within(0.025));
    }

    @Test
    void follows_an_expectation_that_changes_with_the_season() {
        List<Double> expected = List.of(0.5, 0.5, 0.5, 0.5, 3.0, 3.0, 3.0, 0.5, 0.5, 0.5, 0.5, 0.5);
        Chart chart = Chart.of(expected, Cusum.Design.DOUBLING);
        assertThat(chart.monthsToFalseAlarm()).isBetween(120.0, 160.0);
        Verdict<Cusum> summer =
                Cusum.watch(List.of(0, 1, 0, 1, 3, 3, 3, 0, 1, 0, 1, 0), expected, Cusum.Design.DOUBLING);
        assertThat(summer.given().orElseThrow().alarms()).isEmpty();
        assertThat(Cusum.watch(List.of(0, 1, 0, 1, 3, 3, 3, 0, 1, 0, 1, 0), 0.5, Cusum.Design.DOUBLING)
                        .given()
                        .orElseThrow()
                        .alarms())
                .isNotEmpty();
    }

    @Test
    void gives_no_verdict_on_next_to_nothing() {
        assertThat(Cusum.watch(List.of(0, 1), 0.01, Cusum.Design.DOUBLING))
                .isEqualTo(new Verdict.None<Cusum>(Verdict.Lack.MONTHLY_EVENTS, 0.01, 0.05));
        assertThatThrownBy(() -> new Cusum.Design(1, 0, 120)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double months(Chart chart, double mean, int runs) {
        Random random = new Random(11);
        long months = 0;
        for (int run = 0; run < runs; run++) {
            int sum = 0;
            for (int month = 0; sum < chart.threshold(); month++) {
                sum = Math.max(0, sum + chart.step(month, PlantedUnits.poisson(random, mean)));
                months++;
            }
        }
        return (double) months / runs;
    }
}
