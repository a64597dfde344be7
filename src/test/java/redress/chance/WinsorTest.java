package redress.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WinsorTest {

    /** So many that not each count is looked at, and a share so great that the last of them lies between the cuts. */
    private static final BetaBinomial NEARLY_ALL = new BetaBinomial(40_000, 0.97, 0.05);

    @Test
    void what_is_inside_the_cuts_is_known_where_nearly_all_of_many_cases_have_the_outcome() {
        Winsor winsor = Winsor.of(NEARLY_ALL, 39_900, Winsor.Cuts.RATE);
        double low = Math.ceil(NEARLY_ALL.mean() - 1.2 * Math.sqrt(NEARLY_ALL.variance()));
        double inside = 1 - NEARLY_ALL.atMost((long) low - 1);
        assertThat(NEARLY_ALL.mean() + 1.2 * Math.sqrt(NEARLY_ALL.variance())).isGreaterThan(40_000);
        assertThat(winsor.inside()).isCloseTo(inside, within(0.01));
        assertThat(winsor.mean()).isCloseTo(0, within(0.2));
    }

    @Test
    void two_large_units_of_which_nearly_all_cases_have_the_outcome_get_no_verdict_and_no_error() {
        List<Peer> two = IntStream.range(0, 2)
                .mapToObj(i ->
                        new Peer("unit " + i, List.of(new Peer.Part("all", 99_000 - i * 60_000, 100_000 - i * 60_000))))
                .toList();
        Funnel funnel = Funnel.of(Measure.SHARES, two);
        assertThat(funnel.points())
                .allSatisfy(point -> assertThat(point.comparison()).isInstanceOf(Verdict.None.class));
    }
}
