package redress.ledger;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import redress.time.Ids;
import redress.wiring.Repository;

/**
 * Gives committed acts their positions and grows the tree, on a thread of its own, on whichever node holds the lease.
 * It wakes after a commit of this node and looks twice a second for those of others. A failed pass leaves nothing
 * behind and is tried again.
 */
@Repository
class Sequencer {

    private static final System.Logger LOG = System.getLogger(Sequencer.class.getName());
    private static final Duration POLL = Duration.ofMillis(500);
    /** A head and its flush to disk serve all acts of this span; a proof may be this much later. */
    private static final Duration GATHER = Duration.ofMillis(50);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final LedgerKeys keys;
    private final InstantSource clock;
    private final Event<LedgerGrew> grew;
    private final String holder = Ids.text(Ids.next());
    private final Semaphore committed = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;

    @Inject
    Sequencer(DataSource dataSource, LedgerKeys keys, InstantSource clock, Event<LedgerGrew> grew) {
        this.dataSource = dataSource;
        this.keys = keys;
        this.clock = clock;
        this.grew = grew;
    }

    /** Starts after the migrations. */
    void start(@Observes @Priority(1000) @Initialized(ApplicationScoped.class) Object started) {
        Thread worker = new Thread(this::work, "ledger-sequencer");
        worker.setDaemon(true);
        worker.start();
        thread = worker;
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ActAppended appended) {
        committed.release();
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
        committed.release();
        Thread worker = thread;
        if (worker != null) {
            try {
                worker.join(AFTER_FAILURE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        try {
            while (stopped.getCount() > 0) {
                if (attempt() < Numbering.MOST && committed.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    pause(GATHER);
                    committed.drainPermits();
                }
            }
            release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "The lease was not given back and will expire", e);
        }
    }

    /** One pass; a failure of any kind is told in the log and must not end the thread. */
    private int attempt() throws InterruptedException {
        FutureTask<Integer> pass = new FutureTask<>(this::pass);
        pass.run();
        try {
            return pass.get();
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.WARNING, "Acts wait for their numbers: the pass failed", e.getCause());
            pause(AFTER_FAILURE);
            return 0;
        }
    }

    /** Numbers one batch in one transaction; returns how many acts it had. */
    int pass() throws SQLException {
        Numbering.Pass pass;
        try (Connection connection = dataSource.getConnection()) {
            // A snapshot that is older than the lock on the lease would show an old tree.
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            try {
                pass = new Numbering(connection, holder).run(keys, clock.instant());
                connection.commit();
            } finally {
                // Undoes what a failure left; after the commit there is nothing to undo.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        if (pass.numbered() > 0) {
            grew.fire(new LedgerGrew(pass.size()));
        }
        return pass.numbered();
    }

    private void release() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            new Numbering(connection, holder).release();
        }
    }

    private void pause(Duration span) throws InterruptedException {
        boolean over = stopped.await(span.toMillis(), TimeUnit.MILLISECONDS);
        LOG.log(System.Logger.Level.TRACE, "paused, stopping: {0}", over);
    }
}
