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
    void hides_many_allegations_that_come_from_few_complaints() {
        List<Cell> hidden = SmallCells.hide(
                List.of(
                        new Counted(new Cell(Figure.COMPLAINTS, "police", 2026, "", 3), 3),
                        new Counted(new Cell(Figure.CATEGORIES, "police", 2026, "Force", 12), 3),
                        new Counted(new Cell(Figure.FINDINGS, "police", 2026, "NONE", 12), 3)),
                THRESHOLD);
        assertThat(hidden).hasSize(3).extracting(Cell::shown).containsOnlyNulls();
    }

    @Test
    void hides_one_that_is_not_small_beside_several_small_ones_that_may_hold_the_same_complaints() {
        List<Cell> hidden = SmallCells.hide(
                List.of(counted(1, 5, 5), counted(2, 6, 5), counted(3, 60, 40), counted(4, 50, 30)), THRESHOLD);
        assertThat(hidden)
                .filteredOn(cell -> cell.shown() != null)
                .extracting(Cell::name)
                .containsExactly("cell3");
    }

    @Test
    void keeps_tables_services_and_years_apart() {
        List<Cell> hidden = SmallCells.hide(
                List.of(
                        new Counted(new Cell(Figure.FINDINGS, "police", 2025, "A", 3), 3),
                        new Counted(new Cell(Figure.FINDINGS, "police", 2025, "B", 30), 30),
                        new Counted(new Cell(Figure.FINDINGS, "police", 2026, "A", 30), 30)),
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
            List<Counted> exact = new ArrayList<>();
            int cells = 2 + random.nextInt(6);
            for (int i = 0; i < cells; i++) {
                int complaints = 1 + random.nextInt(40);
                int allegations = complaints * (1 + random.nextInt(4));
                exact.add(counted(i, allegations, complaints));
            }
            List<String> hidden = SmallCells.hide(exact, THRESHOLD).stream()
                    .filter(cell -> cell.shown() == null)
                    .map(Cell::name)
                    .collect(Collectors.toList());
            // The sum of the hidden is what total minus shown gives away; one cell alone is sure to have so many
            // people,
            // since several may count the same complaint.
            int people = exact.stream()
                    .filter(one -> hidden.contains(one.cell().name()))
                    .mapToInt(Counted::complaints)
                    .max()
                    .orElse(0);
            assertThat(hidden.isEmpty() || (hidden.size() >= 2 && (people >= THRESHOLD || hidden.size() == cells)))
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

    /** What is shown of cells in which each complaint has one allegation. */
    private static List<Integer> shown(int... counts) {
        List<Counted> exact = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            exact.add(counted(i, counts[i], counts[i]));
        }
        return SmallCells.hide(exact, THRESHOLD).stream().map(Cell::shown).collect(Collectors.toList());
    }

    private static Counted counted(int name, int allegations, int complaints) {
        return new Counted(new Cell(Figure.FINDINGS, "police", 2026, "cell" + name, allegations), complaints);
    }
}
