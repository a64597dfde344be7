package redress.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redress.names.NameBook;
import redress.names.NameList;
import redress.planted.Planted;
import redress.planted.PlantedCorpus;

/** Whether planted patrols are proposed together and others are left alone. */
class ClustersTest {

    private static final PlantedCorpus CORPUS = PlantedCorpus.of(8_000, 31);
    private static final List<Account> ACCOUNTS = PlantedAccounts.of(CORPUS);
    private static final LinkScore SCORE = score(ACCOUNTS);
    private static final List<Clusters.Proposal> PROPOSALS = Clusters.propose(ACCOUNTS, SCORE);

    private static LinkScore score(List<Account> accounts) {
        Comparison comparison = Comparison.among(accounts, NameBook.of(NameList.EMPTY));
        return new LinkScore(LinkModel.defaults().fittedToChance(comparison, accounts, 20_000, 1), comparison);
    }

    @Test
    void proposes_most_accounts_of_a_planted_patrol_together() {
        assertThat(recall(CORPUS, PROPOSALS)).isGreaterThanOrEqualTo(0.6);
    }

    @Test
    void proposes_few_pairs_that_have_nothing_to_do_with_one_another() {
        assertThat(precision(CORPUS, PROPOSALS)).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void proposes_only_accounts_that_name_nobody_each_once() {
        Set<Long> seen = new HashSet<>();
        assertThat(PROPOSALS).isNotEmpty();
        PROPOSALS.forEach(proposal -> proposal.members().forEach(member -> {
            assertThat(seen.add(member)).isTrue();
            assertThat(CORPUS.document(Math.toIntExact(member)).names()).isEmpty();
        }));
    }

    @Test
    void gives_for_each_member_the_reasons_of_its_strongest_tie() {
        for (Clusters.Proposal proposal : PROPOSALS) {
            Set<Long> tied = new HashSet<>();
            proposal.edges().forEach(edge -> {
                tied.addAll(List.of(edge.one(), edge.other()));
                assertThat(edge.score().contributions()).isNotEmpty();
                assertThat(edge.score().log10()).isGreaterThanOrEqualTo(Clusters.LEAST_AVERAGE);
            });
            assertThat(tied).containsExactlyInAnyOrderElementsOf(proposal.members());
            assertThat(proposal.average()).isGreaterThanOrEqualTo(Clusters.LEAST_AVERAGE);
        }
    }

    @Test
    void proposes_the_same_in_whatever_order_accounts_come() {
        List<Account> shuffled = new ArrayList<>(ACCOUNTS);
        Collections.shuffle(shuffled, new Random(3));
        Comparison comparison = Comparison.among(shuffled, NameBook.of(NameList.EMPTY));
        LinkScore score = new LinkScore(LinkModel.defaults(), comparison);
        LinkScore same = new LinkScore(LinkModel.defaults(), Comparison.among(ACCOUNTS, NameBook.of(NameList.EMPTY)));
        assertThat(Clusters.propose(shuffled, score)).isEqualTo(Clusters.propose(ACCOUNTS, same));
    }

    @Test
    void breaks_a_chain_in_which_only_neighbours_resemble_one_another() {
        Linkage linkage = new Linkage((one, other) -> Math.abs(one - other) == 1 ? 5 : -5, 3);
        for (int i = 1; i < 10; i++) {
            linkage.edge(i - 1, i, 5);
        }
        assertThat(linkage.run(10)).allMatch(group -> group.size() == 2);
    }

    @Test
    void joins_all_that_resemble_all() {
        Linkage linkage = new Linkage((one, other) -> one / 4 == other / 4 ? 4 : -1, 3);
        for (int i = 0; i < 12; i++) {
            for (int j = i + 1; j < 12; j++) {
                if (i / 4 == j / 4) {
                    linkage.edge(i, j, 4);
                }
            }
        }
        assertThat(linkage.run(12)).containsExactly(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7), List.of(8, 9, 10, 11));
    }

    @Test
    @Tag("deep")
    void holds_among_200_000_accounts() {
        PlantedCorpus corpus = PlantedCorpus.of(200_000, 37);
        List<Account> accounts = PlantedAccounts.of(corpus);
        List<Clusters.Proposal> proposals = Clusters.propose(accounts, score(accounts));
        double recall = recall(corpus, proposals);
        double precision = precision(corpus, proposals);
        System.out.printf(
                "unknown officers among 200,000: recall %.3f, precision %.3f of %d proposals%n",
                recall, precision, proposals.size());
        assertThat(recall).isGreaterThanOrEqualTo(0.6);
        assertThat(precision).isGreaterThanOrEqualTo(0.6);
    }

    /** The share of the members of all patrols that stand in the largest proposal of their patrol. */
    private static double recall(PlantedCorpus corpus, List<Clusters.Proposal> proposals) {
        double found = 0;
        double all = 0;
        for (Planted.Series patrol : corpus.planted().patrols()) {
            Set<Long> members = new HashSet<>();
            patrol.members().forEach(member -> members.add((long) member));
            found += proposals.stream()
                    .mapToLong(proposal -> proposal.members().stream()
                            .filter(members::contains)
                            .count())
                    .filter(together -> together > 1)
                    .max()
                    .orElse(0);
            all += members.size();
        }
        return found / all;
    }

    /**
     * The share of pairs within proposals that were planted together; series in which somebody could not name count.
     */
    private static double precision(PlantedCorpus corpus, List<Clusters.Proposal> proposals) {
        Map<Long, Planted.Series> planted = new HashMap<>();
        corpus.planted().patrols().forEach(s -> s.members().forEach(m -> planted.put((long) m, s)));
        corpus.planted().series().forEach(s -> s.members().forEach(m -> planted.put((long) m, s)));
        double right = 0;
        double all = 0;
        for (Clusters.Proposal proposal : proposals) {
            for (long one : proposal.members()) {
                for (long other : proposal.members()) {
                    if (one < other) {
                        all++;
                        right += planted.containsKey(one) && planted.get(one).equals(planted.get(other)) ? 1 : 0;
                    }
                }
            }
        }
        return right / all;
    }
}
