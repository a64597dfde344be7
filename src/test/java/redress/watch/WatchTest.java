package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import redress.problem.Problem;
import redress.profile.WatchRules;
import redress.search.SavedSearch;

class WatchTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final WatchRules RULES = new WatchRules(3, 180, 180, 366, 6);
    private static final String PURPOSE = "Several people told the same story.";

    private static Watch until(LocalDate last) {
        return new Watch(
                1,
                "ama",
                "Quay",
                PURPOSE,
                new Watch.Sought(Watch.Kind.SEARCH, new SavedSearch("q=quay"), null),
                new Watch.Times(NOW, 70, last, null, null),
                1);
    }

    @Test
    void a_watch_runs_on_its_last_day_and_says_that_it_stopped_on_the_next() {
        assertThat(until(TODAY).state(TODAY)).isEqualTo(Watch.State.RUNNING);
        assertThat(until(TODAY).state(TODAY.plusDays(1))).isEqualTo(Watch.State.PAST);
    }

    @Test
    void a_renewed_watch_does_not_fire_for_what_came_while_it_stood_still() {
        Watch past = until(TODAY.minusDays(5));
        Watches.Running renewed = running(past.renewed(TODAY.plusDays(30), TODAY, 90));
        assertThat(heard(renewed, 90, TODAY.minusDays(4))).isFalse();
        assertThat(heard(renewed, 90, TODAY)).isFalse();
        assertThat(heard(renewed, 91, TODAY)).isTrue();
        Watches.Running ahead = running(until(TODAY).renewed(TODAY.plusDays(30), TODAY, 90));
        assertThat(heard(ahead, 90, TODAY)).as("it did not stand still").isTrue();
    }

    @Test
    void a_renewed_watch_still_fires_for_what_came_while_it_ran_where_the_round_is_late() {
        Watch once = until(TODAY.minusDays(5)).renewed(TODAY.plusDays(30), TODAY, 90);
        assertThat(heard(running(once), 89, TODAY.minusDays(5))).isTrue();
        assertThat(heard(running(once), 70, TODAY.minusDays(5)))
                .as("before it was made")
                .isFalse();
        LocalDate then = TODAY.plusDays(40);
        Watches.Running twice = running(once.renewed(then.plusDays(30), then, 120));
        assertThat(heard(twice, 110, TODAY.plusDays(30))).isTrue();
        assertThat(heard(twice, 120, TODAY.plusDays(31))).isFalse();
        assertThat(heard(twice, 90, TODAY)).as("in the first standstill").isFalse();
        assertThat(heard(twice, 121, then)).isTrue();
    }

    private static Watches.Running running(Watch watch) {
        Watch.Times times = watch.times();
        return new Watches.Running(
                watch.owner(),
                watch.sought().kind(),
                times.from(),
                times.until(),
                times.endedAt(),
                times.stood(),
                watch.sought().rule());
    }

    private static boolean heard(Watches.Running watch, long position, LocalDate day) {
        return watch.hears(position, day.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    @Test
    void an_ended_watch_is_ended_for_good() {
        Watch ended = until(TODAY).ended(NOW);
        assertThat(ended.state(TODAY)).isEqualTo(Watch.State.ENDED);
        assertThatThrownBy(() -> ended.renewed(TODAY.plusDays(1), TODAY, 90)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> ended.ended(NOW)).isInstanceOf(Problem.class);
    }

    @Test
    void what_is_missing_in_a_wanted_watch_is_told_beside_its_field() {
        Watch.Sought nothing = new Watch.Sought(Watch.Kind.SEARCH, new SavedSearch(""), null);
        assertThat(faults(new Wanted(" ", "why", nothing, TODAY.minusDays(1))))
                .containsExactlyInAnyOrder("label", "purpose", "search", "until");
        Watch.Sought rule = new Watch.Sought(Watch.Kind.OFFICER, new SavedSearch(""), new Watch.Rule(1, 0));
        assertThat(faults(new Wanted("Officers", PURPOSE, rule, TODAY.plusDays(367))))
                .containsExactlyInAnyOrder("complaints", "days", "until");
    }

    @Test
    void a_watch_may_run_for_a_year_and_no_longer() {
        assertThat(Wanted.checkUntil(TODAY.plusDays(366), RULES, TODAY)).isEmpty();
        assertThat(Wanted.checkUntil(TODAY.plusDays(367), RULES, TODAY)).isPresent();
        assertThat(Wanted.checkUntil(null, RULES, TODAY)).isPresent();
    }

    private static List<String> faults(Wanted wanted) {
        try {
            wanted.require(RULES, TODAY);
            return List.of();
        } catch (Problem problem) {
            return problem.errors().stream().map(Problem.FieldError::field).toList();
        }
    }
}
