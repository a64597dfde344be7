package redress.search;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.CorruptIndexException;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;

/**
 * A follower on a thread of its own, for as long as the portal runs. What goes wrong is told in the log and tried
 * again; the lag shows in the health.
 */
final class Following {

    private static final System.Logger LOG = System.getLogger(Following.class.getName());
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration TO_STOP = Duration.ofSeconds(15);

    private final Follower<?> follower;
    private final Thread worker;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Following(Follower<?> follower, String thread) {
        this.follower = follower;
        worker = new Thread(this::work, thread);
        worker.setDaemon(true);
    }

    Follower<?> follower() {
        return follower;
    }

    void start() {
        worker.start();
    }

    void stop() {
        follower.stop();
        stopped.countDown();
        try {
            worker.join(TO_STOP);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
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
        } catch (IOException worse) {
            LOG.log(System.Logger.Level.ERROR, "The search index could not be closed.", worse);
        }
        pause();
    }

    /** Also where nothing could be let go of: a disk that is full stays so for longer than an attempt takes. */
    private void pause() {
        try {
            stopped.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
