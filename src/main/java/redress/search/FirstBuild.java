package redress.search;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The build that is made where there is none: meanwhile questions are answered from what is there already. After one
 * that failed the next waits a little, since each reads the whole database, but a minute at most, since nothing else
 * answers.
 */
final class FirstBuild<B extends Build> {

    private static final System.Logger LOG = System.getLogger(FirstBuild.class.getName());
    private static final Duration SHOWN_EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final Builds<B> index;
    private final Feed feed;
    private final BooleanSupplier goOn;
    private final Respite respite;
    private long shownAt;

    /**
     * Builds nothing yet.
     *
     * @param goOn says whether what is being built is still wanted
     * @param respite what else is built of itself rests by; this rests on its own
     */
    FirstBuild(Builds<B> index, Feed feed, BooleanSupplier goOn, Respite respite) {
        this.index = index;
        this.feed = feed;
        this.goOn = goOn;
        this.respite = respite.another(LONGEST_REST);
    }

    /** The build, which answers; empty where one failed just now, or where it is not wanted any more. */
    Optional<B> make() throws IOException {
        if (respite.lasts()) {
            return Optional.empty();
        }
        boolean failed = true;
        try {
            Optional<B> made = begun();
            failed = false;
            return made;
        } finally {
            if (failed) {
                respite.begin();
            } else {
                respite.end();
            }
        }
    }

    private Optional<B> begun() throws IOException {
        index.close();
        index.clear();
        B fresh = index.begin();
        index.show(fresh);
        if (!feed.fill(fresh, () -> whileFilling(fresh))) {
            return Optional.empty();
        }
        fresh.refresh();
        fresh.commit();
        index.serve(fresh);
        index.renewed(fresh.position());
        // What was erased while there was no index was never told one by one.
        index.forgetBefore(fresh);
        LOG.log(System.Logger.Level.INFO, "The search index was built up to position {0}.", fresh.position());
        return Optional.of(fresh);
    }

    private boolean whileFilling(B fresh) {
        if (System.nanoTime() - shownAt >= SHOWN_EVERY.toNanos()) {
            refreshQuietly(fresh);
        }
        return goOn.getAsBoolean();
    }

    private void refreshQuietly(B fresh) {
        try {
            fresh.refresh();
            shownAt = System.nanoTime();
        } catch (IOException later) {
            LOG.log(System.Logger.Level.WARNING, "The index could not be refreshed while it is built.", later);
        }
    }
}
