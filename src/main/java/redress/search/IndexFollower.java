package redress.search;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.CorruptIndexException;
import org.jspecify.annotations.Nullable;
import redress.ledger.LedgerGrew;
import redress.problem.Problem;

/**
 * Runs the follower of this node on a thread of its own for as long as the portal runs. It starts after the migrations;
 * the portal serves meanwhile. What goes wrong is told in the log and tried again; the lag shows in the health.
 */
@Singleton
public class IndexFollower {

    private static final System.Logger LOG = System.getLogger(IndexFollower.class.getName());
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration TO_STOP = Duration.ofSeconds(15);

    private final Follower follower;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    @Inject
    IndexFollower(SearchIndex index, ComplaintRows rows) {
        follower = new Follower(
                index,
                new Feed(new Source(rows::steps, rows::ledgerEnd, rows::read, rows::idsAfter, rows::idsOfBatch)),
                Pace.aTenth());
    }

    /** How many acts the index of this node has not seen yet; 0 when it is up to date. */
    public long lag() {
        return follower.lag();
    }

    Follower follower() {
        return follower;
    }

    /** Waits until everything up to a position can be found here; false when that takes longer than it may. */
    boolean shows(long position, Duration atMost) {
        return follower.shows(position, atMost);
    }

    /** Whether a new index is being built beside the one that answers. */
    boolean rebuilding() {
        return follower.rebuilding();
    }

    /** Builds the index anew while the old one answers; false when that is under way already. */
    boolean rebuild() {
        return follower.rebuild();
    }

    void start(@Observes @Priority(2000) @Initialized(ApplicationScoped.class) Object started) {
        Thread worker = new Thread(this::work, "redress-index");
        worker.setDaemon(true);
        worker.start();
        thread = worker;
    }

    void wake(@Observes LedgerGrew grew) {
        follower.ring();
    }

    @PreDestroy
    void stop() {
        follower.stop();
        stopped.countDown();
        Thread worker = thread;
        if (worker != null) {
            try {
                worker.join(TO_STOP);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        while (!follower.stopped()) {
            FutureTask<Boolean> attempt = new FutureTask<>(this::follow);
            attempt.run();
            try {
                attempt.get();
            } catch (ExecutionException broken) {
                recover(broken.getCause());
            } catch (InterruptedException hurried) {
                return;
            }
        }
    }

    private boolean follow() throws IOException, InterruptedException {
        follower.run();
        return true;
    }

    /** Whether files were not what was written: opening them again would only fail again, later. */
    private static boolean damaged(@Nullable Throwable cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof CorruptIndexException) {
                return true;
            }
        }
        return false;
    }

    /** A database that does not answer leaves the index whole; after anything else it is opened again. */
    private void recover(@Nullable Throwable cause) {
        try {
            if (cause instanceof Problem waiting) {
                LOG.log(System.Logger.Level.WARNING, "The search index waits: {0}", waiting.detail());
            } else {
                LOG.log(System.Logger.Level.ERROR, "The search index could not follow and is opened again.", cause);
                follower.letGo(damaged(cause));
            }
            stopped.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException worse) {
            LOG.log(System.Logger.Level.ERROR, "The search index could not be closed.", worse);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
