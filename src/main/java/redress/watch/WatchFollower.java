package redress.watch;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import redress.ledger.LedgerGrew;
import redress.wiring.Shift;

/**
 * Goes the rounds of the watches on a thread of its own for as long as the portal runs. It wakes when the ledger has
 * grown, and looks now and then for what other nodes wrote. A round that fails is told in the log and gone again.
 */
@Singleton
class WatchFollower {

    /** What comes within 200 ms is looked at in one round. */
    private static final Shift.Pauses PAUSES =
            new Shift.Pauses(Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofSeconds(5));

    private final Shift shift;

    @Inject
    WatchFollower(Rounds rounds) {
        shift = new Shift("redress-watch", PAUSES, rounds::go);
    }

    /** Starts after the migrations and after the index. */
    void start(@Observes @Priority(2100) @Initialized(ApplicationScoped.class) Object started) {
        shift.start();
    }

    void wake(@Observes LedgerGrew grew) {
        shift.wake();
    }

    @PreDestroy
    void stop() {
        shift.stop();
    }
}
