package redress.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiscoveriesTest {

    /** The example of the paper (Benjamini and Hochberg 1995, 3.2), in another order. */
    private static final List<Double> THROMBOLYSIS = List.of(
            0.0201, 0.0001, 0.0004, 0.0019, 0.0095, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0);

    @Test
    void finds_the_four_of_the_paper() {
        Discoveries found = Discoveries.at(0.05, THROMBOLYSIS);
        assertThat(found.found()).isEqualTo(4);
        assertThat(found.found(4)).isTrue();
        assertThat(found.found(0)).isFalse();
        assertThat(found.q(4)).isEqualTo(15 * 0.0095 / 4, within(1e-12));
    }

    @Test
    void gives_q_values_that_rise_with_p() {
        Discoveries found = Discoveries.at(0.05, List.of(0.04, 0.041, 0.9));
        assertThat(found.q(0)).isEqualTo(found.q(1)).isEqualTo(0.0615, within(1e-12));
        assertThat(found.q(2)).isEqualTo(0.9, within(1e-12));
    }

    @Test
    void finds_nothing_among_nothing() {
        assertThat(Discoveries.at(0.1, List.of()).found()).isZero();
    }

    @Test
    void gives_a_count_the_room_that_coarse_ones_cannot_use() {
        Law coarse = new NegativeBinomial(0.05, 0.1);
        Law large = new NegativeBinomial(20, 0.1);
        List<Law> laws = List.of(coarse, coarse, coarse, coarse, large);
        double p = large.atLeast(38);
        List<Double> all = List.of(1.0, 1.0, 1.0, 1.0, p);
        assertThat(Discoveries.at(0.1, all).q(4)).isEqualTo(5 * p, within(1e-12));
        assertThat(Discoveries.ofCounts(0.1, all, laws).q(4)).isEqualTo(p + 4 * coarse.atLeast(2), within(1e-9));
    }

    @Test
    void refuses_what_is_no_probability() {
        assertThatThrownBy(() -> Discoveries.at(0.1, List.of(1.1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Discoveries.at(0, List.of(0.1))).isInstanceOf(IllegalArgumentException.class);
    }
}
