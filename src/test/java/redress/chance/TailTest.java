package redress.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known values were computed with forty digits (mpmath 1.3) or with SciPy 1.17. */
class TailTest {

    @ParameterizedTest
    @CsvSource({
        "0.001, 6.9071788853838537",
        "0.5, 0.57236494292470009",
        "1, 0",
        "1.5, -0.12078223763524522",
        "2, 0",
        "3.7, 1.4280723266653881",
        "14.5, 23.862765841689085",
        "15.5, 26.536914491115614",
        "171.3, 708.11494703899688",
        "100000, 1051287.7089736569"
    })
    void knows_the_logarithm_of_the_gamma_function(double x, double known) {
        assertThat(Tail.logGamma(x)).isEqualTo(known, within(4e-15 * (1 + Math.abs(known))));
    }

    @Test
    void holds_to_the_recurrence_of_the_gamma_function() {
        for (double x = 0.05; x < 60; x += 0.37) {
            assertThat(Tail.logGamma(x + 1)).isEqualTo(Tail.logGamma(x) + Math.log(x), within(2e-13));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.1, 0.34527915398142298, 0.65472084601857702",
        "2.5, 10, 0.99875026943696862, 0.0012497305630313754",
        "30, 10, 2.5099512015279078e-7, 0.99999974900487985",
        "30, 60, 0.99999312373503127, 6.8762649687320967e-6",
        "1000, 900, 0.00054990226571178292, 0.99945009773428822",
        "1000, 1100, 0.99894067674607002, 0.0010593232539299773"
    })
    void knows_both_incomplete_gamma_functions(double shape, double x, double below, double above) {
        assertThat(Tail.gammaAtMost(x, shape)).isCloseTo(below, Percentage.withPercentage(1e-10));
        assertThat(Tail.gammaAbove(x, shape)).isCloseTo(above, Percentage.withPercentage(1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 3, 0.4, 0.5248",
        "0.5, 0.5, 0.1, 0.20483276469913346",
        "40, 12, 0.5, 2.8519058187015389e-5",
        "12, 40, 0.05, 6.2065498785990593e-6",
        "500, 400, 0.6, 0.99657110677666571",
        "0.01, 5, 0.2, 0.99781803807703533"
    })
    void knows_the_incomplete_beta_function(double a, double b, double x, double known) {
        assertThat(Tail.betaAtMost(x, a, b)).isCloseTo(known, Percentage.withPercentage(1e-9));
        assertThat(Tail.betaAtMost(1 - x, b, a)).isEqualTo(1 - known, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1.5, 0.08333333333333333, 0.19796010194020534",
        "20, 5, 0.08333333333333333, 5.4591825006351876e-5",
        "400, 200, 0.1, 0.0058274229250494745",
        "30, 2, 0.0025, 1.4720215720639609e-24"
    })
    void knows_the_negative_binomial_tail(long count, double mean, double dispersion, double known) {
        assertThat(Tail.negativeBinomialAtLeast(count, mean, dispersion))
                .isCloseTo(known, Percentage.withPercentage(1e-8));
    }

    @Test
    void sums_masses_to_tails_for_every_law() {
        for (Law law : new Law[] {
            new NegativeBinomial(7.3, 0.2), new NegativeBinomial(0.2, 1.5), new BetaBinomial(40, 0.3, 0.05)
        }) {
            double below = 0;
            double mass = law.mass(0);
            for (long k = 0; k < 40; k++) {
                assertThat(law.mass(k)).isCloseTo(mass, Percentage.withPercentage(1e-8));
                assertThat(law.atLeast(k)).isEqualTo(1 - below, within(1e-11));
                below += law.mass(k);
                assertThat(law.atMost(k)).isEqualTo(below, within(1e-11));
                mass *= law.ratio(k);
            }
        }
    }

    @Test
    void takes_a_negative_binomial_without_dispersion_for_a_poisson() {
        assertThat(Tail.negativeBinomialAtLeast(9, 4, 0)).isEqualTo(Tail.poissonAtLeast(9, 4));
        assertThat(Tail.negativeBinomialAtLeast(9, 4, 1e-7)).isEqualTo(Tail.poissonAtLeast(9, 4), within(1e-7));
        assertThat(Tail.poissonAtMost(2, 1)).isEqualTo(2.5 * Math.exp(-1), within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-12, -7.0344838253011319",
        "0.001, -3.0902323061678135",
        "0.025, -1.9599639845400542",
        "0.3, -0.52440051270804082",
        "0.5, 0",
        "0.975, 1.9599639845400539"
    })
    void knows_normal_quantiles_and_tails(double p, double z) {
        assertThat(Tail.normalQuantile(p)).isEqualTo(z, within(1e-11));
        assertThat(Tail.normalAbove(-z)).isCloseTo(p, Percentage.withPercentage(1e-8));
    }

    @Test
    void knows_chi_square_tails() {
        assertThat(Tail.chiSquareAbove(3.841458820694124, 1)).isEqualTo(0.05, within(1e-14));
        assertThat(Tail.chiSquareAbove(30, 1)).isCloseTo(4.3204630578274973e-8, Percentage.withPercentage(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "0.025, 0.5, 0.0004910345585876278",
        "0.975, 0.5, 2.511943093657444",
        "0.001, 12, 4.042440790424585",
        "0.999, 12, 25.589298888688695",
        "0.5, 300, 299.66673259043927",
        "1e-6, 3, 0.018254282963279297"
    })
    void knows_gamma_quantiles(double p, double shape, double known) {
        assertThat(Tail.gammaQuantile(p, shape)).isCloseTo(known, Percentage.withPercentage(1e-8));
    }

    @Test
    void knows_beta_quantiles() {
        assertThat(Tail.betaQuantile(0.025, 2, 30)).isEqualTo(0.007910983461854705, within(1e-11));
        assertThat(Tail.betaQuantile(0.975, 2, 30)).isEqualTo(0.16702111623022772, within(1e-11));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 500, 5, 10000, 0.0011520377195640813",
        "5, 500, 5, 10000, 3.0660011794323123e-7",
        "2, 500, 100, 10000, 0.9635591838273887",
        "60, 1000, 300, 10000, 9.88058924665854e-8",
        "0, 10, 5, 20, 1",
        "6, 10, 5, 20, 0"
    })
    void knows_the_exact_probability_of_a_draw(long count, long drawn, long marked, long total, double known) {
        assertThat(Tail.hypergeometricAtLeast(count, drawn, marked, total)).isEqualTo(known, within(1e-9 * known));
    }

    @Test
    void refuses_what_is_no_probability() {
        assertThatThrownBy(() -> Tail.normalQuantile(1.2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tail.gammaQuantile(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tail.logGamma(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
