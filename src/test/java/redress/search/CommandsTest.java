package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private static final LocalDate MOVED = LocalDate.parse("2024-06-01");

    private static Set<String> commander(String unit, String day) {
        Commands commands = new Commands(SheetExamples.gazetteer());
        commands.posting("police/S00", 1, null, MOVED.minusDays(1));
        commands.posting("police/S11", 1, MOVED, null);
        commands.posting("police/S00", 2, MOVED.plusMonths(1), MOVED.plusMonths(6));
        commands.posting("police/D0", 3, null, null);
        ComplaintSheet sheet = new ComplaintSheet(1, "N-1", 1, 0).directly(unit);
        sheet.on(day.isEmpty() ? null : LocalDate.parse(day));
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
    void without_a_day_nobody_is_said_to_have_commanded() {
        assertThat(commander("police/S00", "")).isEmpty();
    }
}
