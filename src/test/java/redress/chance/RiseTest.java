package redress.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RiseTest {

    private static final List<Double> EVEN = Collections.nCopies(24, 1.0);

    private static Rise rise(List<Integer> counts, List<Double> expected) {
        return Rise.of(counts, expected, 8).given().orElseThrow();
    }

    private static List<Integer> dealt(Random random, int total, List<Double> expected) {
        double all = expected.stream().mapToDouble(Double::doubleValue).sum();
        List<Integer> counts = new ArrayList<>(Collections.nCopies(expected.size(), 0));
        for (int i = 0; i < total; i++) {
            double left = random.nextDouble() * all;
            int month = 0;
            while (month < expected.size() - 1 && left >= expected.get(month)) {
                left -= expected.get(month++);
            }
            counts.set(month, counts.get(month) + 1);
        }
        return counts;
    }

    @Test
    void a_beginning_is_dated_and_held_against_the_months_before() {
        List<Integer> counts = new ArrayList<>(Collections.nCopies(16, 1));
        counts.addAll(Collections.nCopies(8, 4));
        Rise rise = rise(counts, EVEN);
        assertThat(rise.since()).isEqualTo(16);
        assertThat(rise.count()).isEqualTo(32);
        assertThat(rise.expected()).isEqualTo(8, within(1e-9));
        assertThat(rise.p()).isLessThan(0.001);
    }

    /** What the recursion says of the least probability, against months dealt by chance. */
    @Test
    void the_probability_is_the_share_of_series_dealt_by_chance_that_look_as_much_like_a_beginning() {
        Random random = new Random(7);
        List<Double> season = new ArrayList<>();
        for (int month = 0; month < 24; month++) {
            season.add(month % 12 < 4 ? 3.0 : 0.5);
        }
        List<Integer> counts = new ArrayList<>(Collections.nCopies(24, 1));
        for (int month = 14; month < 24; month++) {
            counts.set(month, month % 12 < 4 ? 3 : 1);
        }
        Rise seen = rise(counts, season);
        int total = counts.stream().mapToInt(Integer::intValue).sum();
        double least = tail(seen.count(), total, season, seen.since());
        int as = 0;
        int rounds = 20_000;
        for (int round = 0; round < rounds; round++) {
            List<Integer> dealt = dealt(random, total, season);
            double lowest = 1;
            int after = 0;
            for (int month = 23; month >= 8; month--) {
                after += dealt.get(month);
                lowest = Math.min(lowest, tail(after, total, season, month));
            }
            as += lowest <= least * (1 + 1e-9) ? 1 : 0;
        }
        assertThat(seen.p()).isBetween(1e-4, 0.2).isEqualTo((double) as / rounds, within(0.004));
    }

    private static double tail(long count, int total, List<Double> expected, int month) {
        double share =
                expected.stream().skip(month).mapToDouble(Double::doubleValue).sum()
                        / expected.stream().mapToDouble(Double::doubleValue).sum();
        return count == 0 ? 1 : Beta.lower(count, total - count + 1.0, share);
    }

    @Test
    void small_probabilities_come_no_more_often_than_they_say_if_nothing_changes() {
        Random random = new Random(5);
        int rounds = 4_000;
        int small = 0;
        for (int round = 0; round < rounds; round++) {
            small += rise(dealt(random, 5 + round % 60, EVEN), EVEN).p() <= 0.05 ? 1 : 0;
        }
        assertThat((double) small / rounds).isLessThanOrEqualTo(0.055);
    }

    @Test
    void of_next_to_nothing_and_of_months_of_which_nothing_was_to_be_expected_nothing_is_said() {
        List<Integer> two = new ArrayList<>(Collections.nCopies(24, 0));
        two.set(20, 2);
        assertThat(Rise.of(two, EVEN, 8).given()).isEmpty();
        List<Double> none = new ArrayList<>(Collections.nCopies(24, 0.0));
        none.set(2, 1.0);
        two.set(2, 5);
        assertThat(Rise.of(two, none, 8).given()).isEmpty();
    }

    @Test
    void a_single_event_in_a_month_in_which_nothing_was_to_be_expected_is_no_beginning() {
        List<Double> until = new ArrayList<>(Collections.nCopies(18, 1.0));
        until.addAll(Collections.nCopies(6, 0.0));
        List<Integer> counts = new ArrayList<>(Collections.nCopies(24, 0));
        counts.set(3, 1);
        counts.set(9, 2);
        counts.set(20, 1);
        Rise rise = rise(counts, until);
        assertThat(rise.p()).isEqualTo(1);
        assertThat(rise.since()).isLessThan(18);
    }

    @Test
    void of_very_many_events_an_upper_bound_is_told() {
        Random random = new Random(3);
        List<Integer> counts = dealt(random, 20_000, EVEN);
        assertThat(rise(counts, EVEN).p()).isGreaterThan(0.01);
        counts.set(23, counts.get(23) * 2);
        assertThat(rise(counts, EVEN).p()).isLessThan(1e-6);
        assertThat(rise(counts, EVEN).since()).isEqualTo(23);
    }
}
