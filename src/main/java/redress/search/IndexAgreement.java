package redress.search;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Compares the index of this node, and the one in a cluster where there is one, with the database after the start and
 * then every few minutes, on its own thread.
 */
@Singleton
class IndexAgreement {

    private final Agreement agreement;
    private final Comparing comparing;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Inject
    IndexAgreement(
            SearchIndex index,
            IndexFollower follower,
            ComplaintRows rows,
            InstantSource clock,
            @ConfigProperty(name = "redress.index.compare-every") Duration every) {
        this.agreement = new Agreement(index, rows::digests, follower.follower(), clock);
        List<Agreement> all = new ArrayList<>(List.of(agreement));
        follower.far().ifPresent(far -> all.add(new Agreement(far.index(), rows::digests, far.follower(), clock)));
        comparing = new Comparing(all, every, System::nanoTime);
    }

    /** Whether the index of this node agrees with the database. */
    Agreement own() {
        return agreement;
    }

    void start(@Observes @Priority(2001) @Initialized(ApplicationScoped.class) Object started) {
        Thread worker = new Thread(this::work, "redress-compare");
        worker.setDaemon(true);
        worker.start();
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    private void work() {
        Duration pause = Comparing.UNTIL_SURE;
        try {
            while (!stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                pause = comparing.round();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
