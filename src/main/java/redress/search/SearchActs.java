package redress.search;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
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
 * Writes down that a search is made while it is being made: the disk needs about as long for the one as the index for
 * the other, and neither has to wait for the other's end. Nobody is told anything before the act is durable.
 */
@Part
class SearchActs {

    private static final System.Logger LOG = System.getLogger(SearchActs.class.getName());

    private final Consumer<NewAct> ledger;
    private final ExecutorService clerks = Executors.newCachedThreadPool(SearchActs::clerk);

    @Inject
    SearchActs(Ledger ledger) {
        this((NewAct act) -> ledger.append(act));
    }

    SearchActs(Consumer<NewAct> ledger) {
        this.ledger = ledger;
    }

    /** An act that is being written. */
    interface Written {
        /**
         * Returns when the act is durable.
         *
         * @throws Problem unavailable, where it could not be written: then nothing may be told
         */
        void await();
    }

    /** Begins to write; also what is searched in vain, or breaks off, was asked. */
    Written begin(NewAct act) {
        FutureTask<Boolean> writing = new FutureTask<>(() -> ledger.accept(act), true);
        clerks.execute(writing);
        return () -> await(writing);
    }

    private static void await(FutureTask<Boolean> writing) {
        try {
            writing.get();
        } catch (ExecutionException broken) {
            LOG.log(System.Logger.Level.WARNING, "The act of a search could not be written.", broken.getCause());
            throw unwritten();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw unwritten();
        }
    }

    private static Problem unwritten() {
        return Problem.of(Problem.Kind.UNAVAILABLE, "database-unavailable", "The database does not answer.");
    }

    private static Thread clerk(Runnable work) {
        Thread thread = new Thread(work, "redress-search-act");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        clerks.shutdown();
    }
}
