package redress.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedTest {

    @ParameterizedTest
    @CsvSource({
        "3, 180, 180, 2",
        "3, 180, 365, 2",
        "2, 90, 365, 1",
        "3, 180, 1095, 5",
        "5, 365, 1825, 10",
        "2, 30, 40, 1"
    })
    void knows_how_often_chance_alone_meets_a_rule(int events, int window, int period, double mean) {
        Expected.Rule rule = new Expected.Rule(events, window, period);
        double computed = Expected.of(rule, List.of(mean), 0).units();
        Random random = new Random(1);
        int met = 0;
        int runs = 20_000;
        for (int run = 0; run < runs; run++) {
            met += meets(rule, PlantedUnits.poisson(random, mean), random) ? 1 : 0;
        }
        assertThat(computed).isEqualTo((double) met / runs, within(0.015));
    }

    @Test
    void is_exact_where_only_the_last_window_counts() {
        Expected one = Expected.of(new Expected.Rule(3, 180, 180), List.of(1.2, 0.4), 0);
        assertThat(one.probabilities().getFirst()).isEqualTo(Tail.poissonAtLeast(3, 1.2), within(1e-12));
        assertThat(one.units()).isEqualTo(Tail.poissonAtLeast(3, 1.2) + Tail.poissonAtLeast(3, 0.4), within(1e-12));
        Expected like = Expected.of(new Expected.Rule(3, 180, 180), List.of(1.2), 0.5);
        assertThat(like.units()).isEqualTo(Tail.negativeBinomialAtLeast(3, 1.2, 0.5), within(1e-3));
    }

    @Test
    void expects_more_units_where_like_units_differ() {
        Expected.Rule rule = new Expected.Rule(3, 180, 365);
        List<Double> force = Collections.nCopies(200, 0.5);
        assertThat(Expected.of(rule, force, 0.5).units())
                .isGreaterThan(1.5 * Expected.of(rule, force, 0).units());
    }

    @Test
    void says_how_surprising_the_number_of_warned_units_is() {
        Expected even = Expected.of(new Expected.Rule(1, 30, 30), Collections.nCopies(20, Math.log(2)), 0);
        assertThat(even.units()).isEqualTo(10, within(1e-9));
        assertThat(even.deviation()).isEqualTo(Math.sqrt(5), within(1e-9));
        assertThat(even.atLeast(20)).isEqualTo(Math.pow(2, -20), within(1e-15));
        assertThat(even.atLeast(11)).isEqualTo(0.4119014739990234, within(1e-9));
        assertThat(even.atLeast(0)).isEqualTo(1);
        assertThat(even.atLeast(21)).isZero();
    }

    @Test
    void expects_nothing_of_who_has_nothing() {
        assertThat(Expected.of(new Expected.Rule(3, 180, 365), List.of(0.0), 0.2)
                        .units())
                .isEqualTo(0, within(1e-12));
        assertThatThrownBy(() -> new Expected.Rule(3, 180, 90)).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean meets(Expected.Rule rule, int count, Random random) {
        double[] days = random.doubles(count, 0, rule.periodDays()).sorted().toArray();
        for (int first = 0; first + rule.events() <= count; first++) {
            if (days[first + rule.events() - 1] - days[first] < rule.windowDays()) {
                return true;
            }
        }
        return false;
    }
}
