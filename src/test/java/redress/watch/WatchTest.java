package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
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
                new Watch.Times(NOW, 70, last, null),
                1);
    }

    @Test
    void a_watch_runs_on_its_last_day_and_says_that_it_stopped_on_the_next() {
        assertThat(until(TODAY).state(TODAY)).isEqualTo(Watch.State.RUNNING);
        assertThat(until(TODAY).state(TODAY.plusDays(1))).isEqualTo(Watch.State.PAST);
    }

    @Test
    void a_renewed_watch_does_not_fire_for_what_came_while_it_stood_still() {
        LocalDate later = TODAY.plusDays(30);
        assertThat(until(TODAY.minusDays(5)).renewed(later, TODAY, 90).times().from())
                .isEqualTo(90);
        assertThat(until(TODAY).renewed(later, TODAY, 90).times().from()).isEqualTo(70);
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
