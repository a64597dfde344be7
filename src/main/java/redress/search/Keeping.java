package redress.search;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * When what was put into a build is made durable: now and then, and at once where it has to be. To wait for the disk
 * would hold up everybody who came meanwhile, so most of that is done beforehand on a thread of its own while the
 * follower goes on; the commit then finds little left to wait for. Only the settling runs on that thread; everything
 * else is the follower's.
 */
final class Keeping {

    private static final System.Logger LOG = System.getLogger(Keeping.class.getName());
    private static final Duration EVERY = Duration.ofSeconds(5);

    private long kept = Build.UNBUILT;
    private long keptAt;
    private @Nullable FutureTask<Boolean> settling;

    /** This was read from the disk, or has just been kept. */
    void holds(Build own) {
        kept = own.position();
        keptAt = System.nanoTime();
    }

    /** Keeps it if there is something new, the last time is long enough ago, and what goes before is done. */
    void nowAndThen(Build own) throws IOException {
        if (own.position() == kept || System.nanoTime() - keptAt < EVERY.toNanos()) {
            return;
        }
        FutureTask<Boolean> begun = settling;
        if (begun == null) {
            settle(own);
        } else if (begun.isDone()) {
            now(own);
        }
    }

    /** Keeps it; afterwards what was put so far survives a kill. */
    void now(Build own) throws IOException {
        rest();
        own.commit();
        holds(own);
    }

    private void settle(Build own) {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            own.settle();
            return true;
        });
        settling = task;
        Thread thread = new Thread(task, "redress-index-settle");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until nobody else touches the files; a settling that failed is told, and the commit does all of it. */
    void rest() {
        FutureTask<Boolean> begun = settling;
        if (begun == null) {
            return;
        }
        settling = null;
        try {
            begun.get();
        } catch (ExecutionException failed) {
            LOG.log(System.Logger.Level.WARNING, "The index could not be written beforehand.", failed.getCause());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
