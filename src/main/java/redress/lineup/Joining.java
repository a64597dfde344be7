package redress.lineup;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * A member of staff says that clusters are about the same person or patrol after all, or that more complaints belong to
 * one. One new cluster takes the place of them; undoing it lets them stand again. An act in the ledger.
 */
@UseCase
class Joining {

    private static final int MOST_MEMBERS = 200;

    private final Tellings tellings;
    private final KnownClusters clusters;
    private final NeedToKnow needToKnow;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Joining(Tellings tellings, KnownClusters clusters, NeedToKnow needToKnow, Ledger ledger, InstantSource clock) {
        this.tellings = tellings;
        this.clusters = clusters;
        this.needToKnow = needToKnow;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A cluster to which something is to be added, and the others that stand. */
    record Draft(ClusterBoard.Standing into, List<ClusterBoard.Standing> others) {}

    /** The cluster with this id and the others; not found where the actor may not see all of it. */
    Draft draft(String into, Actor actor) {
        Map<String, ClusterBoard.Standing> standing = standing(needToKnow.of(actor));
        ClusterBoard.Standing one = require(standing, into);
        return new Draft(
                one,
                standing.values().stream().filter(other -> !other.equals(one)).toList());
    }

    /**
     * Joins clusters and complaints to a cluster.
     *
     * @param into the id of the cluster
     * @param others the ids of the clusters to join with it
     * @param said more complaints, what to call all of them, and why
     * @throws Problem not found for what there is not or the actor may not see, conflict where somebody was faster, or
     *     said that these do not belong together, invalid where there is nothing to add, too much, somebody whom all
     *     know by now, or the label or reason is missing
     */
    Clustering.Confirmed join(String into, List<String> others, Clustering.Statement said, Actor actor) {
        Sight sight = needToKnow.of(actor);
        Map<String, ClusterBoard.Standing> standing = standing(sight);
        Set<String> parts = new LinkedHashSet<>(List.of(into));
        parts.addAll(others);
        Set<String> numbers = new LinkedHashSet<>();
        parts.forEach(part -> numbers.addAll(require(standing, part).members()));
        boolean more = numbers.addAll(said.members());
        check(parts.size() > 1 || more, numbers.size());
        Tellings.Read read = tellings.hold(numbers, sight);
        Clustering.check(said, read.told().size());
        tellings.requireUnknown(said.members(), sight);
        long cluster = clusters.join(
                said.label().strip(),
                read.told().keySet(),
                parts.stream().map(Ids::parse).toList(),
                new Identifications.Word(said.reason().strip(), actor.id(), clock.instant()));
        String content = String.join(
                "\n", String.join(",", parts), Tables.list(read.told().keySet()), said.label(), said.reason());
        return new Clustering.Confirmed(
                cluster,
                ledger.append(NewAct.about(
                                ActKind.CLUSTER_JOINED, cluster, actor.id(), content.getBytes(StandardCharsets.UTF_8)))
                        .id());
    }

    private static void check(boolean something, int members) {
        if (!something) {
            throw Problem.invalid(List.of(new FieldError("cluster", "lineup.fault.join.nothing")));
        }
        if (members > MOST_MEMBERS) {
            throw Problem.invalid(List.of(new FieldError("cluster", "lineup.fault.join.many")));
        }
    }

    private Map<String, ClusterBoard.Standing> standing(Sight sight) {
        Map<String, ClusterBoard.Standing> standing = new LinkedHashMap<>();
        clusters.standing(sight).forEach(cluster -> standing.put(cluster.cluster(), cluster));
        return standing;
    }

    private static ClusterBoard.Standing require(Map<String, ClusterBoard.Standing> standing, String id) {
        ClusterBoard.Standing cluster = standing.get(id);
        if (cluster == null) {
            throw Problem.notFound();
        }
        return cluster;
    }
}
