package redress.search;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.problem.Problem;
import redress.wiring.Part;

/**
 * Write and read in the database what a search needs of it while the index is being searched: each takes about as long
 * as the other, and neither has to wait for the other's end. Nobody is told anything before the act is durable.
 */
@Part
class Clerks {

    private static final System.Logger LOG = System.getLogger(Clerks.class.getName());

    private final Consumer<NewAct> ledger;
    private final ExecutorService clerks = Executors.newCachedThreadPool(Clerks::clerk);

    @Inject
    Clerks(Ledger ledger) {
        this((NewAct act) -> ledger.append(act));
    }

    Clerks(Consumer<NewAct> ledger) {
        this.ledger = ledger;
    }

    /** Something that a clerk is at. */
    interface Pending<T> {
        /**
         * What came of it, once it is done.
         *
         * @throws Problem unavailable, where it could not be done: then nothing may be told
         */
        T await();
    }

    /** Begins to write; done when the act is durable. Also what is searched in vain, or breaks off, was asked. */
    Pending<Boolean> write(NewAct act) {
        return begin(new FutureTask<>(() -> ledger.accept(act), true));
    }

    /** Begins to ask. */
    <T> Pending<T> ask(Callable<T> question) {
        return begin(new FutureTask<>(question));
    }

    private <T> Pending<T> begin(FutureTask<T> work) {
        clerks.execute(work);
        return () -> await(work);
    }

    private static <T> T await(FutureTask<T> work) {
        try {
            return work.get();
        } catch (ExecutionException broken) {
            LOG.log(System.Logger.Level.WARNING, "The database did not do its part of a search.", broken.getCause());
            throw undone();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw undone();
        }
    }

    private static Problem undone() {
        return Problem.of(Problem.Kind.UNAVAILABLE, "database-unavailable", "The database does not answer.");
    }

    private static Thread clerk(Runnable work) {
        Thread thread = new Thread(work, "redress-search-clerk");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        clerks.shutdown();
    }
}
