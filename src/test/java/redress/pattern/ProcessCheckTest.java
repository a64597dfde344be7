package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import redress.web.Form;
import redress.web.ViewExamples;

class ProcessCheckTest {

    private static final LocalDate AS_OF = LocalDate.of(2027, 12, 31);

    private final List<Accused> accused = new ArrayList<>();
    private final List<Alleged> alleged = new ArrayList<>();
    private final Random random = new Random(5);

    /** A closed complaint, or an open one where it took no days that anybody knows. */
    private void complaint(String unit, @Nullable Integer days, @Nullable String finding) {
        long id = accused.size() + 1;
        LocalDate day = Precinct.WINDOW.first().plusDays(id * 7 % 700);
        LocalDate received = day.plusDays(2);
        Filed.Way way = new Filed.Way(
                "WEB",
                days == null ? "INVESTIGATION" : "CLOSED",
                "NONE",
                2,
                received,
                days == null ? null : received.plusDays(days));
        accused.add(new Accused(new Filed(id, "n" + id, day, "DAY", 22, null, unit, way), id, 0, unit));
        alleged.add(new Alleged(id, id, "force", finding));
    }

    /**
     * Stations close within a hundred days or so; half of the complaints end without a finding, a quarter is sustained.
     */
    private void usual() {
        for (int district = 0; district < Precinct.DISTRICTS; district++) {
            for (int i = 0; i < 40; i++) {
                complaint("police/S" + district, 50 + random.nextInt(100), finding(random.nextInt(4)));
            }
        }
    }

    private static @Nullable String finding(int quarter) {
        return quarter == 0 ? "SUSTAINED" : quarter == 1 ? "UNFOUNDED" : quarter == 2 ? "COMPLAINANT_GONE" : null;
    }

    private Scoped scoped(String unit) {
        Facts facts = facts();
        return new Scoped(facts, Groups.ofUnit(facts.units().find(unit).orElseThrow(), facts));
    }

    private Process process(String unit) {
        return new ProcessCheck(scoped(unit), AS_OF).look();
    }

    private static Process.Ending ending(Process process, String outcome) {
        return process.endings().stream()
                .filter(each -> each.outcome().equals(outcome))
                .findFirst()
                .orElseThrow();
    }

    private static Outliers.Ratio ratio(Process process, String outcome) {
        return Objects.requireNonNull(ending(process, outcome).ratio(), "a verdict");
    }

    private static Process.Took took(Process process) {
        return Objects.requireNonNull(process.delay(), "a verdict");
    }

    @Test
    void a_unit_like_the_others_takes_no_longer_and_ends_like_them() {
        usual();
        Process process = process("police/S3");
        assertThat(took(process).more()).isFalse();
        assertThat(took(process).longer()).isBetween(0.35, 0.65);
        assertThat(process.endings())
                .extracting(Process.Ending::outcome)
                .containsExactly("open", "noFinding", "sustained", "noneSustained");
        assertThat(ending(process, "noFinding").all()).isEqualTo(40);
        assertThat(ending(process, "sustained").count()
                        + ending(process, "noneSustained").count())
                .isEqualTo(40 - ending(process, "noFinding").count())
                .isEqualTo(ending(process, "sustained").all());
        assertThat(ratio(process, "noFinding").more()).isFalse();
    }

    @Test
    void a_unit_whose_complaints_stay_open_takes_longer_although_nobody_knows_yet_how_long() {
        usual();
        for (int i = 0; i < 40; i++) {
            complaint("police/S3", null, null);
        }
        Process process = process("police/S3");
        assertThat(took(process).more()).isTrue();
        assertThat(took(process).low()).isGreaterThan(0.5);
        assertThat(ending(process, "open").count()).isEqualTo(40);
        assertThat(ending(process, "open").all()).isEqualTo(80);
        assertThat(ending(process, "noFinding").all()).isEqualTo(40);
    }

