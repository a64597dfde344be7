package redress.search;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redress.ledger.LedgerGrew;

/**
 * Runs the followers of this node: one for its own index and, where OpenSearch has been chosen, one for the index
 * there. They start after the migrations; the portal serves meanwhile.
 */
@Singleton
public class IndexFollower {

    private final Following own;
    private final Optional<Far> far;
    private final List<Following> all = new ArrayList<>();

    @Inject
    IndexFollower(SearchIndex index, Engines engines, ComplaintRows rows) {
        own = new Following(new Follower<>(index, new Feed(rows.source()), Pace.aTwentieth()), "redress-index");
        all.add(own);
        far = engines.far().map(there -> new Far(there.index(), there.follower(new Feed(rows.source()))));
        far.ifPresent(there -> all.add(new Following(there.follower(), "redress-opensearch")));
    }

    /** The index in a cluster and what keeps it in step. */
    record Far(Builds<?> index, Follower<?> follower) {}

    /** The index in a cluster, where that has been chosen. */
    Optional<Far> far() {
        return far;
    }

    /** How many acts the index that is farthest behind has not seen yet; 0 when all are up to date. */
    public long lag() {
        return all.stream()
                .mapToLong(following -> following.follower().lag())
                .max()
                .orElse(0);
    }

    /** The follower of this node's own index. */
    Follower<?> follower() {
        return own.follower();
    }

    /** Waits until everything up to a position can be found; false when that takes longer than it may. */
    boolean shows(long position, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        return all.stream()
                .allMatch(following ->
                        following.follower().shows(position, Duration.ofNanos(Math.max(0, until - System.nanoTime()))));
    }

    /** Whether a new index of this node is being built beside the one that answers. */
    boolean rebuilding() {
        return follower().rebuilding();
    }

    /** Builds every index anew while the old one answers; false when that is under way already. */
    boolean rebuild() {
        return all.stream().map(following -> following.follower().rebuild()).reduce(false, Boolean::logicalOr);
    }

    void start(@Observes @Priority(2000) @Initialized(ApplicationScoped.class) Object started) {
        all.forEach(Following::start);
    }

    void wake(@Observes LedgerGrew grew) {
        all.forEach(following -> following.follower().ring());
    }

    @PreDestroy
    void stop() {
        all.forEach(Following::stop);
    }
}
