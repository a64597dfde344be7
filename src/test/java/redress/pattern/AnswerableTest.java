package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import redress.time.Ids;
import redress.web.ViewExamples;

class AnswerableTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 6);
    private static final LocalDate LONG_AGO = LocalDate.of(1990, 1, 1);
    private static final LocalDate STILL = LocalDate.of(2090, 1, 1);
    private static final long CHIEF = 901;
    private static final long DEPUTY = 902;

    private static Map<String, Long> board(List<Dossier.Board> boards, String name) {
        Map<String, Long> counts = new TreeMap<>();
        boards.stream()
                .filter(board -> board.name().equals(name))
                .forEach(board -> board.bars().forEach(bar -> counts.put(bar.label(), bar.count())));
        return counts;
    }

    private static List<Dossier.Board> boards(Scoped scoped, Posting... commands) {
        return new Answerable(scoped, new Commanders(Precinct.units(), List.of(commands)), AnswerableTest::names)
                .boards();
    }

    private static Map<Long, String> names(Set<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        ids.forEach(id -> names.put(id, "Officer " + id));
        return names;
    }

    @Test
    void a_complaint_counts_once_for_a_unit_and_for_each_officer_and_for_no_unit_above() {
        Scoped district = new Precinct()
                .complaint(1, DAY, "police/S3", 61, 62)
                .complaint(2, DAY, "police/S3", 61)
                .complaint(3, DAY, "police/P3")
                .unit("police/D3");
        List<Dossier.Board> boards = boards(district);
        assertThat(board(boards, "unit")).isEqualTo(Map.of("Station 3", 2L, "Patrol 3", 1L));
        assertThat(board(boards, "officer"))
                .isEqualTo(Map.of("Officer 61", 2L, "Officer 62", 1L, "pattern.unknown", 1L));
        assertThat(boards).extracting(Dossier.Board::countingUnit).containsOnly("complaints");
    }

    @Test
    void only_the_people_of_the_scope_are_counted_and_not_others_whom_its_complaints_accuse() {
        Precinct precinct = new Precinct().complaint(1, DAY, "police/S3", 61).complaint(1, DAY, "police/S4", 81);
        assertThat(board(boards(precinct.unit("police/S3")), "officer")).isEqualTo(Map.of("Officer 61", 1L));
    }

    @Test
    void the_commander_is_the_one_of_the_unit_that_day_or_of_the_nearest_above_that_had_one() {
        Scoped district = new Precinct()
                .complaint(1, DAY, "police/S3", 61)
                .complaint(2, DAY.plusDays(1), "police/S3", 61)
                .complaint(3, DAY, "police/P3", 71)
                .unit("police/D3");
        List<Dossier.Board> boards = boards(
                district,
                new Posting(DEPUTY, "police/S3", LONG_AGO, DAY),
                new Posting(CHIEF, "police/D3", LONG_AGO, STILL));
        assertThat(board(boards, "commander")).isEqualTo(Map.of("Officer 902", 1L, "Officer 901", 2L));
    }

    @Test
    void where_only_the_month_is_known_it_is_whoever_commanded_all_of_it() {
        Posting first = new Posting(DEPUTY, "police/S3", LONG_AGO, LocalDate.of(2024, 6, 10));
        Posting second = new Posting(CHIEF, "police/S3", LocalDate.of(2024, 6, 11), STILL);
        Scoped station = new Precinct()
                .complaint(1, LocalDate.of(2024, 5, 1), "MONTH", "police/S3")
                .complaint(2, LocalDate.of(2024, 6, 1), "MONTH", "police/S3")
                .complaint(3, LocalDate.of(2024, 1, 1), "YEAR", "police/S3")
                .unit("police/S3");
        assertThat(board(boards(station, first, second), "commander"))
                .isEqualTo(Map.of("Officer 902", 1L, "pattern.unknown", 2L));
    }

    @Test
    void a_board_that_would_name_nobody_or_only_what_the_dossier_is_about_is_left_out() {
        Scoped station = new Precinct().complaint(1, DAY, "police/S3").unit("police/S3");
        assertThat(boards(station)).isEmpty();
    }

    @Test
    void of_more_than_twelve_those_with_most_are_named_and_the_others_counted() {
        Precinct precinct = new Precinct();
        for (int i = 0; i < 33; i++) {
            precinct.complaint(i, DAY, "police/S3", 5_000 + i);
        }
        precinct.complaint(99, DAY, "police/S3", 5_032);
        Dossier.Board officers = boards(precinct.unit("police/S3")).getLast();
        assertThat(officers.name()).isEqualTo("officer");
        assertThat(officers.bars()).hasSize(12);
        assertThat(officers.bars().getFirst()).isEqualTo(new Dossier.Bar(Ids.text(5_032), "Officer 5032", 2, ""));
        assertThat(officers.left()).isEqualTo(21);
    }

    @Test
    void units_and_people_lead_to_their_dossiers_in_the_same_months_and_nobody_leads_nowhere() {
        Dossier dossier = DossierTest.dossier(new Precinct().unit("police/D3"));
        Dossier.Board board = new Dossier.Board(
                "commander",
                "complaints",
                List.of(
                        new Dossier.Bar(Ids.text(CHIEF), "Officer 901", 2, ""),
                        new Dossier.Bar("-", "pattern.unknown", 1, "")),
                0);
        List<List<redress.web.kit.Listing.Entry>> rows = new BoardFigure(
                        dossier, board, ViewExamples.view("/desk/dossier"))
                .tables()
                .getFirst()
                .rows();
        assertThat(rows.getFirst().getFirst().href())
                .isEqualTo("/desk/dossier?commander=" + Ids.text(CHIEF) + "&from=2024-01&to=2025-12");
        assertThat(rows.getLast().getFirst().href()).isNull();
    }
}