    @Test
    void a_unit_whose_complaints_end_without_a_finding_has_more_of_these_than_expected() {
        usual();
        for (int i = 0; i < 80; i++) {
            complaint("police/S3", 50 + random.nextInt(100), "OTHER_CLOSURE");
        }
        Process process = process("police/S3");
        assertThat(ratio(process, "noFinding").more()).isTrue();
        assertThat(took(process).more()).isFalse();
        assertThat(html("police/S3"))
                .contains("Closed without a finding on whether it happened: "
                        + ending(process, "noFinding").count() + " of 120 is more than expected by chance"
                        + " for units like this; the reasons are not known.");
        assertThat(ratio(process("police/S4"), "noFinding").more()).isFalse();
    }

    @Test
    void what_came_in_too_late_or_was_closed_on_an_unknown_day_is_left_out_and_said() {
        usual();
        Filed.Way late = new Filed.Way("WEB", "RECEIVED", "NONE", 2, AS_OF.minusDays(3), null);
        Filed.Way undated = new Filed.Way("REGISTER", "CLOSED", "NONE", 2, AS_OF.minusDays(900), null);
        for (Filed.Way way : List.of(late, undated)) {
            long id = accused.size() + 1;
            LocalDate day = Precinct.WINDOW.last();
            accused.add(
                    new Accused(new Filed(id, "n" + id, day, "DAY", 22, null, "police/S3", way), 0, 0, "police/S3"));
        }
        Process process = process("police/S3");
        assertThat(process.cases()).isEqualTo(40);
        assertThat(process.tooYoung()).isEqualTo(1);
        assertThat(process.undated()).isEqualTo(1);
        assertThat(ending(process, "noFinding").all()).isEqualTo(41);
    }

    @Test
    void too_small_a_group_gives_counts_and_the_reason_why_there_is_no_verdict() {
        usual();
        Process process = process("police");
        assertThat(process.delay()).isNull();
        assertThat(Objects.requireNonNull(process.lack(), "a reason").what()).isEqualTo("PEERS");
        assertThat(ending(process, "sustained").count())
                .isEqualTo(alleged.stream()
                        .filter(each -> "SUSTAINED".equals(each.finding()))
                        .count());
        assertThat(ending(process, "sustained").ratio()).isNull();
        assertThat(html("police")).contains("How long they took cannot be compared. No verdict: 0 others");
    }

    @Test
    void a_unit_with_few_complaints_is_told_without_a_verdict_and_one_without_any_too() {
        usual();
        complaint("police/P3", 80, "SUSTAINED");
        Process few = process("police/P3");
        assertThat(Objects.requireNonNull(few.lack(), "a reason")).isEqualTo(new Lack("EXPOSURE", 1, 20));
        assertThat(ending(few, "sustained").count()).isEqualTo(1);
        assertThat(ending(few, "sustained").lack()).isEqualTo(new Lack("EXPOSURE", 1, 20));
        assertThat(ending(process("police/P4"), "noFinding").lack()).isEqualTo(new Lack("EXPOSURE", 0, 20));
    }

    @Test
    void stations_that_end_all_their_complaints_alike_are_compared_too() {
        for (int district = 0; district < Precinct.DISTRICTS; district++) {
            for (int i = 0; i < 25; i++) {
                complaint(
                        "police/S" + district, 50 + random.nextInt(100), district < 8 ? "OTHER_CLOSURE" : "UNFOUNDED");
            }
        }
        Outliers.Ratio own = ratio(process("police/S3"), "noFinding");
        assertThat(own.count()).isEqualTo(25);
        assertThat(own.more()).isFalse();
        assertThat(own.times()).isBetween(1.0, 5.0);
    }

    @Test
    void the_page_says_as_grave_only_where_grave_complaints_are_compared_apart() {
        usual();
        assertThat(process("police/S3").byGravity()).isFalse();
        assertThat(html("police/S3"))
                .contains("Of 100 pairs of a complaint here and one elsewhere")
                .contains("Grave complaints are not set apart");
        accused.replaceAll(each -> new Accused(grave(each.complaint()), each.subject(), each.officer(), each.unit()));
        assertThat(process("police/S3").byGravity()).isTrue();
        assertThat(html("police/S3"))
                .contains("and one as grave elsewhere")
                .doesNotContain("Grave complaints are not set apart");
    }

