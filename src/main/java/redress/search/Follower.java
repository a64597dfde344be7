package redress.search;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of an index, whichever engine holds it. It follows the ledger from the position in the last commit,
 * builds the index where there is none, and takes over a generation that was built beside it. Nothing is lost when it
 * is killed at any moment: what was not committed is read again.
 */
final class Follower<B extends Build> {

    private static final System.Logger LOG = System.getLogger(Follower.class.getName());
    private static final Duration WHILE_MUCH_COMES = Duration.ofMillis(50);
    private static final Duration POLL_EVERY = Duration.ofMillis(500);

    private final Builds<B> index;
    private final Feed feed;
    private final BlockingQueue<Boolean> bell = new ArrayBlockingQueue<>(1);
    private final FirstBuild<B> first;
    private final Beside<B> beside;
    private final Horizon horizon = new Horizon();
    private final Keeping keeping = new Keeping();
    private final Pace pace;
    private final Respite respite;
    private @Nullable B generation;
    private long refreshedAt;
    private volatile boolean distrusted;
    private volatile boolean stopped;

    /** A follower that shows at once whatever it has taken. */
    Follower(Builds<B> index, Feed feed) {
        this(index, feed, Pace.atOnce());
    }

    Follower(Builds<B> index, Feed feed, Pace pace) {
        this(index, feed, pace, new Respite(System::nanoTime));
    }

    Follower(Builds<B> index, Feed feed, Pace pace, Respite respite) {
        this.index = index;
        this.feed = feed;
        this.pace = pace;
        this.respite = respite;
        first = new FirstBuild<>(index, feed, () -> !stopped, respite);
        beside = new Beside<>(index, feed, this::ring, () -> !stopped, respite);
    }

    /** Wakes the thread that waits in {@link #turn}. */
    void ring() {
        bell.offer(true);
    }

    /** Follows until it is stopped, then commits and closes. */
    void run() throws IOException, InterruptedException {
        start();
        while (!stopped && generation == null) {
            rest();
            start();
        }
        while (!stopped) {
            turn();
        }
        stopNow();
    }

    void stop() {
        stopped = true;
        ring();
    }

    /**
     * Closes what may be broken; the next {@link #run} opens it again from the last commit, or builds it anew where the
     * files themselves are broken.
     */
    void letGo(boolean broken) throws IOException {
        keeping.rest();
        generation = null;
        try {
            if (broken) {
                index.condemn();
            }
        } finally {
            index.close();
        }
    }

    boolean stopped() {
        return stopped;
    }

    /** How many acts the index has not seen yet. */
    long lag() {
        long end = feed.end();
        return end - Math.max(-1, index.current().map(Build::position).orElse(-1L));
    }

    /** Waits until everything up to a position can be found; false when that takes longer than it may. */
    boolean shows(long position, Duration atMost) {
        return horizon.await(position, atMost);
    }

    /** Whether a rebuild is under way. */
    boolean rebuilding() {
        return beside.running();
    }

    /** Opens the index, or builds it; where that failed just now nothing is done yet. */
    void start() throws IOException {
        Optional<B> found = index.current().isPresent() ? index.current() : index.open();
        Optional<B> whole = found.filter(g -> g.position() != Build.UNBUILT);
        B own = whole.isPresent() ? whole.get() : first.make().orElse(null);
        if (own != null) {
            index.tidy();
            generation = own;
            horizon.reached(own.position());
            keeping.holds(own);
            compareLists(own);
        }
    }

    /** What the country's lists say of complaints that are there already changes at a start, and no act tells it. */
    private void compareLists(B own) throws IOException {
        if (index.outdated().isEmpty() && !own.lists().equals(feed.lists())) {
            index.outdate(feed.end());
            LOG.log(System.Logger.Level.INFO, "The lists of the country have changed: the search index is built anew.");
        }
    }

