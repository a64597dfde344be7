package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import redress.time.Ids;
import redress.web.Form;
import redress.web.ViewExamples;

class NetworkCheckTest {

    private static final Map<String, String> CATEGORIES = Map.of("force", "Use of force");
    private static final Function<Set<Long>, Map<Long, String>> NAMES = ids -> {
        Map<Long, String> names = new HashMap<>();
        ids.forEach(id -> names.put(id, "Officer <" + id + ">"));
        return names;
    };

    private static final LocalDate DAY = LocalDate.of(2024, 5, 6);

    private final Random random = new Random(3);
    private final Precinct precinct = new Precinct();
    private long next = 1;

    /** Officers of the station in district 3 are 61 to 70; here it has forty, accused one, two or three at a time. */
    private NetworkCheckTest usual() {
        for (int i = 0; i < 90; i++) {
            accuse("police/S3", random.longs(1 + i % 3, 61, 101).distinct().toArray());
        }
        return this;
    }

    private NetworkCheckTest crew(int many) {
        for (int i = 0; i < many; i++) {
            long left = 62 + random.nextInt(4) * 2;
            accuse(
                    "police/S3",
                    LongStream.of(62, 64, 66, 68).filter(one -> one != left).toArray());
        }
        return this;
    }

    private void accuse(String unit, long... officers) {
        LocalDate day = Precinct.WINDOW.first().plusDays(next * 5 % 700);
        precinct.complaint(next++, day, unit, officers);
    }

    private Network network(String unit) {
        return new NetworkCheck(precinct.unit(unit)).look(NAMES, CATEGORIES);
    }

    private Scoped officer(long id) {
        Facts facts = precinct.facts();
        List<Officer> all = new ArrayList<>();
        facts.postings().forEach(posting -> all.add(new Officer(posting.officer(), "police", "N")));
        return new Scoped(facts, Groups.ofOfficer(new Officer(id, "police", "N"), all, facts));
    }

    @Test
    void counts_complaints_that_accuse_two_known_officers_and_leaves_out_whoever_nobody_knows() {
        accuse("police/S3", 61, 62);
        accuse("police/S3", 61, 0);
        accuse("police/S3", 61);
        accuse("police/S4", 81, 82);
        Network network = network("police/S3");
        assertThat(network.together()).isEqualTo(1);
        assertThat(network.officers()).isEqualTo(2);
        assertThat(network.more()).isZero();
        assertThat(network("police").together()).isEqualTo(2);
    }

    @Test
    void a_crew_is_told_with_its_reasons_and_counts() {
        Network network = usual().crew(28).network("police/D3");
        assertThat(network.crews()).singleElement().satisfies(crew -> {
            assertThat(crew.name()).isEqualTo("A");
            assertThat(crew.members())
                    .containsExactlyElementsOf(
                            LongStream.of(62, 64, 66, 68).mapToObj(Ids::text).toList());
            assertThat(crew.possible()).isEqualTo(6);
            assertThat(crew.ties()).isBetween(5, 6);
            assertThat(crew.byThree()).isGreaterThanOrEqualTo(28);
            assertThat(crew.complaints()).isGreaterThanOrEqualTo(crew.byThree());
            assertThat((double) crew.shared()).isGreaterThan(2 * crew.expected());
            assertThat(crew.category()).isEqualTo("Use of force");
            assertThat(crew.alike()).isEqualTo(crew.complaints());
            assertThat(crew.days()).isLessThanOrEqualTo(crew.complaints());
        });
        assertThat(network.people()).filteredOn(person -> person.crew() != null).hasSize(4);
        assertThat(network.ties()).filteredOn(Network.Tie::more).hasSize((int) network.more());
    }

