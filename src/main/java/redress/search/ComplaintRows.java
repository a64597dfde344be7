package redress.search;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import redress.ledger.ActKind;
import redress.problem.Problem;
import redress.wiring.Repository;

/**
 * Reads what the index needs of complaints, many at a time: one query for each table, never one for each complaint. The
 * vault is not read.
 */
@Repository
class ComplaintRows {

    private static final Set<String> IDLE = Set.of(
            ActKind.COMPLAINT_OPENED.name(),
            ActKind.SEARCHED.name(),
            ActKind.EXPORTED.name(),
            ActKind.FIGURES_RELEASED.name(),
            ActKind.SIGNED_IN.name(),
            ActKind.SIGNED_OUT.name(),
            ActKind.VAULT_OPENED.name(),
            ActKind.DOCUMENT_OPENED.name(),
            ActKind.CLUSTER_CONFIRMED.name(),
            ActKind.CLUSTER_UNDONE.name(),
            ActKind.CLUSTER_JOINED.name(),
            ActKind.CLUSTER_DENIED.name(),
            ActKind.CLUSTER_DENIAL_UNDONE.name(),
            ActKind.IDENTIFICATION_DENIED.name(),
            ActKind.IDENTIFICATION_DENIAL_UNDONE.name());

    private static final Set<String> ERASING = Set.of(ActKind.RECORD_ERASED.name(), ActKind.DOCUMENT_REMOVED.name());

    private final DataSource dataSource;
    private final Names names;

    @Inject
    ComplaintRows(DataSource dataSource, Names names) {
        this.dataSource = dataSource;
        this.names = names;
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** The complaints with these ids at their present versions; what does not exist is left out. */
    List<ComplaintSheet> read(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : ask(connection -> {
                    Wanted wanted = Wanted.complaints(connection, ids);
                    SheetRows rows = new SheetRows(names);
                    Map<Long, ComplaintSheet> sheets = new LinkedHashMap<>();
                    each(connection, SheetRows.COMPLAINTS, wanted, row -> {
                        if (wanted.includes(row.getLong("id"))) {
                            rows.complaint(row, sheets);
                        }
                    });
                    each(connection, SheetRows.SUBJECTS, wanted, row -> rows.subject(row, sheets));
                    each(connection, SheetRows.ALLEGATIONS, wanted, row -> rows.allegation(row, sheets));
                    kept(connection, wanted, rows, sheets);
                    command(connection, rows, sheets.values());
                    return List.copyOf(sheets.values());
                });
    }

    /** Most complaints that have just come have nothing of this yet: one question instead of three tells so. */
    private static void kept(Connection connection, Wanted wanted, SheetRows rows, Map<Long, ComplaintSheet> sheets)
            throws SQLException {
        boolean[] any = any(connection, wanted);
        if (any[0]) {
            each(connection, SheetRows.NOTES, wanted, row -> rows.note(row, sheets));
        }
        if (any[1]) {
            each(connection, RecordRows.CORRESPONDENCE, wanted, row -> RecordRows.correspondence(row, sheets));
        }
        if (any[2]) {
            each(connection, RecordRows.DOCUMENTS, wanted, row -> RecordRows.document(row, sheets));
        }
    }

    private static boolean[] any(Connection connection, Wanted wanted) throws SQLException {
        boolean[] any = new boolean[3];
        try (PreparedStatement query = connection.prepareStatement(RecordRows.KEPT.formatted(wanted.condition()))) {
            wanted.bind(query, wanted.bind(query, wanted.bind(query, 1)));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                for (int i = 0; i < any.length; i++) {
                    any[i] = row.getBoolean(i + 1);
                }
            }
        }
        return any;
    }

    private static void command(Connection connection, SheetRows rows, Collection<ComplaintSheet> sheets)
            throws SQLException {
        Commands commands = rows.commands();
        Set<Long> units = commands.units(sheets);
        if (!units.isEmpty()) {
            each(connection, Commands.POSTINGS, Wanted.these(units), commands::posting);
            for (ComplaintSheet sheet : sheets) {
                commands.told(sheet);
                rows.meet(sheet);
            }
        }
    }

    /** All of this as whoever follows the ledger reads it. */
    Source source() {
        return new Source(
                this::steps,
                this::ledgerEnd,
                this::read,
                this::idsAfter,
                this::idsOfBatch,
                names::fresh,
                names::countryMark);
    }

    /** The next ids after one, in order. */
    List<Long> idsAfter(long id, int limit) {
        return longs("SELECT id FROM complaint WHERE id > ? ORDER BY id LIMIT ?", id, (long) limit);
    }

    /** The next ids of complaints that an import batch was the last to write, in order. */
    List<Long> idsOfBatch(long batch, long after, int limit) {
        return longs("SELECT id FROM complaint WHERE batch_id = ? AND id > ? ORDER BY id LIMIT ?", batch, after, (long)
                limit);
    }

    /** The steps after a position, in order. */
    List<Source.Step> steps(long position, int limit) {
        return ask(connection -> {
            List<Source.Step> steps = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT position, kind, subject FROM act WHERE position > ? ORDER BY position LIMIT ?")) {
                query.setLong(1, position);
                query.setInt(2, limit);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        steps.add(step(rows.getLong(1), rows.getString(2), rows.getLong(3)));
                    }
                }
            }
            return steps;
        });
    }

    /** A kind that is not known to leave complaints alone may have changed one. Zero is the driver's word for NULL. */
    static Source.Step step(long position, String kind, long subject) {
        if (subject == 0 || IDLE.contains(kind)) {
            return Source.Step.idle(position);
        }
        if (ERASING.contains(kind)) {
            return Source.Step.erased(position, subject);
        }
        return kind.equals(ActKind.BATCH_IMPORTED.name())
                ? Source.Step.imported(position, subject)
                : Source.Step.changed(position, subject);
    }

    /** The last position of the ledger, -1 where it is empty. */
    long ledgerEnd() {
        return longs("SELECT COALESCE(MAX(position), -1) FROM act").get(0);
    }

    /** The position of an act; empty while it has none, or where there is no such act. */
    OptionalLong positionOf(long act) {
        return longs("SELECT position FROM act WHERE id = ? AND position IS NOT NULL", act).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** The digest over the complaints of the database for each compartment of which there are any. */
    Map<String, Digest> digests() {
        return ask(connection -> {
            Map<String, Digest> digests = new TreeMap<>();
            try (PreparedStatement query = connection.prepareStatement(
                    RecordRows.DIGESTED, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
                // The driver's word for "row by row": otherwise it holds the whole result in memory.
                query.setFetchSize(Integer.MIN_VALUE);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        digests.computeIfAbsent(rows.getString(3), label -> new Digest())
                                .add(rows.getLong(1), rows.getLong(2), rows.getLong(4));
                    }
                }
            }
            return digests;
        });
    }

    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, Wanted wanted, Row row) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql.formatted(wanted.condition()))) {
            wanted.bind(query, 1);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    row.take(rows);
                }
            }
        }
    }

    private List<Long> longs(String sql, Long... parameters) {
        return ask(connection -> {
            List<Long> found = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    query.setLong(i + 1, parameters[i]);
                }
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getLong(1));
                    }
                }
            }
            return found;
        });
    }

    private <T> T ask(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException broken) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "database-unavailable", "The database does not answer.");
        }
    }

    /** Seconds since 1970 of a DATETIME in UTC. */
    static long seconds(Timestamp at) {
        return at.toInstant().getEpochSecond();
    }
}
