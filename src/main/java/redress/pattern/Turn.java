package redress.pattern;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import redress.problem.Problem;

/**
 * One window is read at a time: what several read at once would need memory several times, for mostly the same rows. A
 * million complaints take some four seconds; whoever has waited much longer is told to come back, since with each that
 * waits a connection to the database waits.
 */
final class Turn {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Lock lock = new ReentrantLock();
    private final Duration patience;

    Turn() {
        this(PATIENCE);
    }

    /** @param patience how long somebody waits for the others */
    Turn(Duration patience) {
        this.patience = patience;
    }

    /** Does it when nobody else is at it. */
    <T> T take(Supplier<T> work) {
        if (!waited()) {
            throw busy();
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private boolean waited() {
        try {
            return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Problem busy() {
        return Problem.of(
                Problem.Kind.UNAVAILABLE, "dossiers-busy", "Others are opening dossiers; try again in a minute.");
    }
}
