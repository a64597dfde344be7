package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redress.time.Span;

class CommandsTest {

    private static final LocalDate MOVED = LocalDate.parse("2024-06-01");

    private static Set<String> commander(String unit, String day) {
        return commander(unit, day, "DAY");
    }

    private static Set<String> commander(String unit, String day, String precision) {
        Commands commands = new Commands(SheetExamples.gazetteer());
        commands.posting("police/S00", 1, null, MOVED.minusDays(1));
        commands.posting("police/S11", 1, MOVED, null);
        commands.posting("police/S00", 2, MOVED.plusMonths(1), MOVED.plusMonths(6));
        commands.posting("police/D0", 3, null, null);
        ComplaintSheet sheet = new ComplaintSheet(1, "N-1", 1, 0).directly(unit);
        sheet.during(Span.of(day.isEmpty() ? null : LocalDate.parse(day), precision));
        commands.told(sheet);
        return sheet.values(Dimension.COMMANDER);
    }

    @Test
    void a_commander_who_moves_takes_along_only_what_happens_afterwards() {
        assertThat(commander("police/S00", "2024-05-31")).containsExactly("1");
        assertThat(commander("police/S11", "2024-05-31")).isEmpty();
        assertThat(commander("police/S11", "2024-06-01")).containsExactly("1");
    }

    @Test
    void where_nobody_commanded_the_nearest_unit_above_counts() {
        assertThat(commander("police/S00", "2024-06-15")).containsExactly("3");
        assertThat(commander("police/S00", "2024-07-01")).containsExactly("2");
        assertThat(commander("army/S00", "2024-07-01")).isEmpty();
    }

    @Test
    void of_a_month_or_about_a_day_whoever_commanded_on_all_of_these_days_is_the_commander() {
        assertThat(commander("police/S00", "2024-05-01", "MONTH")).containsExactly("1");
        assertThat(commander("police/S00", "2024-08-01", "MONTH")).containsExactly("2");
        assertThat(commander("police/S00", "2024-05-10", "ABOUT")).containsExactly("1");
        assertThat(commander("police/S00", "2024-06-01", "MONTH")).containsExactly("3");
    }

    @Test
    void nobody_is_where_a_command_began_or_ended_within_these_days() {
        assertThat(commander("police/S00", "2024-12-01", "MONTH")).isEmpty();
        assertThat(commander("police/S00", "2024-05-20", "ABOUT")).isEmpty();
        assertThat(commander("police/S11", "2024-06-10", "ABOUT")).isEmpty();
    }

    @Test
    void a_command_that_goes_on_in_another_row_held_on_all_of_these_days() {
        Commands commands = new Commands(SheetExamples.gazetteer());
        commands.posting("police/S00", 1, null, MOVED.minusDays(1));
        commands.posting("police/S00", 1, MOVED, null);
        ComplaintSheet sheet = new ComplaintSheet(1, "N-1", 1, 0).directly("police/S00");
        commands.told(sheet.during(Span.of(MOVED, "ABOUT")));
        assertThat(sheet.values(Dimension.COMMANDER)).containsExactly("1");
    }

    @Test
    void without_a_day_nobody_is_said_to_have_commanded() {
        assertThat(commander("police/S00", "")).isEmpty();
    }
}
