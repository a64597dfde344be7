package redress.lineup;

import java.util.List;
import redress.web.Form;
import redress.web.Page;
import redress.web.View;
import redress.web.kit.Choice;

/**
 * The page on which complaints or other clusters are added to a cluster.
 *
 * @param who who is signed in
 * @param form what was typed, with what is wrong in it
 * @param joining the cluster and the others that stand
 * @param draft the complaints that may be added, with what ties them
 */
public record JoinPage(String who, Form form, Joining.Draft joining, Clustering.Draft draft) implements Page {

    /** The cluster. */
    public ClusterBoard.Standing into() {
        return joining.into();
    }

    /** The other clusters that stand. */
    public List<ClusterBoard.Standing> others() {
        return joining.others();
    }

    /** The complaints that may be added. */
    public List<ClusterBoard.Member> members() {
        return draft.members();
    }

    /** What ties them. */
    public List<ClusterBoard.Tie> ties() {
        return draft.ties();
    }

    /** What to call all of them: at first as the cluster is called. */
    public String label() {
        return form.faulty() ? form.value("label") : into().label();
    }

    /** The complaints as boxes to tick. */
    public List<Choice> choices(View v) {
        return ClusterPage.choices(draft, v);
    }

    /** The other clusters as boxes to tick. */
    public List<Choice> otherChoices(View v) {
        return others().stream()
                .map(other -> Choice.of(
                        other.cluster(),
                        other.label(),
                        v.t("lineup.join.cluster.holds", other.members().size(), String.join(", ", other.members()))))
                .toList();
    }
}
