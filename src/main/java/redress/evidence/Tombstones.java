package redress.evidence;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import redress.problem.Problem;
import redress.wiring.Insertion;
import redress.wiring.Repository;

/** What is left of removed documents, in the caller's transaction. */
@Repository
class Tombstones {

    private final DataSource dataSource;

    @Inject
    Tombstones(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void add(Tombstone left) {
        Insertion.into(
                        "document_removed",
                        "id",
                        "complaint_id",
                        "kind",
                        "added_at",
                        "added_by",
                        "added_act",
                        "removed_at",
                        "removed_by",
                        "removed_act",
                        "reason")
                .row(
                        left.id(),
                        left.complaint(),
                        left.kind(),
                        left.added().at(),
                        left.added().by(),
                        left.added().act(),
                        left.removed().at(),
                        left.removed().by(),
                        left.removed().act(),
                        left.removed().reason())
                .send(dataSource);
    }

    /** Those of a complaint, in the order in which the documents came. */
    List<Tombstone> of(long complaint) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT id, complaint_id, kind, added_at, added_by, added_act, removed_at, removed_by,"
                                + " removed_act, reason FROM document_removed WHERE complaint_id = ? ORDER BY id")) {
            query.setLong(1, complaint);
            try (ResultSet rows = query.executeQuery()) {
                List<Tombstone> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(tombstone(rows));
                }
                return found;
            }
        } catch (SQLException broken) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "database-unavailable", "The database does not answer.");
        }
    }

    private static Tombstone tombstone(ResultSet row) throws SQLException {
        return new Tombstone(
                row.getLong("id"),
                row.getLong("complaint_id"),
                Kind.valueOf(row.getString("kind")),
                new Document.Added(at(row, "added_at"), row.getString("added_by"), row.getLong("added_act")),
                new Tombstone.Removed(
                        at(row, "removed_at"),
                        row.getString("removed_by"),
                        row.getLong("removed_act"),
                        RemovalReason.valueOf(row.getString("reason"))));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
