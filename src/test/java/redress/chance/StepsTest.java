package redress.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StepsTest {

    private final Random random = new Random(11);

    /** The greatest probability "this count or more" at or below the threshold, by going through the counts. */
    private static double reachable(Law law, double threshold) {
        long count = 0;
        while (law.atLeast(count) > threshold) {
            count++;
        }
        return law.atLeast(count);
    }

    private Law law() {
        double mean = Math.exp(random.nextDouble() * 8 - 4);
        return random.nextBoolean()
                ? new NegativeBinomial(mean, 0.01 + random.nextDouble())
                : new BetaBinomial(
                        10 + random.nextInt(200), 0.05 + 0.9 * random.nextDouble(), 0.01 + random.nextDouble() / 4);
    }

    @Test
    void at_each_threshold_as_many_are_expected_as_the_counts_can_reach_at_most() {
        List<Law> laws = new ArrayList<>();
        List<Double> thresholds = new ArrayList<>(List.of(1e-9, 0.5, 0.5, 1.0));
        for (int i = 0; i < 60; i++) {
            laws.add(law());
            thresholds.add(random.nextDouble());
            thresholds.add(Math.pow(10, -4 * random.nextDouble()));
        }
        // What a unit itself came to is one of the steps: the threshold must reach it.
        laws.forEach(law -> thresholds.add(Math.min(1, law.atLeast(1 + (long) law.mean()))));
        Steps steps = Steps.of(laws, thresholds);
        for (double threshold : thresholds) {
            double reachable = laws.stream()
                    .mapToDouble(law -> reachable(law, threshold * (1 + 1e-9)))
                    .sum();
            assertThat(steps.expected(threshold))
                    .as("at %s", threshold)
                    .isEqualTo(reachable, within(1e-7 * laws.size()));
        }
    }

    @Test
    void a_count_that_reaches_far_is_expected_at_a_threshold_as_often_as_the_threshold_says() {
        Steps steps = Steps.of(List.of(new NegativeBinomial(50_000, 0.2)), List.of(0.01, 0.3));
        assertThat(steps.expected(0.01)).isEqualTo(0.01, within(1e-12));
        assertThat(steps.expected(0.3)).isEqualTo(0.3, within(1e-12));
    }

    @Test
    void without_thresholds_or_counts_nothing_is_expected() {
        assertThat(Steps.of(List.of(), List.of(0.2)).expected(0.2)).isZero();
        assertThat(Steps.of(List.of(law()), List.of()).expected(0)).isZero();
    }
}
