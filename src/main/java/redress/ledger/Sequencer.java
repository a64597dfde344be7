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
import javax.sql.DataSource;
import redress.merkle.CompactRange;
import redress.time.Ids;
import redress.wiring.Repository;
import redress.wiring.Shift;

/**
 * Gives committed acts their positions and grows the tree, on a thread of its own, on whichever node holds the lease.
 * It wakes after a commit of this node, unless somebody only looked, and looks twice a second for what else there is. A
 * failed pass leaves nothing behind and is tried again.
 */
@Repository
class Sequencer {

    private static final System.Logger LOG = System.getLogger(Sequencer.class.getName());
    /** A head and its flush to disk serve all acts of 50 ms; a proof may be this much later. */
    private static final Shift.Pauses PAUSES =
            new Shift.Pauses(Duration.ofMillis(500), Duration.ofMillis(50), Duration.ofSeconds(1));
    /** While so few come, each of them is found sooner. */
    private static final int FEW = 16;

    private static final Duration FOR_FEW = Duration.ofMillis(10);

    private final DataSource dataSource;
    private final LedgerKeys keys;
    private final InstantSource clock;
    private final Event<LedgerGrew> grew;
    private final String holder = Ids.text(Ids.next());
    /** Of the tree after the last pass of this node; touched by the passes alone. */
    private CompactRange edge = CompactRange.empty();

    /** In the last pass; touched by the shift alone. */
    private int numbered;

    private final Shift shift = new Shift("ledger-sequencer", PAUSES, this::gather, this::round);

    @Inject
    Sequencer(DataSource dataSource, LedgerKeys keys, InstantSource clock, Event<LedgerGrew> grew) {
        this.dataSource = dataSource;
        this.keys = keys;
        this.clock = clock;
        this.grew = grew;
    }

    /** Starts after the migrations. */
    void start(@Observes @Priority(1000) @Initialized(ApplicationScoped.class) Object started) {
        shift.start();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) ActAppended appended) {
        shift.wake();
    }

    @PreDestroy
    void stop() {
        shift.stop();
        try {
            release();
        } catch (SQLException untold) {
            LOG.log(System.Logger.Level.DEBUG, "The lease was not given back and will expire", untold);
        }
    }

    private boolean round() throws SQLException {
        numbered = pass();
        return numbered == Numbering.MOST;
    }

    private Duration gather() {
        return numbered > FEW ? PAUSES.gather() : FOR_FEW;
    }

    /** Numbers one batch in one transaction; returns how many acts it had. */
    int pass() throws SQLException {
        Numbering.Pass pass;
        CompactRange known = edge;
        // A pass that fails leaves the edge changed and the tree as it was.
        edge = CompactRange.empty();
        try (Connection connection = dataSource.getConnection()) {
            // A snapshot that is older than the lock on the lease would show an old tree.
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            try {
                pass = new Numbering(connection, holder, known).run(keys, clock.instant());
                connection.commit();
            } finally {
                // Undoes what a failure left; after the commit there is nothing to undo.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        if (pass.numbered() > 0) {
            edge = pass.edge();
            grew.fire(new LedgerGrew(edge.size()));
        }
        return pass.numbered();
    }

    private void release() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            new Numbering(connection, holder, CompactRange.empty()).release();
        }
    }
}