    @Test
    void people_of_one_unit_who_meet_the_same_incidents_are_no_crew() {
        Network network = usual().network("police/S3");
        assertThat(network.crews()).isEmpty();
        assertThat(network.more()).isLessThanOrEqualTo(1);
        assertThat(network.ties()).isNotEmpty().hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void one_night_told_by_ten_people_is_one_incident_and_makes_no_crew() {
        usual();
        for (int i = 0; i < 10; i++) {
            precinct.complaint(next++, DAY, "police/S3", 62, 64, 66, 68);
        }
        Network network = network("police/S3");
        assertThat(network.crews()).isEmpty();
        assertThat(network.ties())
                .filteredOn(tie -> tie.one().equals(Ids.text(62)) && tie.other().equals(Ids.text(64)))
                .allSatisfy(tie -> assertThat(tie.shared()).isLessThan(10));
        assertThat(network.more()).isLessThanOrEqualTo(1);
    }

    /** One who is accused of everything, and three who are accused of the same nights, each by somebody else. */
    @Test
    void a_crew_whose_nights_are_told_by_several_people_is_told_with_what_all_of_these_say() {
        for (int i = 0; i < 60; i++) {
            accuse("police/S3", 61, 70 + i / 2);
        }
        for (int night = 0; night < 3; night++) {
            for (long one : List.of(62L, 63L, 64L)) {
                precinct.complaint(next++, DAY.plusDays(20L * night), "police/S3", 61, one);
            }
        }
        assertThat(network("police/S3").crews()).singleElement().satisfies(crew -> {
            assertThat(crew.members())
                    .containsExactlyElementsOf(
                            LongStream.of(62, 63, 64).mapToObj(Ids::text).toList());
            assertThat(crew.complaints()).isEqualTo(9);
            assertThat(crew.byThree()).isEqualTo(9);
            assertThat(crew.days()).isEqualTo(3);
            assertThat(crew.from()).isEqualTo("2024-05");
            assertThat(crew.to()).isEqualTo("2024-06");
            assertThat(crew.alike()).isEqualTo(9);
        });
    }

    @Test
    void days_of_a_crew_are_counted_only_as_far_as_they_are_known_and_not_told_where_none_is() {
        for (int i = 0; i < 60; i++) {
            accuse("police/S3", 61, 70 + i / 2);
        }
        for (int month = 0; month < 9; month++) {
            LocalDate first = LocalDate.of(2024, 3 + month, 1);
            Filed.Way way = new Filed.Way("WEB", "RECEIVED", "NONE", 2, first, null);
            Filed filed = new Filed(next++, "n" + month, first, "MONTH", -1, null, "police/S3", way);
            precinct.accused(filed, "police/S3", 62, 63, 64);
        }
        assertThat(network("police/S3").crews()).singleElement().satisfies(crew -> {
            assertThat(crew.complaints()).isEqualTo(9);
            assertThat(crew.days()).isZero();
        });
        assertThat(html(precinct.unit("police/S3")))
                .contains("of which three or more are, from 2024-03 to 2024-11.")
                .doesNotContain("different days", "days are known");
        precinct.complaint(next++, DAY, "police/S3", 62, 63);
        precinct.complaint(next++, DAY.plusDays(2), "police/S3", 63, 64);
        assertThat(network("police/S3").crews())
                .singleElement()
                .satisfies(crew -> assertThat(crew.days()).isEqualTo(2));
        assertThat(html(precinct.unit("police/S3"))).contains(", on 2 different days as far as the days are known.");
    }

    @Test
    void two_incidents_of_one_day_in_which_nobody_is_accused_in_both_stay_two() {
        precinct.complaint(next++, DAY, "police/S3", 61, 62);
        precinct.complaint(next++, DAY, "police/S3", 63, 64);
        precinct.complaint(next++, DAY, "police/S3", 64, 65);
        precinct.complaint(next++, DAY.plusDays(1), "police/S3", 61, 62);
        Network network = network("police/S3");
        assertThat(network.ties()).singleElement().satisfies(tie -> {
            assertThat(tie.one()).isEqualTo(Ids.text(61));
            assertThat(tie.other()).isEqualTo(Ids.text(62));
            assertThat(tie.shared()).isEqualTo(2);
        });
        assertThat(network.together()).isEqualTo(4);
        assertThat(network.incidents()).isEqualTo(3);
    }

    @Test
    void complaints_of_a_month_whose_day_nobody_knows_are_incidents_of_their_own() {
        for (int i = 0; i < 2; i++) {
            Filed.Way way = new Filed.Way("WEB", "RECEIVED", "NONE", 2, DAY, null);
            Filed filed = new Filed(next++, "n" + i, DAY, "MONTH", -1, null, "police/S3", way);
            precinct.accused(filed, "police/S3", 61, 62);
        }
        assertThat(network("police/S3").ties())
                .singleElement()
                .satisfies(tie -> assertThat(tie.shared()).isEqualTo(2));
    }

    @Test
    void an_officer_stands_in_the_middle_of_those_who_are_accused_together_with_the_officer() {
        usual().crew(28);
        accuse("police/S5", 101, 102);
        Network network = new NetworkCheck(officer(62)).look(NAMES, CATEGORIES);
        assertThat(network.people().getFirst().id()).isEqualTo(Ids.text(62));
        assertThat(network.people()).extracting(Network.Person::id).doesNotContain(Ids.text(101));
        assertThat(network.crews())
                .singleElement()
                .satisfies(crew -> assertThat(crew.members()).contains(Ids.text(62), Ids.text(66)));
        assertThat(network.together())
                .isEqualTo(precinct.facts().accused().stream()
                        .filter(one -> one.officer() == 62)
                        .filter(one -> precinct.facts().accused().stream()
                                .anyMatch(other -> other.complaint() == one.complaint() && other.officer() != 62))
                        .count());
    }

    @Test
    void an_officer_is_told_with_all_who_are_accused_of_the_same_nights_by_whomever() {
        for (int i = 0; i < 60; i++) {
            accuse("police/S3", 61, 70 + i / 2);
        }
        for (int night = 0; night < 6; night++) {
            precinct.complaint(next++, DAY.plusDays(20L * night), "police/S3", 62, 63);
            precinct.complaint(next++, DAY.plusDays(20L * night), "police/S3", 63, 64);
        }
        Network whole = network("police/S3");
        Network own = new NetworkCheck(officer(62)).look(NAMES, CATEGORIES);
        assertThat(whole.crews())
                .singleElement()
                .satisfies(crew -> assertThat(crew.members()).contains(Ids.text(62), Ids.text(63), Ids.text(64)));
        assertThat(own.crews()).isEqualTo(whole.crews());
    }

    @Test
    void the_page_says_what_chance_is_and_that_a_crew_is_no_finding() {
        usual().crew(28);
        String html = html(precinct.unit("police/D3"));
        assertThat(html)
                .contains("accused together more often than expected by chance for people accused as often in units"
                        + " like these; the reasons are not known")
                .contains("It is a candidate for a closer look and no finding.")
                .contains("Possible crew A: 4 people, ")
                .contains("Expected by chance")
                .contains("/desk/dossier?officer=" + Ids.text(62) + "&amp;from=2024-01&amp;to=2025-12")
                .doesNotContain("pattern.");
        assertThat(html(new Precinct().unit("police/D3"))).doesNotContain("Who is accused together");
    }

    @Test
    void the_page_tells_the_pairs_that_are_more_than_chance_from_the_others_in_table_and_picture() {
        usual().crew(28);
        Network network = network("police/D3");
        assertThat(network.ties()).extracting(Network.Tie::more).contains(true, false);
        Element figure = Jsoup.parse(html(precinct.unit("police/D3"))).expectFirst("figure:has(#network-plot)");
        List<String> more =
                figure.select("table").getLast().select("tbody td:last-child").eachText();
        assertThat(more).hasSize(network.ties().size());
        assertThat(more.subList(0, (int) network.more())).containsOnly("yes");
        assertThat(more.subList((int) network.more(), more.size())).containsOnly("no");
        assertThat(figure.select("svg.broad path.tie.more")).hasSize((int) network.more());
        assertThat(figure.select("svg.broad path.tie.usual")).hasSize(more.size() - (int) network.more());
        assertThat(figure.select(".legend path.more")).hasSize(1);
    }

    private static String html(Scoped scoped) {
        return ViewExamples.html(
                new DossierPage("Ama", Form.blank(), DossierTest.dossier(scoped), DossierTest.PRESENT),
                "/desk/dossier");
    }
}
