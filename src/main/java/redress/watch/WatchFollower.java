package redress.watch;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redress.ledger.LedgerGrew;

/**
 * Goes the rounds of the watches on a thread of its own for as long as the portal runs. It wakes when the ledger has
 * grown, and looks now and then for what other nodes wrote. A round that fails is told in the log and gone again.
 */
@Singleton
class WatchFollower {

    private static final System.Logger LOG = System.getLogger(WatchFollower.class.getName());
    private static final Duration POLL = Duration.ofSeconds(2);
    /** What comes in this span is looked at in one round. */
    private static final Duration GATHER = Duration.ofMillis(200);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Rounds rounds;
    private final Semaphore grown = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    @Inject
    WatchFollower(Rounds rounds) {
        this.rounds = rounds;
    }

    /** Starts after the migrations and after the index. */
    void start(@Observes @Priority(2100) @Initialized(ApplicationScoped.class) Object started) {
        Thread worker = new Thread(this::work, "redress-watch");
        worker.setDaemon(true);
        worker.start();
        thread = worker;
    }

    void wake(@Observes LedgerGrew grew) {
        grown.release();
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
        grown.release();
        Thread worker = thread;
        if (worker != null) {
            try {
                worker.join(AFTER_FAILURE);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        try {
            while (stopped.getCount() > 0) {
                if (!attempt() && grown.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    pause(GATHER);
                    grown.drainPermits();
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** One round; a failure of any kind must not end the thread. */
    private boolean attempt() throws InterruptedException {
        FutureTask<Boolean> round = new FutureTask<>(rounds::go);
        round.run();
        try {
            return round.get();
        } catch (ExecutionException broken) {
            LOG.log(System.Logger.Level.WARNING, "The watches wait: a round failed.", broken.getCause());
            pause(AFTER_FAILURE);
            return false;
        }
    }

    private void pause(Duration span) throws InterruptedException {
        boolean over = stopped.await(span.toMillis(), TimeUnit.MILLISECONDS);
        LOG.log(System.Logger.Level.TRACE, "paused, stopping: {0}", over);
    }
}
