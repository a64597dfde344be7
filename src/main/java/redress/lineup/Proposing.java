package redress.lineup;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import redress.access.Sight;
import redress.likeness.Account;
import redress.likeness.Clusters;
import redress.likeness.Comparison;
import redress.likeness.Evidence;
import redress.likeness.LinkModel;
import redress.likeness.LinkScore;
import redress.likeness.Score;
import redress.names.NameBook;
import redress.wiring.Part;

/**
 * Proposes complaints about the same unknown person or patrol out of those that one reader may see and of nothing else:
 * how rare a word is, how often things agree by chance and how high the bar is all come from these. The last answers
 * are kept until one of their complaints changes, each for those who see exactly the same.
 */
@Part
class Proposing {

    /** More are not compared at once; a narrower window reaches the others. */
    static final int MOST = 20_000;

    private static final int KEPT = 8;
    private static final int DRAWS = 20_000;

    private final Tellings tellings;
    private final NameBook names;
    private final Map<Asked, Proposals> kept = new LinkedHashMap<>(KEPT, 1, true);

    @Inject
    Proposing(Tellings tellings, NameBook names) {
        this.tellings = tellings;
        this.names = names;
    }

    private record Asked(Sight sight, Months.Span window, Tellings.State state) {}

    /** The proposals of a window with the number of complaints that were compared. */
    record Proposals(List<ClusterBoard.Proposal> all, int compared, boolean cut) {}

    Proposals in(Months.Span window, Sight sight) {
        Asked asked = new Asked(shared(sight), window, tellings.state(window.first(), window.last(), sight));
        synchronized (kept) {
            Proposals known = kept.get(asked);
            if (known != null) {
                return known;
            }
        }
        Proposals made = made(tellings.of(window.first(), window.last(), sight, MOST), names);
        synchronized (kept) {
            kept.put(asked, made);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return made;
    }

    /** Who sees more than what is assigned to them sees the same as others like them. */
    private static Sight shared(Sight sight) {
        return sight.assignedOnly() ? sight : new Sight("", false, sight.compartments(), sight.recused());
    }

    /** The arithmetic alone. */
    static Proposals made(Tellings.Read read, NameBook names) {
        List<Account> accounts = read.accounts();
        Comparison comparison = Comparison.among(accounts, names);
        LinkScore score =
                new LinkScore(LinkModel.defaults().fittedToChance(comparison, accounts, DRAWS, 1), comparison);
        List<ClusterBoard.Proposal> proposals = Clusters.propose(accounts, score).stream()
                .map(proposal -> proposal(proposal, read))
                .toList();
        return new Proposals(proposals, accounts.size(), read.cut());
    }

    private static ClusterBoard.Proposal proposal(Clusters.Proposal proposal, Tellings.Read read) {
        Map<Long, Telling> told = read.told();
        Map<String, String> places = new HashMap<>();
        List<ClusterBoard.Member> members = new ArrayList<>();
        for (long id : proposal.members()) {
            Telling telling = telling(told, id);
            members.add(ClusterBoard.Member.of(telling));
            String code = telling.where().code();
            if (code != null) {
                places.put(code, Objects.requireNonNullElse(telling.where().name(), code));
            }
        }
        Evidence evidence = new Evidence(
                code -> places.getOrDefault(code, code),
                code -> read.categories().getOrDefault(code, code));
        return new ClusterBoard.Proposal(
                members,
                rounded(proposal.average()),
                proposal.edges().stream().map(edge -> tie(edge, told, evidence)).toList(),
                List.of());
    }

    private static ClusterBoard.Tie tie(Clusters.Edge edge, Map<Long, Telling> told, Evidence evidence) {
        Map<Boolean, List<ClusterBoard.Trait>> traits = edge.score().contributions().stream()
                .map(contribution -> trait(contribution, evidence))
                .filter(trait -> trait.log10() != 0)
                .collect(Collectors.partitioningBy(trait -> trait.log10() > 0));
        return new ClusterBoard.Tie(
                telling(told, edge.one()).number(),
                telling(told, edge.other()).number(),
                traits.getOrDefault(true, List.of()),
                traits.getOrDefault(false, List.of()));
    }

    private static ClusterBoard.Trait trait(Score.Contribution contribution, Evidence told) {
        String evidence = String.join(", ", told.told(contribution.factor(), contribution.evidence()));
        return new ClusterBoard.Trait(
                contribution.factor().name(), contribution.level(), evidence, rounded(contribution.log10()));
    }

    private static Telling telling(Map<Long, Telling> told, long id) {
        return Objects.requireNonNull(told.get(id), "only complaints that were read are proposed");
    }

    private static double rounded(double log10) {
        return Math.round(100 * log10) / 100.0;
    }
}