    /** One round: take over what was built, take what is new, show it, keep it; wait when there is nothing. */
    void turn() throws IOException, InterruptedException {
        B own = generation;
        if (own == null) {
            throw new IllegalStateException("the follower was not started");
        }
        own = takeOver(own);
        int steps = feed.follow(own);
        boolean more = steps == Feed.BATCH;
        outdate();
        erase(own, more);
        if (steps > 0) {
            pace.came(steps);
        }
        if (pace.due(System.nanoTime()) && (!more || due(refreshedAt, WHILE_MUCH_COMES))) {
            show(own);
        }
        keepNowAndThen(own, steps == 0);
        if (!more && !stopped) {
            await();
        }
    }

    private void keepNowAndThen(B own, boolean quiet) throws IOException {
        keeping.nowAndThen(own);
        if (!rebuilding() && (index.rebuildAsked() || quiet && needed())) {
            rebuild();
        }
    }

    private boolean needed() throws IOException {
        return !respite.lasts() && index.outdated().isPresent();
    }

    /** Before the position is kept, so that a kill does not hide it. */
    private void outdate() throws IOException {
        OptionalLong position = feed.shared();
        if (position.isPresent()) {
            index.outdate(position.getAsLong());
        }
    }

    /** Rests first, since what comes meanwhile is cheaper taken together; then waits until something comes. */
    private void await() throws InterruptedException {
        boolean rung = bell.poll(pace.rest(System.nanoTime()).toNanos(), TimeUnit.NANOSECONDS) != null;
        while (!stopped && pace.rest(System.nanoTime()).isPositive()) {
            rung |= bell.poll(pace.rest(System.nanoTime()).toNanos(), TimeUnit.NANOSECONDS) != null;
        }
        if (!rung && !stopped) {
            bell.poll(pace.untilDue(System.nanoTime(), POLL_EVERY).toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Waits a moment, whatever comes meanwhile: without an index nobody could take it. */
    private void rest() throws InterruptedException {
        long until = System.nanoTime() + POLL_EVERY.toNanos();
        while (!stopped && until - System.nanoTime() > 0) {
            bell.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private void show(B own) throws IOException {
        long began = System.nanoTime();
        own.refresh();
        horizon.reached(own.position());
        refreshedAt = System.nanoTime();
        pace.shown(began, refreshedAt);
    }

    /**
     * What was erased leaves earlier generations at once and the files of this one when there is nothing more to take.
     */
    private void erase(B own, boolean more) throws IOException {
        if (own.erasing()) {
            index.forgetBefore(own);
        }
        if (own.stained() && !more) {
            own.expunge();
            if (!own.stained()) {
                keeping.now(own);
                index.forgetBefore(own);
                LOG.log(System.Logger.Level.INFO, "What was erased has left the files of the search index.");
            }
        }
    }

    /** As {@link #rebuild}, because the present generation is wrong: it is not kept when the new one has taken over. */
    boolean replace() {
        distrusted = true;
        return rebuild();
    }

    /** Starts to build a new generation beside the one that answers; false when one is being built already. */
    boolean rebuild() {
        return beside.begin();
    }

    private B takeOver(B own) throws IOException {
        B fresh = beside.taken();
        if (fresh == null) {
            return own;
        }
        boolean served = false;
        try {
            catchUp(fresh);
            catchUp(own);
            fresh.refresh();
            keeping.now(fresh);
            outdate();
            own.commit();
            index.serve(fresh);
            index.renewed(beside.begun());
            served = true;
        } finally {
            if (served) {
                beside.answers();
            } else {
                beside.giveUp(fresh);
            }
        }
        generation = fresh;
        horizon.reached(fresh.position());
        if (own.erasing() || own.stained() || distrusted) {
            distrusted = false;
            index.forgetBefore(fresh);
        }
        LOG.log(System.Logger.Level.INFO, "A new search index took over at position {0}.", fresh.position());
        return fresh;
    }

    private void catchUp(B one) throws IOException {
        int steps = Feed.BATCH;
        while (steps == Feed.BATCH) {
            steps = feed.follow(one);
        }
    }

    private void stopNow() throws IOException {
        B late = beside.taken();
        if (late != null) {
            beside.giveUp(late);
        }
        B own = generation;
        generation = null;
        try {
            if (own != null) {
                keeping.now(own);
            }
        } finally {
            index.close();
        }
    }

    private static boolean due(long since, Duration every) {
        return System.nanoTime() - since >= every.toNanos();
    }
}
