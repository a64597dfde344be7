package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is new is shown at once while little comes, and never takes more than its share of the time. */
class PaceTest {

    private static final Duration IDLE = Duration.ofMillis(500);

    @Test
    void shows_what_comes_alone_at_once() {
        Pace pace = Pace.aTwentieth();
        assertThat(pace.due(1_000)).isFalse();
        pace.came(1);
        assertThat(pace.due(1_000)).isTrue();
    }

    @Test
    void rests_as_long_as_it_took_to_show_a_few() {
        Pace pace = Pace.aTwentieth();
        pace.came(40);
        pace.shown(1_000, 1_010);
        pace.came(1);
        restsUntil(1_020, pace);
    }

    private static void restsUntil(long end, Pace pace) {
        assertThat(pace.due(end - 1)).isFalse();
        assertThat(pace.due(end)).isTrue();
    }

    @Test
    void rests_longer_after_a_crowd_the_larger_it_was() {
        Pace pace = Pace.aTwentieth();
        pace.came(48);
        pace.shown(1_000, 1_010);
        pace.came(120);
        restsUntil(1_050, pace);
        pace.shown(1_050, 1_060);
        pace.came(1);
        restsUntil(1_160, pace);
    }

    @Test
    void rests_nineteen_times_as_long_as_it_took_to_show_many() {
        Pace pace = Pace.aTwentieth();
        pace.came(600);
        pace.came(400);
        pace.shown(1_000, 1_010);
        pace.came(1);
        assertThat(pace.due(1_199)).isFalse();
        assertThat(pace.untilDue(1_150, IDLE)).isEqualTo(Duration.ofNanos(50));
        assertThat(pace.due(1_200)).isTrue();
        assertThat(pace.untilDue(1_200, IDLE)).isZero();
    }

    @Test
    void rests_half_a_second_at_most() {
        Pace pace = Pace.aTwentieth();
        long second = Duration.ofSeconds(1).toNanos();
        pace.came(1_000);
        pace.shown(0, second);
        pace.came(1);
        assertThat(pace.untilDue(second, Duration.ofSeconds(9))).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void waits_for_the_bell_when_nothing_came() {
        Pace pace = Pace.aTwentieth();
        pace.shown(0, 10);
        assertThat(pace.untilDue(20, IDLE)).isEqualTo(IDLE);
        assertThat(pace.due(Duration.ofHours(1).toNanos())).isFalse();
    }

    @Test
    void never_rests_where_it_is_told_so() {
        Pace pace = Pace.atOnce();
        pace.shown(0, Duration.ofSeconds(1).toNanos());
        pace.came(1);
        assertThat(pace.due(Duration.ofSeconds(1).toNanos())).isTrue();
    }
}
