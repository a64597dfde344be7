package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClusterBoardTest {

    @Test
    void a_proposal_names_the_clusters_in_which_some_of_it_stand_with_what_could_be_added() {
        ClusterBoard.Proposal proposal = proposal("A", "B", "C", "D");
        List<ClusterBoard.Near> near = proposal.beside(
                        List.of(standing("one", "A", "B", "X"), standing("none", "X", "Y"), standing("other", "D")))
                .near();
        assertThat(near).extracting(ClusterBoard.Near::cluster).containsExactly("one", "other");
        assertThat(near.getFirst().others()).containsExactly("C", "D");
        assertThat(near.getLast().others()).containsExactly("A", "B", "C");
    }

    @Test
    void a_proposal_that_touches_no_cluster_names_none() {
        assertThat(proposal("A", "B").beside(List.of(standing("none", "X"))).near())
                .isEmpty();
    }

    private static ClusterBoard.Proposal proposal(String... numbers) {
        return new ClusterBoard.Proposal(
                Stream.of(numbers)
                        .map(number -> new ClusterBoard.Member(number, null, null, null, null, ""))
                        .toList(),
                2.5,
                List.of(),
                List.of());
    }

    private static ClusterBoard.Standing standing(String id, String... numbers) {
        return new ClusterBoard.Standing(
                id, "Cluster " + id, "Seen by hand.", "Senad", Instant.EPOCH, List.of(numbers), List.of());
    }
}
