package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import redress.chance.Peer;
import redress.problem.Problem;
import redress.web.Form;
import redress.web.ViewExamples;

class DossierTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 6);

    /** Ten complaints in each station and twenty in each patrol. */
    private static Precinct even() {
        Precinct precinct = new Precinct();
        for (int district = 0; district < Precinct.DISTRICTS; district++) {
            precinct.many(1_000L * district, 10, "police/S" + district);
            precinct.many(1_000L * district + 500, 20, "police/P" + district);
        }
        return precinct;
    }

    static final YearMonth PRESENT = YearMonth.of(2026, 11);

    static Outliers outliers(Scoped scoped) {
        return new OutlierCheck(scoped).look(Repeats.of(scoped, null));
    }

    static Dossier dossier(Scoped scoped) {
        Outliers outliers = outliers(scoped);
        return new Dossier(
                new Dossier.Head(
                        "unit",
                        scoped.group().own(),
                        "District <b>",
                        "2024-01",
                        "2025-12",
                        scoped.own().size(),
                        0,
                        0,
                        scoped.alleged().size(),
                        scoped.group().names().size() - 1,
                        "district"),
                List.of(),
                new Boards(scoped, Map.of("force", "Use of force")).all(),
                outliers,
                new ChangeCheck(scoped, outliers.own(), Map.of("force", "Use of force")).look(Repeats.of(scoped, null)),
                new ProcessCheck(scoped, LocalDate.of(2027, 12, 31)).look(),
                new NetworkCheck(scoped).look(ids -> Map.of(), Map.of()),
                new AreaCount(new Tree(List.of()), Map.of()).count(scoped.own(), null),
                Told.lacking(new Lack("INDEX", 0, 0)));
    }

    @Test
    void facts_that_were_asked_before_tell_each_unit_what_fresh_ones_would() {
        Precinct precinct = even().many(90_000, 60, "police/S3").complaint(99_999, DAY, "police/S5", 101, 102);
        Facts shared = precinct.facts();
        for (Node unit : shared.units().parts("police/D3")) {
            assertThat(shared.peers(Groups.ofUnit(unit, shared))).isSameAs(shared.peers(Groups.ofUnit(unit, shared)));
        }
        for (String key : List.of("police/S3", "police/S5", "police/D5", "police/P5", "police", "police/S3")) {
            Node unit = shared.units().find(key).orElseThrow();
            assertThat(dossier(new Scoped(shared, Groups.ofUnit(unit, shared))))
                    .as(key)
                    .isEqualTo(dossier(precinct.unit(key)));
        }
        assertThat(dossier(precinct.unit("police/S3"))).isNotEqualTo(dossier(precinct.unit("police/S5")));
    }

    @Test
    void peers_are_units_of_the_same_kind_and_level_of_the_same_service() {
        assertThat(even().unit("police/S3").group().names())
                .hasSize(Precinct.DISTRICTS)
                .containsKey("police/S7")
                .doesNotContainKeys("police/P3", "police/D3", "police");
    }

    @Test
    void a_unit_counts_everything_below_it_and_a_complaint_once() {
        Precinct precinct = new Precinct().complaint(1, DAY, "police/S3", 61, 62);
        assertThat(precinct.unit("police/D3").own()).hasSize(1);
        assertThat(precinct.unit("police/D3").alleged()).hasSize(2);
        assertThat(precinct.unit("police/D4").own()).isEmpty();
    }

    @Test
    void the_unit_that_counts_is_that_of_the_posting_and_not_that_of_the_incident() {
        Precinct precinct = new Precinct().complaint(1, DAY, "police/S3", "police/S4", 81);
        assertThat(precinct.unit("police/S4").own()).hasSize(1);
        assertThat(precinct.unit("police/S3").own()).isEmpty();
    }

    @Test
    void exposure_is_the_part_of_a_posting_that_lies_in_the_window_by_kind_of_unit() {
        Precinct precinct = even().posted(999, "police/S3", LocalDate.of(2020, 1, 1), LocalDate.of(2024, 1, 31));
        Peer district = new OutlierCheck(precinct.unit("police/D3"))
                .peers().stream()
                        .filter(peer -> peer.name().equals("police/D3"))
                        .findFirst()
                        .orElseThrow();
        double whole = 731 / OutlierCheck.DAYS_A_MONTH;
        assertThat(district.parts()).extracting(Peer.Part::stratum).containsExactlyInAnyOrder("station", "patrol");
        assertThat(district.exposure()).isCloseTo(20 * whole + 31 / OutlierCheck.DAYS_A_MONTH, within(1e-9));
        assertThat(district.count()).isEqualTo(30);
    }

    @Test
    void a_unit_like_its_peers_has_no_more_than_expected_and_one_with_seven_times_as_many_has() {
        Outliers usual = outliers(even().unit("police/D3"));
        assertThat(own(usual).more()).isFalse();
        assertThat(own(usual).expected()).isCloseTo(30, within(1.0));
        Outliers unusual = outliers(even().many(900_000, 60, "police/S3").unit("police/S3"));
        assertThat(own(unusual).more()).isTrue();
        assertThat(own(unusual).low()).isGreaterThan(1.5);
        assertThat(unusual.marks()).filteredOn(mark -> mark.ratio().more()).hasSize(1);
    }

    @Test
    void a_verdict_without_postings_says_at_once_that_size_is_not_known() {
        Precinct precinct = Precinct.withoutPostings();
        for (int district = 0; district < Precinct.DISTRICTS; district++) {
            precinct.many(1_000L * district, 10, "police/S" + district);
        }
        Dossier dossier = dossier(precinct.many(900_000, 60, "police/S3").unit("police/S3"));
        String first = new CheckFigures(dossier, ViewExamples.view("/desk/dossier"))
                .outlierWords(Objects.requireNonNull(dossier.outliers()))
                .getFirst();
        assertThat(first)
                .contains("are more than expected by chance")
                .contains("A large unit then looks worse than a small one");
    }

    @Test
    void twice_as_many_in_a_small_group_is_neither_called_chance_nor_more_than_chance() {
        Dossier dossier = dossier(even().many(900_000, 10, "police/S3").unit("police/S3"));
        Outliers.Ratio own = own(Objects.requireNonNull(dossier.outliers()));
        assertThat(own.more()).isFalse();
        assertThat(own.low()).isGreaterThan(1);
        assertThat(html(dossier))
                .contains("are more than most would have")
                .doesNotContain("no more than chance and the ordinary differences");
    }

    @Test
    void a_complaint_of_a_kind_in_which_nobody_was_posted_is_left_out_and_said() {
        Precinct precinct = even().complaint(5, DAY, "police/D3");
        assertThat(outliers(precinct.unit("police/D3")).leftOut()).isEqualTo(1);
    }

    /** The even precinct with an office in the third district, which nobody else has, and 200 complaints too many. */
    private static Scoped withOffice(Precinct precinct) {
        List<Node> nodes = new ArrayList<>();
        Facts facts = precinct.many(900_000, 200, "police/P3").facts();
        nodes.add(new Node("police/O3", "police/D3", "Office 3", "office"));
        nodes.add(facts.units().find("police").orElseThrow());
        for (Node district : facts.units().parts("police")) {
            nodes.add(district);
            nodes.addAll(facts.units().parts(district.key()));
        }
        Facts office = new Facts(facts.window(), new Tree(nodes), facts.accused(), facts.alleged(), facts.postings());
        return new Scoped(office, Groups.ofUnit(office.units().find("police/D3").orElseThrow(), office));
    }

    @Test
    void one_person_posted_for_one_day_to_a_kind_of_unit_that_nobody_else_has_takes_no_verdict() {
        Dossier dossier =
                dossier(withOffice(even().posted(61, "police/O3", DAY, DAY).complaint(5, DAY, "police/O3")));
        Outliers outliers = Objects.requireNonNull(dossier.outliers());
        assertThat(own(outliers).count()).isEqualTo(230);
        assertThat(own(outliers).expected()).isCloseTo(30, within(3.0));
        assertThat(own(outliers).more()).isTrue();
        assertThat(outliers.leftOut()).isEqualTo(1);
        assertThat(outliers.apart().count()).isEqualTo(1);
        assertThat(outliers.apart().exposure()).isCloseTo(1 / OutlierCheck.DAYS_A_MONTH, within(1e-9));
        assertThat(html(dossier))
                .contains("Also left out of this check: 0.03 officer-months in kinds of unit in which too few others"
                        + " served, or with too few complaints among them, with 1 complaint.")
                .doesNotContain("because nobody is known to have been posted");
    }

    @Test
    void a_unit_that_mostly_does_what_nobody_else_does_gets_no_verdict() {
        Precinct precinct = even();
        for (int officer = 0; officer < 30; officer++) {
            precinct.posted(5_000 + officer, "police/O3", Precinct.WINDOW.first(), Precinct.WINDOW.last());
        }
        Outliers outliers = outliers(withOffice(precinct));
        assertThat(outliers.own()).isNull();
        assertThat(lack(outliers)).isEqualTo(new Lack("PEERS", 0, 10));
    }

    @Test
    void too_small_a_peer_group_gives_counts_and_the_reason_why_there_is_no_verdict() {
        Scoped police = even().unit("police");
        Dossier dossier = dossier(police);
        Outliers outliers = outliers(police);
        assertThat(outliers.own()).isNull();
        assertThat(lack(outliers).what()).isEqualTo("PEERS");
        assertThat(dossier.head().complaints()).isEqualTo(30L * Precinct.DISTRICTS);
        assertThat(dossier.change().expectedFrom()).isEqualTo("earlier");
        assertThat(dossier.change().months()).hasSize(Precinct.WINDOW.months() * 2 / 3);
        assertThat(html(dossier)).contains("There is no verdict: there are 0 others like this");
    }

    @Test
    void a_rise_in_the_second_year_is_an_alarm_and_an_even_time_is_none() {
        Dossier even = dossier(even().unit("police/D3"));
        assertThat(even.change().months()).hasSize(17).noneMatch(Change.Month::alarm);
        Precinct risen = even();
        for (int i = 0; i < 40; i++) {
            risen.complaint(800_000 + i, LocalDate.of(2025, 7, 1).plusDays(i * 3L), "police/P3");
        }
        Change change = dossier(risen.unit("police/D3")).change();
        assertThat(change.expectedFrom()).isEqualTo("earlierAndPeers");
        assertThat(change.months().stream()
                        .filter(Change.Month::alarm)
                        .map(Change.Month::month)
                        .findFirst())
                .hasValueSatisfying(month -> assertThat(month).startsWith("2025-"));
    }

    @Test
    void neither_a_mark_outside_the_curves_nor_a_triangle_is_called_more_than_chance_by_itself() {
        Precinct risen = even();
        for (int i = 0; i < 40; i++) {
            risen.complaint(800_000 + i, LocalDate.of(2025, 7, 1).plusDays(i * 3L), "police/P3");
        }
        Document page = Jsoup.parse(html(dossier(risen.unit("police/D3"))));
        assertThat(page.expectFirst("figure:has(#funnel) p.reading").text())
                .contains("outside is not yet more than chance", "Only what is flagged, here or in the table")
                .doesNotContain("Inside the curves is what chance alone explains");
        assertThat(page.expectFirst("figure:has(#change) p.reading").text())
                .contains("something may have changed", "Chance alone takes it there now and then, too")
                .doesNotContain("something has changed");
        assertThat(page.expectFirst("#changes + p").text())
                .contains("went over its threshold", "Something may have changed, or it is chance")
                .doesNotContain("more than expected by chance at the level");
    }

    @Test
    void officers_are_compared_with_those_who_served_in_units_of_the_same_kind() {
        Facts facts = even().complaint(7, DAY, "police/S0", 3).facts();
        List<Officer> all = facts.postings().stream()
                .map(posting -> new Officer(posting.officer(), "police", "N" + posting.officer()))
                .toList();
        Scoped scoped = new Scoped(facts, Groups.ofOfficer(new Officer(3, "police", "N3"), all, facts));
        assertThat(scoped.group().names()).hasSize(10 * Precinct.DISTRICTS);
        assertThat(scoped.own()).extracting(Filed::id).containsExactly(7L);
    }

    @Test
    void a_commander_answers_for_the_units_below_only_while_the_command_lasted() {
        Facts facts = new Precinct()
                .complaint(1, DAY, "police/S3")
                .complaint(2, DAY.plusYears(1), "police/S3")
                .facts();
        Posting command = new Posting(5, "police/D3", DAY.minusMonths(1), DAY.plusMonths(1));
        Officer commander = new Officer(5, "police", "N5");
        Scoped scoped = new Scoped(facts, Groups.ofCommander(commander, List.of(command), List.of(commander), facts));
        assertThat(scoped.own()).extracting(Filed::id).containsExactly(1L);
    }

    @Test
    void
            a_commander_answers_for_a_month_or_a_day_near_only_where_the_command_held_all_days_on_which_it_may_have_been() {
        Facts facts = new Precinct()
                .complaint(1, LocalDate.of(2024, 4, 1), "MONTH", "police/S3")
                .complaint(2, LocalDate.of(2024, 6, 1), "MONTH", "police/S3")
                .complaint(3, LocalDate.of(2024, 5, 20), "ABOUT", "police/P3")
                .complaint(4, LocalDate.of(2024, 6, 1), "ABOUT", "police/P3")
                .complaint(5, LocalDate.of(2024, 1, 1), "YEAR", "police/S3")
                .complaint(6, LocalDate.of(2024, 5, 1), "UNKNOWN", "police/S3")
                .facts();
        Officer commander = new Officer(5, "police", "N5");
        assertThat(commanded(facts, commander, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 10)))
                .containsExactly(1L, 3L);
        assertThat(commanded(facts, commander, LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1)))
                .as("nobody is said to have commanded in a year")
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(new Scoped(
                                facts,
                                Groups.ofUnit(facts.units().find("police/S3").orElseThrow(), facts))
                        .own())
                .as("the unit has all of them")
                .extracting(Filed::id)
                .containsExactly(1L, 2L, 5L, 6L);
    }

    @Test
    void a_command_that_goes_on_in_another_row_or_in_a_unit_above_held_on_all_of_the_days() {
        Facts facts = new Precinct()
                .complaint(1, LocalDate.of(2024, 6, 1), "MONTH", "police/S3")
                .facts();
        Officer commander = new Officer(5, "police", "N5");
        for (String unit : List.of("police/S3", "police/D3")) {
            List<Posting> rows = List.of(
                    new Posting(5, "police/S3", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 10)),
                    new Posting(5, unit, LocalDate.of(2024, 6, 11), LocalDate.of(2024, 12, 31)));
            Group group = Groups.ofCommander(commander, rows, List.of(commander), facts);
            assertThat(new Scoped(facts, group).own()).as(unit).hasSize(1);
        }
    }

    @Test
    void a_command_that_ended_before_the_window_tells_of_a_day_near_and_makes_nobody_a_peer() {
        Facts facts = new Precinct()
                .complaint(1, LocalDate.of(2024, 1, 5), "ABOUT", "police/S3")
                .facts();
        List<Officer> all = List.of(new Officer(5, "police", "N5"), new Officer(6, "police", "N6"));
        List<Posting> rows = List.of(
                new Posting(5, "police/S3", LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 25)),
                new Posting(5, "police/S3", LocalDate.of(2023, 12, 26), LocalDate.of(2024, 12, 31)),
                new Posting(6, "police/S4", LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 25)));
        Group group = Groups.ofCommander(all.getFirst(), rows, all, facts);
        assertThat(new Scoped(facts, group).own()).hasSize(1);
        assertThat(group.names()).containsOnlyKeys("5");
    }

    @Test
    void whoever_commanded_nothing_in_the_months_of_another_question_is_still_told_from_other_such_people() {
        Facts facts = even().facts();
        List<Officer> all = List.of(new Officer(5, "police", "N5"), new Officer(6, "police", "N6"));
        for (Officer one : all) {
            Scoped scoped = new Scoped(facts, Groups.ofCommander(one, List.of(), all, facts));
            assertThat(outliers(scoped).own()).as(one.name()).isNull();
        }
    }

    private static List<Long> commanded(Facts facts, Officer commander, LocalDate from, LocalDate to) {
        Posting command = new Posting(commander.id(), "police/D3", from, to);
        return new Scoped(facts, Groups.ofCommander(commander, List.of(command), List.of(commander), facts))
                .own().stream().map(Filed::id).toList();
    }

    @Test
    void overlapping_commands_are_the_exposure_of_one_as_they_have_the_complaints_of_one() {
        List<Posting> commands = new ArrayList<>();
        for (int district = 0; district < Precinct.DISTRICTS; district++) {
            commands.add(command(1_000 + district, "police/D" + district));
        }
        double alone = expected(commands);
        assertThat(alone).isCloseTo(30, within(1.0));
        assertThat(expected(with(commands, command(1_003, "police/P3"))))
                .as("acting commander of a unit below, too")
                .isCloseTo(alone, within(1e-9));
        assertThat(expected(with(commands, command(1_003, "police/D3"))))
                .as("a command that stands in two rows")
                .isCloseTo(alone, within(1e-9));
    }

    private static Posting command(long officer, String unit) {
        return new Posting(officer, unit, Precinct.WINDOW.first(), Precinct.WINDOW.last());
    }

    private static List<Posting> with(List<Posting> commands, Posting further) {
        List<Posting> all = new ArrayList<>(commands);
        all.add(further);
        return all;
    }

    private static double expected(List<Posting> commands) {
        Facts facts = even().facts();
        List<Officer> all = commands.stream()
                .map(command -> new Officer(command.officer(), "police", "N" + command.officer()))
                .distinct()
                .toList();
        Officer own = new Officer(1_003, "police", "N1003");
        return own(outliers(new Scoped(facts, Groups.ofCommander(own, commands, all, facts))))
                .expected();
    }

    @Test
    void a_day_of_an_officer_counts_once_for_the_unit_that_began_last_however_many_postings_cover_it() {
        LocalDate half = LocalDate.of(2025, 1, 1);
        Precinct precinct = new Precinct()
                .posted(61, "police/S3", Precinct.WINDOW.first(), Precinct.WINDOW.last())
                .posted(61, "police/P4", half, LocalDate.of(2030, 1, 1));
        Facts facts = precinct.facts();
        List<Officer> all = List.of(new Officer(61, "police", "N61"), new Officer(81, "police", "N81"));
        Scoped officers = new Scoped(facts, Groups.ofOfficer(all.getFirst(), all, facts));
        Peer own = new OutlierCheck(officers)
                .peers().stream()
                        .filter(peer -> peer.name().equals("61"))
                        .findFirst()
                        .orElseThrow();
        assertThat(own.parts()).extracting(Peer.Part::stratum).containsExactlyInAnyOrder("station", "patrol");
        assertThat(own.exposure()).isCloseTo(731 / OutlierCheck.DAYS_A_MONTH, within(1e-9));
        assertThat(own.parts())
                .filteredOn(part -> part.stratum().equals("patrol"))
                .singleElement()
                .satisfies(
                        part -> assertThat(part.exposure()).isCloseTo(365 / OutlierCheck.DAYS_A_MONTH, within(1e-9)));
        assertThat(outliers(precinct.unit("police/S3")).exposure())
                .as("ten people, one of whom stands there twice")
                .isCloseTo(10 * 731 / OutlierCheck.DAYS_A_MONTH, within(1e-9));
    }

    @Test
    void complaints_of_which_only_the_year_is_known_are_in_no_month_and_the_page_says_how_many() {
        Precinct precinct = even();
        for (int district = 0; district < Precinct.DISTRICTS; district++) {
            for (int i = 0; i < 15; i++) {
                precinct.complaint(
                        700_000 + 100L * district + i, LocalDate.of(2024, 1, 1), "YEAR", "police/S" + district);
            }
        }
        Dossier dossier = dossier(precinct.unit("police/D3"));
        Change change = dossier.change();
        assertThat(dossier.head().complaints()).isEqualTo(45);
        assertThat(change.undated()).isEqualTo(15);
        assertThat(change.months()).noneMatch(Change.Month::alarm);
        long level = Objects.requireNonNull(change.level()).count();
        int later = change.months().stream().mapToInt(Change.Month::count).sum();
        assertThat(level + later)
                .as("the months that tell the level and those after them")
                .isEqualTo(30);
        assertThat(change.months().stream().mapToDouble(Change.Month::expected).sum())
                .as("what is only known by its year is expected in no month, either")
                .isCloseTo(later, within(1.0));
        assertThat(html(dossier)).contains("Of 15 complaints only the year of the incident is known");
        assertThat(html(dossier(even().unit("police/D3")))).doesNotContain("only the year");
    }

    @Test
    void boards_count_complaints_or_allegations_and_say_which() {
        List<Dossier.Board> boards = dossier(
                        new Precinct().complaint(1, DAY, "police/S3", 61, 62).unit("police/D3"))
                .boards();
        assertThat(boards)
                .filteredOn(board -> board.name().equals("category"))
                .containsExactly(new Dossier.Board(
                        "category", "complaints", List.of(new Dossier.Bar("force", "Use of force", 1, "category")), 0));
        assertThat(boards)
                .filteredOn(board -> board.name().equals("finding"))
                .containsExactly(new Dossier.Board(
                        "finding",
                        "allegations",
                        List.of(new Dossier.Bar("SUSTAINED", "desk.finding.SUSTAINED", 2, "finding")),
                        0));
    }

    @Test
    void a_board_of_years_leaves_no_year_out_however_many_there_are() {
        Precinct precinct = new Precinct();
        for (int year = 0; year < 40; year++) {
            precinct.complaint(year, DAY.plusYears(year), "police/S3");
        }
        Facts facts = precinct.facts();
        Window window = new Window(YearMonth.of(2024, 1), YearMonth.of(2065, 12));
        Facts all = new Facts(window, facts.units(), facts.accused(), facts.alleged(), facts.postings());
        Node station = facts.units().find("police/S3").orElseThrow();
        assertThat(new Boards(new Scoped(all, Groups.ofUnit(station, all)), Map.of()).all())
                .filteredOn(board -> board.name().equals("year"))
                .singleElement()
                .satisfies(board -> assertThat(board.bars()).hasSize(40));
    }

    @Test
    void a_board_of_allegations_shows_the_thirty_with_most_and_says_how_many_others_there_are() {
        Facts facts = new Precinct().complaint(1, DAY, "police/S3", 61).facts();
        List<Alleged> alleged = IntStream.range(0, 33)
                .mapToObj(kind -> new Alleged(1, facts.alleged().getFirst().subject(), "kind" + kind, null))
                .toList();
        Facts many = new Facts(facts.window(), facts.units(), facts.accused(), alleged, facts.postings());
        Node station = facts.units().find("police/S3").orElseThrow();
        Dossier dossier = dossier(new Scoped(many, Groups.ofUnit(station, many)));
        Dossier.Board board = dossier.boards().getFirst();
        assertThat(board.bars()).hasSize(30);
        assertThat(board.left()).isEqualTo(3);
        assertThat(html(dossier)).contains("3 further values with fewer are not shown");
    }

    @Test
    void the_page_says_everything_in_words_and_escapes_names() {
        String html = html(dossier(even().many(900_000, 60, "police/S3").unit("police/D3")));
        assertThat(html)
                .contains("more than expected by chance for units like this")
                .contains("District &lt;b&gt;")
                .contains("/desk/search?unit=police%2FD3&amp;stage=RECEIVED")
                .doesNotContain("pattern.");
    }

    @Test
    void whoever_sees_only_what_was_assigned_gets_counts_and_no_verdict_on_who_assigned_what() {
        Dossier seen = dossier(even().many(900_000, 60, "police/S3").unit("police/D3"));
        assertThat(own(Objects.requireNonNull(seen.outliers())).more()).isTrue();
        Dossier assigned = seen.assignedOnly();
        Outliers outliers = Objects.requireNonNull(assigned.outliers());
        assertThat(lack(outliers)).isEqualTo(Lack.ASSIGNED);
        assertThat(outliers.own()).isNull();
        assertThat(outliers.marks()).isEmpty();
        assertThat(assigned.change().lack()).isEqualTo(Lack.ASSIGNED);
        assertThat(assigned.change().months()).isEmpty();
        assertThat(assigned.process().lack()).isEqualTo(Lack.ASSIGNED);
        assertThat(assigned.process().endings()).allSatisfy(ending -> {
            assertThat(ending.lack()).isEqualTo(Lack.ASSIGNED);
            assertThat(ending.ratio()).isNull();
        });
        assertThat(assigned.network().lack()).isEqualTo(Lack.ASSIGNED);
        assertThat(assigned.boards()).isEqualTo(seen.boards());
        assertThat(html(assigned))
                .contains("You see only the complaints that are assigned to you.")
                .contains("There is no verdict: only complaints that are assigned to you are counted.")
                .contains("No verdict: only complaints that are assigned to you are counted.")
                .doesNotContain("more than expected by chance")
                .doesNotContain("Compared with")
                .doesNotContain("pattern.");
    }

    @Test
    void a_question_that_cannot_be_answered_is_refused_beside_its_field() {
        assertThat(faults(Map.of("unit", "a", "place", "b", "from", "may"))).containsExactly("place", "from");
        assertThat(faults(Map.of("unit", "a", "from", "2024-05", "to", "2024-04")))
                .containsExactly("to");
        assertThat(Question.in(Form.blank())).isFalse();
    }

    @Test
    void months_that_were_asked_for_are_looked_at_also_where_nothing_was_complained_of_since() {
        YearMonth last = YearMonth.of(2026, 3);
        assertThat(since("2026-06").since(YearMonth.of(2026, 6), last, PRESENT))
                .isEqualTo(new Window(YearMonth.of(2026, 6), PRESENT));
        assertThat(since("2027-02").since(YearMonth.of(2027, 2), last, PRESENT))
                .isEqualTo(new Window(YearMonth.of(2027, 2), YearMonth.of(2027, 2)));
        assertThat(since("2026-01").since(YearMonth.of(2026, 1), last, PRESENT))
                .isEqualTo(new Window(YearMonth.of(2026, 1), last));
    }

    @Test
    void a_first_month_alone_does_not_open_more_than_fifty_years() {
        YearMonth longAgo = YearMonth.of(1950, 1);
        assertThatThrownBy(() -> since("1950-01").since(longAgo, YearMonth.of(2026, 3), PRESENT))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.errors())
                                .extracting(Problem.FieldError::field)
                                .containsExactly("from"));
        Question whole = Question.of(Form.of(Map.of("cluster", "06A")));
        assertThat(whole.since(longAgo, YearMonth.of(2026, 3), PRESENT).from())
                .as("of a cluster all months are shown")
                .isEqualTo(longAgo);
    }

    private static Question since(String month) {
        return Question.of(Form.of(Map.of("unit", "police/S3", "from", month)));
    }

    /** Stations with 24 complaints each in the first of three years; the third was closed at its end. */
    private static Scoped closedStation(Known known) {
        LocalDate closed = LocalDate.of(2024, 12, 31);
        Precinct precinct = new Precinct();
        List<Posting> postings = new ArrayList<>();
        for (int district = 0; district < Precinct.DISTRICTS; district++) {
            LocalDate to = district == 3 ? closed : LocalDate.of(9999, 12, 31);
            for (int i = 0; i < 10; i++) {
                postings.add(new Posting(10L * district + i, "police/S" + district, LocalDate.of(2020, 1, 1), to));
            }
            for (int i = 0; i < 24; i++) {
                precinct.complaint(
                        100L * district + i, LocalDate.of(2024, 1, 1).plusDays(15L * i), "police/S" + district);
            }
        }
        Facts facts = precinct.facts();
        Window window = new Window(YearMonth.of(2024, 1), YearMonth.of(2026, 12));
        Facts all = new Facts(window, facts.units(), facts.accused(), facts.alleged(), postings, known);
        return new Scoped(all, Groups.ofUnit(all.units().find("police/S3").orElseThrow(), all));
    }

    @Test
    void months_of_which_nothing_is_known_yet_are_no_exposure_and_are_not_looked_at() {
        LocalDate end = LocalDate.of(2024, 12, 31);
        Scoped scoped = closedStation(new Known(Map.of("police", end), LocalDate.of(2026, 11, 27)));
        Outliers outliers = outliers(scoped);
        assertThat(own(outliers).expected()).isCloseTo(24, within(0.1));
        assertThat(own(outliers).more()).isFalse();
        Change change =
                new ChangeCheck(scoped, outliers.own(), Map.of("force", "Use of force")).look(Repeats.of(scoped, null));
        Change.Level level = Objects.requireNonNull(change.level());
        assertThat(level.from()).isEqualTo("2024-01");
        assertThat(change.months()).noneMatch(Change.Month::alarm);
        assertThat(change.months().getFirst().month())
                .isEqualTo(YearMonth.parse(level.to()).plusMonths(1).toString());
        assertThat(change.months().getLast().month()).isEqualTo("2024-12");
    }

    @Test
    void a_window_of_which_nothing_is_known_has_no_exposure_and_no_verdict() {
        LocalDate before = LocalDate.of(2023, 12, 31);
        Scoped scoped = closedStation(new Known(Map.of("police", before), before));
        Outliers outliers = outliers(scoped);
        assertThat(outliers.own()).isNull();
        assertThat(outliers.exposure()).isZero();
        assertThat(outliers.exposureUnit()).isEqualTo("officer-months");
        assertThat(new ChangeCheck(scoped, null, Map.of())
                        .look(Repeats.of(scoped, null))
                        .months())
                .isEmpty();
    }

    @Test
    void a_service_is_known_up_to_its_own_last_day() {
        LocalDate today = LocalDate.of(2026, 11, 27);
        Known known = new Known(Map.of("old", DAY, "police", today.minusDays(2)), today);
        assertThat(known.until("old/U1")).isEqualTo(DAY);
        assertThat(known.until("police")).isEqualTo(today.minusDays(2));
        assertThat(known.until("army/A")).isEqualTo(today);
        assertThat(known.until(null)).isEqualTo(today.minusDays(2));
    }

    private static Outliers.Ratio own(Outliers outliers) {
        return Objects.requireNonNull(outliers.own(), "a verdict");
    }

    private static Lack lack(Outliers outliers) {
        return Objects.requireNonNull(outliers.lack(), "a reason");
    }

    private static List<String> faults(Map<String, String> asked) {
        List<String> fields = new ArrayList<>();
        assertThatThrownBy(() -> Question.of(Form.of(asked)))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> refused.errors().forEach(error -> fields.add(error.field())));
        return fields;
    }

    private static String html(Dossier dossier) {
        return ViewExamples.html(new DossierPage("Ama", Form.blank(), dossier, PRESENT), "/desk/dossier");
    }
}