    /** The same complaint, every second one grave. */
    private static Filed grave(Filed all) {
        Filed.Way way = all.way();
        return new Filed(
                all.id(),
                all.number(),
                all.day(),
                all.precision(),
                all.hour(),
                all.place(),
                all.unit(),
                new Filed.Way(
                        way.channel(),
                        way.stage(),
                        way.injury(),
                        all.id() % 2 == 0 ? 5 : 2,
                        way.received(),
                        way.closed()));
    }

    @Test
    void a_young_office_is_looked_at_after_fewer_days() {
        usual();
        ProcessCheck soon = new ProcessCheck(scoped("police/S3"), LocalDate.of(2025, 2, 1));
        assertThat(soon.look().horizon()).isEqualTo(90);
    }

    @Test
    void in_a_place_the_complaints_about_a_service_whose_register_ended_are_as_old_as_they_were_then() {
        LocalDate ended = LocalDate.of(2024, 12, 31);
        LocalDate today = AS_OF.minusDays(2);
        for (int i = 0; i < 30; i++) {
            inPlace("old/U1", ended.minusDays(20), null);
            inPlace("police/S3", ended.minusDays(20), 30);
        }
        Facts facts = new Facts(
                Precinct.WINDOW,
                Precinct.units(),
                accused,
                alleged,
                List.of(),
                new Known(Map.of("old", ended, "police", today), AS_OF));
        Tree places = new Tree(List.of(new Node("X", null, "Town", "town")));
        Scoped place = new Scoped(facts, Groups.ofPlace(places.find("X").orElseThrow(), places));
        Process process = new ProcessCheck(place, facts.known().latest()).look();
        assertThat(process.asOf()).isEqualTo(today.toString());
        assertThat(process.horizon()).isEqualTo(365);
        assertThat(process.cases()).isEqualTo(30);
        assertThat(process.tooYoung()).isEqualTo(30);
        assertThat(ending(process, "open").count())
                .as("that nothing was closed after the end of a register says nothing")
                .isZero();
    }

    private void inPlace(String unit, LocalDate received, @Nullable Integer days) {
        long id = accused.size() + 1;
        String stage = days == null ? "INVESTIGATION" : "CLOSED";
        Filed.Way way =
                new Filed.Way("REGISTER", stage, "NONE", 2, received, days == null ? null : received.plusDays(days));
        accused.add(new Accused(new Filed(id, "n" + id, received, "DAY", 22, "X", unit, way), 0, 0, unit));
    }

    @Test
    void a_finding_counts_for_the_unit_whose_people_it_is_about() {
        long id = 1;
        LocalDate day = Precinct.WINDOW.first();
        Filed.Way way = new Filed.Way("WEB", "CLOSED", "NONE", 2, day, day.plusDays(9));
        Filed filed = new Filed(id, "n", day, "DAY", 22, null, "police/S3", way);
        accused.add(new Accused(filed, 11, 0, "police/S3"));
        accused.add(new Accused(filed, 12, 0, "police/S4"));
        alleged.add(new Alleged(id, 11, "force", "SUSTAINED"));
        alleged.add(new Alleged(id, 12, "force", "UNFOUNDED"));
        assertThat(ending(process("police/S3"), "sustained").count()).isEqualTo(1);
        assertThat(ending(process("police/S4"), "sustained").count()).isZero();
        assertThat(ending(process("police/S4"), "noneSustained").count()).isEqualTo(1);
    }

    private Facts facts() {
        return new Facts(Precinct.WINDOW, Precinct.units(), accused, alleged, List.of());
    }

    /** The page of a dossier of another kind, with nothing told in words. */
    private static String html(Scoped scoped, String kind) {
        Dossier one = DossierTest.dossier(scoped);
        Dossier.Head head = new Dossier.Head(
                kind,
                "key",
                "name",
                "2024-01",
                "2025-12",
                scoped.own().size(),
                0,
                0,
                0,
                scoped.group().names().size() - 1,
                "");
        Dossier dossier = new Dossier(
                head,
                List.of(),
                one.boards(),
                null,
                one.change(),
                one.process(),
                one.network(),
                one.areas(),
                one.told());
        return ViewExamples.html(new DossierPage("Ama", Form.blank(), dossier, DossierTest.PRESENT), "/desk/dossier");
    }

