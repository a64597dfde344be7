package redress.lineup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redress.web.Form;
import redress.web.Page;
import redress.web.View;

/**
 * The page of proposals and confirmed clusters.
 *
 * @param who who is signed in
 * @param form what was asked, with what is wrong in it
 * @param board the answer, or null where something is wrong
 * @param mayConfirm whether the actor may say that complaints belong together
 * @param notice a text key to say on top, or null
 */
public record ClustersPage(
        String who,
        Form form,
        @Nullable ClusterBoard board,
        boolean mayConfirm,
        @Nullable String notice) implements Page {

    /** The page on which a proposal is decided. */
    public String decide(ClusterBoard.Proposal proposal) {
        return "/desk/clusters/confirm?from=" + (board == null ? "" : board.from()) + "&to="
                + (board == null ? "" : board.to())
                + proposal.members().stream()
                        .map(member -> "&member=" + encoded(member.number()))
                        .collect(Collectors.joining());
    }

    /** The page on which the rest of a proposal is added to a cluster. */
    public String join(ClusterBoard.Near near) {
        return "/desk/clusters/join?into=" + near.cluster() + "&from=" + (board == null ? "" : board.from()) + "&to="
                + (board == null ? "" : board.to())
                + near.others().stream()
                        .map(number -> "&member=" + encoded(number))
                        .collect(Collectors.joining());
    }

    /** Where the proposal's complaints happened and when, in one line. */
    public String head(ClusterBoard.Proposal proposal, View v) {
        String places = proposal.members().stream()
                .map(ClusterBoard.Member::place)
                .filter(place -> place != null)
                .distinct()
                .collect(Collectors.joining(", "));
        List<String> days = proposal.members().stream()
                .map(ClusterBoard.Member::day)
                .filter(day -> day != null)
                .sorted()
                .toList();
        String when = days.isEmpty() ? "" : v.t("lineup.clusters.between", days.getFirst(), days.getLast());
        String head = v.t("lineup.clusters.head", proposal.members().size());
        return List.of(head, places, when).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** What was seen of two complaints, in one sentence. */
    public static String told(ClusterBoard.Trait trait) {
        return trait.evidence().isEmpty() ? trait.level() : trait.level() + " (" + trait.evidence() + ")";
    }

    /** Several traits in one sentence. */
    public static String told(List<ClusterBoard.Trait> traits) {
        return traits.stream().map(ClustersPage::told).collect(Collectors.joining("; "));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
