package redress.lineup;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import redress.access.Actor;
import redress.access.NeedToKnow;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.time.Ids;
import redress.wiring.UseCase;

/**
 * A member of staff says that complaints which were proposed together are not about the same person or patrol, so that
 * it is not asked again, or takes that back. Both need a reason, both are acts in the ledger.
 */
@UseCase
class TellingApart {

    private static final int FEWEST = 2;

    private final Tellings tellings;
    private final KnownClusters clusters;
    private final ClusterDenials denials;
    private final NeedToKnow needToKnow;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    TellingApart(
            Tellings tellings,
            KnownClusters clusters,
            ClusterDenials denials,
            NeedToKnow needToKnow,
            Ledger ledger,
            InstantSource clock) {
        this.tellings = tellings;
        this.clusters = clusters;
        this.denials = denials;
        this.needToKnow = needToKnow;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** An answer and the act that made it. */
    record Denied(long denial, long act) {}

    /**
     * Says that complaints are not about the same person or patrol. A cluster in which only some of them stand, or more
     * than these, is not touched: that is undone where it was confirmed.
     *
     * @throws Problem not found for a complaint that the actor may not see, conflict where somebody said so already or
     *     the very same ones stand in a cluster, invalid where complaints or the reason are missing
     */
    Denied deny(List<String> members, String reason, Actor actor) {
        Tellings.Read read = tellings.hold(members, needToKnow.of(actor));
        if (read.told().size() < FEWEST) {
            throw Problem.invalid(List.of(new FieldError("member", "lineup.fault.members.few")));
        }
        Review.reason(reason);
        clusters.refuse(read.told().keySet());
        long denial = denials.add(read.told().keySet(), word(reason, actor));
        return new Denied(
                denial,
                act(
                        ActKind.CLUSTER_DENIED,
                        denial,
                        actor,
                        Tables.list(read.told().keySet()) + "\n" + reason));
    }

    /**
     * Takes such an answer back; what was proposed may be proposed again.
     *
     * @return the id of the act
     * @throws Problem not found for an answer that there is not or of which the actor may not see every complaint,
     *     invalid where the reason is missing
     */
    long undo(String denial, String reason, Actor actor) {
        long id = Ids.parse(standing(denial, actor).denial());
        Review.reason(reason);
        denials.undo(id, word(reason, actor));
        return act(ActKind.CLUSTER_DENIAL_UNDONE, id, actor, reason);
    }

    /** The answer with this id that stands; not found where the actor may not see each of its complaints. */
    ClusterBoard.Denied standing(String denial, Actor actor) {
        return denials.standing(needToKnow.of(actor)).stream()
                .filter(one -> one.denial().equals(denial))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private Identifications.Word word(String reason, Actor actor) {
        return new Identifications.Word(reason.strip(), actor.id(), clock.instant());
    }

    private long act(ActKind kind, long denial, Actor actor, String content) {
        return ledger.append(NewAct.about(kind, denial, actor.id(), content.getBytes(StandardCharsets.UTF_8)))
                .id();
    }
}
