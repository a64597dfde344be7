package redress.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is hidden stays hidden, also from somebody who subtracts. */
class SmallCellsTest {

    private static final int THRESHOLD = 10;

    @Test
    void shows_a_year_in_which_nothing_is_small() {
        assertThat(shown(12, 30, 10)).containsExactlyInAnyOrder(10, 12, 30);
    }

    @Test
    void hides_a_second_cell_beside_a_single_small_one() {
        assertThat(shown(3, 40, 25)).containsExactlyInAnyOrder(null, null, 40);
    }

    @Test
    void hides_so_many_that_together_they_reach_the_threshold() {
        assertThat(shown(1, 2, 3, 50, 60)).containsExactlyInAnyOrder(null, null, null, null, 60);
    }

    @Test
    void hides_the_only_cell_of_a_year_when_it_is_small() {
        assertThat(shown(4)).containsExactly((Integer) null);
    }

    @Test
    void keeps_tables_services_and_years_apart() {
        List<Cell> hidden = SmallCells.hide(
                List.of(
                        new Cell(Figure.FINDINGS, "police", 2025, "A", 3),
                        new Cell(Figure.FINDINGS, "police", 2025, "B", 30),
                        new Cell(Figure.FINDINGS, "police", 2026, "A", 30)),
                THRESHOLD);
        assertThat(hidden)
                .filteredOn(cell -> cell.year() == 2026)
                .extracting(Cell::shown)
                .containsExactly(30);
    }

    @Test
    void never_lets_an_exact_total_tell_a_hidden_cell() {
        Random random = new Random(20261122);
        for (int round = 0; round < 2_000; round++) {
            List<Cell> exact = new ArrayList<>();
            int cells = 2 + random.nextInt(6);
            for (int i = 0; i < cells; i++) {
                exact.add(new Cell(Figure.FINDINGS, "police", 2026, "cell" + i, 1 + random.nextInt(40)));
            }
            List<String> hidden = SmallCells.hide(exact, THRESHOLD).stream()
                    .filter(cell -> cell.shown() == null)
                    .map(Cell::name)
                    .collect(Collectors.toList());
            int sum = exact.stream()
                    .filter(cell -> hidden.contains(cell.name()))
                    .mapToInt(SmallCellsTest::count)
                    .sum();
            // The sum of the hidden is what total minus shown gives away.
            assertThat(hidden.isEmpty() || (hidden.size() >= 2 && (sum >= THRESHOLD || hidden.size() == cells)))
                    .as("round %s: %s hidden of %s", round, hidden, exact)
                    .isTrue();
        }
    }

    @Test
    void writes_a_download_that_no_spreadsheet_runs() {
        assertThat(StatisticsPages.field("=1+1")).isEqualTo("'=1+1");
        assertThat(StatisticsPages.field("Force, custody")).isEqualTo("\"Force, custody\"");
        assertThat(StatisticsPages.field("-")).isEqualTo("-");
    }

    private static List<Integer> shown(int... counts) {
        List<Cell> exact = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            exact.add(new Cell(Figure.FINDINGS, "police", 2026, "cell" + i, counts[i]));
        }
        return SmallCells.hide(exact, THRESHOLD).stream().map(Cell::shown).collect(Collectors.toList());
    }

    private static int count(Cell cell) {
        Integer shown = cell.shown();
        return shown == null ? 0 : shown;
    }
}
