package redress.lineup;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.FutureTask;

/**
 * Makes the book of the officers' names once the portal has started, beside everything else: the sounds of thirty
 * thousand names take seconds, for which nobody at the desk should wait. If it fails, the first who asks makes it.
 */
@Singleton
public class RosterAhead {

    private final Roster roster;

    @Inject
    RosterAhead(Roster roster) {
        this.roster = roster;
    }

    void start(@Observes @Priority(3000) @Initialized(ApplicationScoped.class) Object started) {
        Thread worker = new Thread(new FutureTask<>(roster::book), "redress-roster");
        worker.setDaemon(true);
        worker.setPriority(Thread.MIN_PRIORITY);
        worker.start();
    }
}
