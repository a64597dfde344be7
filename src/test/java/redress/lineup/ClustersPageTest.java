package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import redress.complaint.Incident.Precision;
import redress.web.Form;
import redress.web.View;
import redress.web.ViewExamples;

class ClustersPageTest {

    private static final LocalDate ON = LocalDate.of(2024, 3, 1);
    private static final String PATH = "/desk/clusters";

    private final View v = ViewExamples.view(PATH);

    @Test
    void a_proposal_tells_no_day_that_nobody_knows_in_its_heading_its_table_and_its_boxes() {
        ClusterBoard.Proposal proposal = proposal(
                member("A-1", ON, Precision.MONTH, 23),
                member("A-2", ON.plusDays(3), Precision.DAY, null),
                member("A-3", ON, Precision.YEAR, null),
                member("A-4", ON.plusDays(4), Precision.ABOUT, 4));
        String html = ViewExamples.html(page(proposal), PATH);
        assertThat(html)
                .contains("March 2024, 23 h<", ">2024-03-04<", ">2024<", "about 2024-03-05, 04 h<")
                .contains("4 complaints; 2024<")
                .doesNotContain("2024-03-01", "2024-01-01");
        ClusterPage decided = new ClusterPage(
                "Senad", Form.blank(), new Clustering.Draft(proposal.members(), List.of(), Set.of("A-4")), null);
        assertThat(decided.choices(v))
                .extracting(choice -> String.valueOf(choice.hint()))
                .containsExactly(
                        "March 2024, 23 h, tall",
                        "2024-03-04, tall",
                        "2024, tall",
                        "about 2024-03-05, 04 h, tall, it is known by now who all are that it accuses");
    }

    @Test
    void the_heading_tells_from_when_to_when_and_of_one_day_or_month_only_that() {
        assertThat(head(member("A-1", ON.minusDays(20), Precision.DAY, null), member("A-2", ON, Precision.MONTH, null)))
                .isEqualTo("2 complaints; 2024-02-10 to March 2024");
        assertThat(head(member("A-1", ON, Precision.MONTH, null), member("A-2", ON.plusDays(9), Precision.DAY, null)))
                .isEqualTo("2 complaints; March 2024");
        assertThat(head(member("A-1", ON, Precision.DAY, null), member("A-2", ON, Precision.DAY, 3)))
                .isEqualTo("2 complaints; 2024-03-01");
        assertThat(head(member("A-1", null, Precision.UNKNOWN, null), member("A-2", ON, Precision.UNKNOWN, null)))
                .isEqualTo("2 complaints");
    }

    @Test
    void of_many_pairs_those_for_which_most_speaks_stand_open_and_doubts_are_told_of_those_that_fold() {
        List<ClusterBoard.Member> members = List.of(member("A-1", ON, Precision.DAY, null));
        List<ClusterBoard.Tie> ties =
                List.of(tie("T-1", 1, 0), tie("T-2", 4, 0), tie("T-3", 5, -4.5), tie("T-4", 3, 0));
        String html = ViewExamples.html(page(new ClusterBoard.Proposal(members, 2, ties, List.of())), PATH);
        String open = html.substring(0, html.indexOf("<details"));
        String folded = html.substring(html.indexOf("<details"));
        assertThat(open.indexOf("T-2 and")).isPositive().isLessThan(open.indexOf("T-4 and"));
        assertThat(open).contains("T-1 and").doesNotContain("T-3 and");
        assertThat(folded)
                .contains("1 more pair of the proposal with A-1, something against it in 1")
                .contains("T-3 and");
        List<ClusterBoard.Tie> few = ties.subList(0, 2);
        assertThat(ViewExamples.html(page(new ClusterBoard.Proposal(members, 2, few, List.of())), PATH))
                .contains("T-1 and", "T-2 and")
                .doesNotContain("<details");
    }

    @Test
    void where_people_answered_all_proposals_the_page_says_so_and_not_that_nothing_resembles_anything() {
        assertThat(ViewExamples.html(page(List.of(), 0, 2), PATH))
                .contains("2 proposals in these months are answered")
                .doesNotContain("resemble one another enough");
        assertThat(ViewExamples.html(page(List.of(), 0, 0), PATH))
                .contains("No three of these complaints resemble one another enough to be proposed.")
                .doesNotContain("answered", "chance. That");
        ClusterBoard.Proposal open = proposal(member("A-1", ON, Precision.DAY, null));
        assertThat(ViewExamples.html(page(List.of(open), 0, 1), PATH))
                .contains("1 proposal in these months is answered");
    }

    @Test
    void complaints_without_a_date_are_counted_beside_those_that_are_compared() {
        assertThat(ViewExamples.html(page(List.of(), 1, 0), PATH))
                .contains("1 more has no date of the incident and is not compared.");
        assertThat(ViewExamples.html(page(List.of(), 0, 0), PATH)).doesNotContain("no date of the incident");
    }

    @Test
    void scripts_are_told_no_day_that_nobody_knows_either_and_how_sure_the_date_is() {
        assertThat(member("A-1", ON, Precision.MONTH, 23))
                .isEqualTo(new ClusterBoard.Member("A-1", "2024-03", "MONTH", 23, null, "tall"));
        assertThat(member("A-1", ON, Precision.YEAR, null))
                .isEqualTo(new ClusterBoard.Member("A-1", "2024", "YEAR", null, null, "tall"));
        assertThat(member("A-1", ON, Precision.UNKNOWN, null))
                .isEqualTo(new ClusterBoard.Member("A-1", null, null, null, null, "tall"));
    }

    private String head(ClusterBoard.Member... members) {
        ClusterBoard.Proposal proposal = proposal(members);
        return page(proposal).head(proposal, v);
    }

    private static ClustersPage page(ClusterBoard.Proposal proposal) {
        return page(List.of(proposal), 0, 0);
    }

    private static ClustersPage page(List<ClusterBoard.Proposal> proposals, int undated, int answered) {
        ClusterBoard board =
                new ClusterBoard("2024-01", "2024-12", 4, undated, false, proposals, 0, answered, List.of(), List.of());
        return new ClustersPage("Senad", Form.blank(), board, true, null);
    }

    private static ClusterBoard.Proposal proposal(ClusterBoard.Member... members) {
        return new ClusterBoard.Proposal(List.of(members), 2, List.of(), List.of());
    }

    private static ClusterBoard.Tie tie(String one, double log10, double against) {
        List<ClusterBoard.Trait> speaksAgainst =
                against == 0 ? List.of() : List.of(new ClusterBoard.Trait("HOUR", "another hour", "", against));
        return new ClusterBoard.Tie(
                one, "A-1", List.of(new ClusterBoard.Trait("PLACE", "same place", "", log10)), speaksAgainst);
    }

    private static ClusterBoard.Member member(
            String number, @Nullable LocalDate on, Precision precision, @Nullable Integer hour) {
        return ClusterBoard.Member.of(new Telling(
                1,
                number,
                new Telling.When(on, precision, hour),
                new Telling.Where(null, null, null, null),
                new LinkedHashSet<>(List.of("tall"))));
    }
}
