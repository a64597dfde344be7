package redress.lineup;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redress.web.Form;
import redress.web.Page;
import redress.web.View;
import redress.web.kit.Choice;

/**
 * The page on which one cluster is decided: confirmed, or taken back where it stands.
 *
 * @param who who is signed in
 * @param form what was typed, with what is wrong in it
 * @param draft the complaints that are to be confirmed, or null where a cluster is to be taken back
 * @param standing the cluster that is to be taken back, or null
 */
public record ClusterPage(
        String who, Form form, Clustering.@Nullable Draft draft, ClusterBoard.@Nullable Standing standing)
        implements Page {

    /** The complaints as boxes to tick, all ticked at first. */
    public List<Choice> choices(View v) {
        return draft == null ? List.of() : choices(draft, v);
    }

    /** The complaints of a draft as boxes to tick; it is said of those that are refused. */
    static List<Choice> choices(Clustering.Draft draft, View v) {
        return draft.members().stream()
                .map(member -> Choice.of(
                        member.number(),
                        member.number(),
                        told(member, draft.known().contains(member.number()) ? v.t("lineup.cluster.known") : "", v)))
                .toList();
    }

    /** The complaints of the draft. */
    public List<ClusterBoard.Member> members() {
        return draft == null ? List.of() : draft.members();
    }

    /** What ties them. */
    public List<ClusterBoard.Tie> ties() {
        return draft == null ? List.of() : draft.ties();
    }

    /** What is known of a complaint, in one line. */
    private static String told(ClusterBoard.Member member, String more, View v) {
        return String.join(
                ", ",
                Stream.of(
                                ClustersPage.when(member, v),
                                member.place() == null ? "" : member.place(),
                                member.looks(),
                                more)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
