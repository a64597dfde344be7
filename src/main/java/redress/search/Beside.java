package redress.search;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A build that is made on a thread of its own beside the one that answers, until the follower takes it over. */
final class Beside<B extends Build> {

    private static final System.Logger LOG = System.getLogger(Beside.class.getName());

    private final Builds<B> index;
    private final Feed feed;
    private final Runnable ready;
    private final BooleanSupplier goOn;
    private final Respite respite;
    private final AtomicReference<@Nullable B> built = new AtomicReference<>();
    private final AtomicReference<@Nullable Thread> builder = new AtomicReference<>();
    private volatile long begun;

    /**
     * Builds nothing yet.
     *
     * @param ready is run when a build is whole
     * @param goOn says whether what is being built is still wanted
     * @param respite begins when a build fails
     */
    Beside(Builds<B> index, Feed feed, Runnable ready, BooleanSupplier goOn, Respite respite) {
        this.index = index;
        this.feed = feed;
        this.ready = ready;
        this.goOn = goOn;
        this.respite = respite;
    }

    /** Whether a build is made, or is whole and has not been taken over yet. */
    boolean running() {
        return builder.get() != null;
    }

    /** Begins one; false when one is running already. */
    boolean begin() {
        Thread thread = new Thread(this::build, "redress-reindex");
        thread.setDaemon(true);
        if (!builder.compareAndSet(null, thread)) {
            return false;
        }
        thread.start();
        return true;
    }

    private void build() {
        FutureTask<Boolean> task = new FutureTask<>(this::fill);
        task.run();
        try {
            if (task.get()) {
                ready.run();
                return;
            }
        } catch (ExecutionException broken) {
            LOG.log(System.Logger.Level.ERROR, "The new index could not be built; the old one stays.", broken);
            respite.begin();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        ended();
    }

    /** Nobody sees it until it takes over: to refresh it only lets go of what it remembers of what it was given. */
    private boolean fill() throws IOException {
        B fresh = index.begin();
        boolean whole = false;
        try {
            if (feed.fill(fresh, goOn)) {
                fresh.refresh();
                whole = true;
            }
        } finally {
            if (!whole) {
                index.discard(fresh);
            }
        }
        if (whole) {
            begun = fresh.position();
            built.set(fresh);
        }
        return whole;
    }

    /** The build that is whole, once; {@link #answers} or {@link #giveUp} has to follow. */
    @Nullable
    B taken() {
        return built.getAndSet(null);
    }

    /** The position of the ledger at which the last whole build was begun. */
    long begun() {
        return begun;
    }

    /**
     * The build that was taken is not wanted, or could not take over. What kept it from that, such as a cluster that
     * does not answer, may keep it from being deleted too: another one may begin whatever becomes of it, and that is
     * told in the log alone, since the first failure is what matters.
     */
    void giveUp(B fresh) {
        try {
            if (index.current().filter(answering -> answering == fresh).isEmpty()) {
                index.discard(fresh);
            }
        } catch (IOException left) {
            LOG.log(System.Logger.Level.WARNING, "A new search index was given up and could not be deleted.", left);
        } finally {
            respite.begin();
            ended();
        }
    }

    /** The build that was taken has taken over. */
    void answers() {
        respite.end();
        ended();
    }

    /** Another one may begin. */
    private void ended() {
        builder.set(null);
    }
}
