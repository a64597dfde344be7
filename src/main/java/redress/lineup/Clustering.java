package redress.lineup;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import redress.access.Actor;
import redress.access.NeedToKnow;
import redress.access.Sight;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.time.Ids;
import redress.wiring.UseCase;

/**
 * A member of staff looks at the proposals, says that complaints are about the same unknown person or patrol, or takes
 * that back. Each is an act in the ledger.
 */
@UseCase
class Clustering {

    private static final int FEWEST = 2;
    private static final int SHORTEST_LABEL = 3;
    private static final int LONGEST_LABEL = 120;

    private final Proposing proposing;
    private final Tellings tellings;
    private final KnownClusters clusters;
    private final ClusterDenials denials;
    private final NeedToKnow needToKnow;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Clustering(
            Proposing proposing,
            Tellings tellings,
            KnownClusters clusters,
            ClusterDenials denials,
            NeedToKnow needToKnow,
            Ledger ledger,
            InstantSource clock) {
        this.proposing = proposing;
        this.tellings = tellings;
        this.clusters = clusters;
        this.denials = denials;
        this.needToKnow = needToKnow;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What somebody says of complaints.
     *
     * @param members the numbers of the complaints
     * @param label what the office shall call the person or patrol
     * @param reason why
     */
    record Statement(List<String> members, String label, String reason) {}

    /** A cluster and the act that made it, by which the caller's next search can wait for it. */
    record Confirmed(long cluster, long act) {}

    /**
     * Complaints that somebody is about to call one person's or patrol's.
     *
     * @param members the complaints
     * @param ties what ties them
     * @param known the numbers of those of which it is known who all are that they accuse: these are refused
     */
    record Draft(List<ClusterBoard.Member> members, List<ClusterBoard.Tie> ties, Set<String> known) {}

    /**
     * The proposals among what the actor may see. What stands as a cluster already is none any more, nor is what
     * somebody said not to be the same, as long as it has the very same complaints.
     */
    ClusterBoard look(Months months, Actor actor) {
        Sight sight = needToKnow.of(actor);
        Months.Span window = window(months, sight);
        ledger.append(
                NewAct.of(ActKind.SEARCHED, actor.id(), ("clusters\n" + window).getBytes(StandardCharsets.UTF_8)));
        Proposing.Proposals found = proposing.in(window, sight);
        List<ClusterBoard.Standing> standing = clusters.standing(sight);
        List<ClusterBoard.Denied> denied = denials.standing(sight);
        List<ClusterBoard.Proposal> open = found.all().stream()
                .filter(proposal -> isOpen(numbers(proposal), standing, denied))
                .map(proposal -> proposal.beside(standing))
                .toList();
        List<ClusterBoard.Proposal> shown =
                open.stream().limit(ClusterBoard.MOST).toList();
        return new ClusterBoard(
                window.from().toString(),
                window.to().toString(),
                found.compared(),
                tellings.undated(sight),
                found.cut(),
                shown,
                open.size() - shown.size(),
                found.all().size() - open.size(),
                standing,
                denied);
    }

    private static boolean isOpen(
            Set<String> members, List<ClusterBoard.Standing> standing, List<ClusterBoard.Denied> denied) {
        return standing.stream().noneMatch(cluster -> new HashSet<>(cluster.members()).containsAll(members))
                && denied.stream().noneMatch(answer -> members.equals(Set.copyOf(answer.members())));
    }

    /** What the actor may see of these complaints, with the ties of the proposal in which they stand, if any. */
    Draft draft(List<String> numbers, Months months, Actor actor) {
        Sight sight = needToKnow.of(actor);
        List<ClusterBoard.Member> members = tellings.require(numbers, sight).told().values().stream()
                .map(ClusterBoard.Member::of)
                .toList();
        Set<String> chosen = members.stream().map(ClusterBoard.Member::number).collect(Collectors.toSet());
        List<ClusterBoard.Tie> ties = proposing.in(window(months, sight), sight).all().stream()
                .flatMap(proposal -> proposal.ties().stream())
                .filter(tie -> chosen.contains(tie.one()) && chosen.contains(tie.other()))
                .toList();
        return new Draft(members, ties, tellings.known(chosen, sight));
    }

    /**
     * Says that complaints are about the same unknown person or patrol.
     *
     * @throws Problem not found for a complaint that the actor may not see, conflict where the very same ones stand
     *     already or were said not to belong together, invalid where complaints, label or reason are missing or where
     *     it is known by now who everybody is that one of the complaints accuses
     */
    Confirmed confirm(Statement said, Actor actor) {
        Sight sight = needToKnow.of(actor);
        Tellings.Read read = tellings.hold(said.members(), sight);
        check(said, read.told().size());
        tellings.requireUnknown(said.members(), sight);
        long cluster = clusters.add(said.label().strip(), read.told().keySet(), word(said.reason(), actor));
        return new Confirmed(
                cluster,
                act(
                        ActKind.CLUSTER_CONFIRMED,
                        cluster,
                        actor,
                        Tables.list(read.told().keySet()) + "\n" + said.label() + "\n" + said.reason()));
    }

    /**
     * Takes a cluster back.
     *
     * @return the id of the act
     * @throws Problem not found for a cluster that there is not or of which the actor may not see every complaint,
     *     conflict where one out of which it was joined could not be confirmed now, invalid where the reason is missing
     */
    long undo(String cluster, String reason, Actor actor) {
        ClusterBoard.Standing standing = standing(cluster, actor);
        Review.reason(reason);
        tellings.hold(standing.members(), needToKnow.of(actor));
        long id = Ids.parse(standing.cluster());
        clusters.undo(id, word(reason, actor));
        return act(ActKind.CLUSTER_UNDONE, id, actor, reason);
    }

    /** The cluster with this id that stands; not found where the actor may not see each of its complaints. */
    ClusterBoard.Standing standing(String cluster, Actor actor) {
        return clusters.standing(needToKnow.of(actor)).stream()
                .filter(one -> one.cluster().equals(cluster))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** Refuses what does not say which complaints, what to call them, or why. */
    static void check(Statement said, int members) {
        List<FieldError> faults = new ArrayList<>();
        if (members < FEWEST) {
            faults.add(new FieldError("member", "lineup.fault.members.few"));
        }
        int length = said.label().strip().length();
        if (length < SHORTEST_LABEL || length > LONGEST_LABEL) {
            faults.add(new FieldError("label", "lineup.fault.label"));
        }
        faults.addAll(Review.faults(said.reason()));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private Months.Span window(Months months, Sight sight) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        YearMonth present = YearMonth.from(today);
        return months.upTo(tellings.lastMonth(today, sight).orElse(present), present);
    }

    private Identifications.Word word(String reason, Actor actor) {
        return new Identifications.Word(reason.strip(), actor.id(), clock.instant());
    }

    private long act(ActKind kind, long cluster, Actor actor, String content) {
        return ledger.append(NewAct.about(kind, cluster, actor.id(), content.getBytes(StandardCharsets.UTF_8)))
                .id();
    }

    private static Set<String> numbers(ClusterBoard.Proposal proposal) {
        return proposal.members().stream().map(ClusterBoard.Member::number).collect(Collectors.toSet());
    }
}