    private static Set<Long> first(int many) {
        return LongStream.rangeClosed(1, many).boxed().collect(Collectors.toSet());
    }

    @Test
    void of_a_cluster_no_number_of_complaints_would_give_a_verdict_and_nothing_is_said_to_come_from_others() {
        usual();
        for (int many : List.of(5, 60)) {
            Scoped cluster =
                    new Scoped(facts(), new ClusterGroup(new Cluster("06A", "Grey lorry", first(many), null, null)));
            Process process = new ProcessCheck(cluster, AS_OF).look();
            assertThat(process.lack()).isEqualTo(Lack.NO_PEERS);
            assertThat(process.endings()).extracting(Process.Ending::lack).containsOnly(Lack.NO_PEERS);
            assertThat(html(cluster, "cluster"))
                    .contains("nothing here is compared with others", "No verdict: there is nobody to compare with.")
                    .doesNotContain("What is expected comes from", "this cluster", " needed", "pattern.");
        }
    }

    @Test
    void of_a_search_it_is_said_that_all_the_rest_is_one_and_more_of_it_would_give_no_verdict() {
        usual();
        for (int many : List.of(5, 60)) {
            Scoped search = new Scoped(facts(), new SearchGroup("lorry", first(many)));
            Process process = new ProcessCheck(search, AS_OF).look();
            assertThat(process.lack()).isEqualTo(Lack.ONE_OTHER);
            assertThat(process.endings()).allSatisfy(ending -> {
                assertThat(ending.lack()).isEqualTo(Lack.ONE_OTHER);
                assertThat(ending.ratio()).isNull();
            });
            assertThat(html(search, "search"))
                    .contains("No verdict: all other complaints are one group")
                    .doesNotContain("What is expected comes from", "1 other with complaints", " needed", "pattern.");
        }
    }

    @Test
    void a_place_says_that_delays_endings_and_words_are_compared_with_other_places() {
        Tree places = new Tree(List.of(
                new Node("X", null, "Town", "town"),
                new Node("Y", null, "Port", "town"),
                new Node("Z", null, "Mill", "town")));
        LocalDate day = Precinct.WINDOW.first();
        inPlace("police/S3", day, 30);
        Facts facts = facts();
        Scoped place = new Scoped(facts, Groups.ofPlace(places.find("X").orElseThrow(), places));
        assertThat(html(place, "place"))
                .contains("Compared with 2 other places of this level: how long complaints take, how they end")
                .contains("No verdict: 1 complaint here, 20 needed.")
                .doesNotContain("only counts are shown", "1 complaints");
    }

    @Test
    void too_few_complaints_of_the_others_are_counted_for_a_delay_and_not_how_they_ended() {
        for (int i = 0; i < 30; i++) {
            complaint("police/S3", 90, "UNFOUNDED");
        }
        for (int district = 4; district < 16; district++) {
            complaint("police/S" + district, 90, "UNFOUNDED");
        }
        assertThat(Objects.requireNonNull(process("police/S3").lack(), "a reason"))
                .isEqualTo(new Lack("PEER_EVENTS", 12, 20));
        assertThat(html("police/S3"))
                .contains(
                        "How long they took cannot be compared. No verdict: 12 complaints of the others are old enough,"
                                + " 20 needed.")
                .contains("No verdict: fewer than 20 complaints of the others ended so, or fewer than 20 did not.")
                .doesNotContain("What is expected comes from");
        usual();
        assertThat(html("police/S3")).contains("What is expected comes from the other units like this");
    }

    private String html(String unit) {
        return ViewExamples.html(
                new DossierPage("Ama", Form.blank(), DossierTest.dossier(scoped(unit)), DossierTest.PRESENT),
                "/desk/dossier");
    }
}
