package redress.lineup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        String head = v.t("lineup.clusters.head", proposal.members().size());
        return Stream.of(head, places, between(proposal, v))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** How many pairs are folded, and in how many of them something speaks against it: that is not to be overlooked. */
    public String folded(ClusterBoard.Proposal proposal, View v) {
        List<ClusterBoard.Tie> folded = proposal.folded();
        long doubtful =
                folded.stream().filter(tie -> !tie.speaksAgainst().isEmpty()).count();
        return v.t(
                "lineup.clusters.folded",
                folded.size(),
                proposal.members().getFirst().number(),
                doubtful);
    }

    /** From when to when it may have been: of a month of which no day is known no day is told here either. */
    private static String between(ClusterBoard.Proposal proposal, View v) {
        List<Dated> known = proposal.members().stream()
                .map(ClusterBoard.Member::dated)
                .flatMap(Optional::stream)
                .toList();
        String first = Dated.first(known).map(dated -> dated.told(v)).orElse("");
        String last = Dated.last(known).map(dated -> dated.told(v)).orElse("");
        return first.equals(last) ? first : v.t("lineup.clusters.between", first, last);
    }

    /** When it was, as far as it is known: the date and the hour. */
    public static String when(ClusterBoard.Member member, View v) {
        String day = member.dated().map(dated -> dated.told(v)).orElseGet(() -> v.t("desk.unknown"));
        return Stream.of(day, member.shownHour())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
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
