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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.wiring.Insertion;
import redress.wiring.Repository;

/** The documents in the database, in the caller's transaction. */
@Repository
class Documents {

    private static final String COLUMNS =
            "id, complaint_id, name, kind, size, sha256, added_at, added_by, act_id, text_state";

    private final DataSource dataSource;

    @Inject
    Documents(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Keeps a new document. */
    void add(Document document, Safe.Sealed sealed) {
        Insertion.into(
                        "document",
                        "id",
                        "complaint_id",
                        "name",
                        "kind",
                        "size",
                        "sha256",
                        "salt",
                        "added_at",
                        "added_by",
                        "act_id",
                        "text_state")
                .row(
                        document.id(),
                        document.complaint(),
                        document.name(),
                        document.kind(),
                        document.size(),
                        document.hash(),
                        sealed.salt(),
                        document.added().at(),
                        document.added().by(),
                        document.added().act(),
                        document.text())
                .send(dataSource);
        for (int i = 0; i < sealed.parts().size(); i++) {
            Insertion.into("document_part", "document_id", "part", "sealed")
                    .row(document.id(), i, sealed.parts().get(i))
                    .send(dataSource);
        }
    }

    /** Those of a complaint, in the order in which they came. */
    List<Document> of(long complaint) {
        return read(
                "SELECT " + COLUMNS + " FROM document WHERE complaint_id = ? ORDER BY id",
                Documents::document,
                complaint);
    }

    Optional<Document> find(long id) {
        return read("SELECT " + COLUMNS + " FROM document WHERE id = ?", Documents::document, id).stream()
                .findFirst();
    }

    /** The content as it is kept. */
    Safe.Sealed sealed(long id) {
        byte[] salt = read("SELECT salt FROM document WHERE id = ?", row -> row.getBytes(1), id).stream()
                .findFirst()
                .orElseThrow(Problem::notFound);
        return new Safe.Sealed(
                salt,
                read(
                        "SELECT sealed FROM document_part WHERE document_id = ? ORDER BY part",
                        row -> row.getBytes(1),
                        id));
    }

    /** The words of a document, empty where none are kept. */
    String text(long id) {
        return read("SELECT COALESCE(text, '') FROM document WHERE id = ?", row -> row.getString(1), id).stream()
                .findFirst()
                .orElse("");
    }

    /** The oldest document that waits to be read and that no node has taken. */
    Optional<Document> waiting(Instant now) {
        return read(
                        "SELECT " + COLUMNS + " FROM document WHERE text_state = 'WAITING'"
                                + " AND (text_until IS NULL OR text_until < ?) ORDER BY id LIMIT 1",
                        Documents::document,
                        utc(now))
                .stream()
                .findFirst();
    }

    /** Takes it for reading; false where another node was faster. */
    boolean take(long id, Instant now, Instant until) {
        return change(
                        "UPDATE document SET text_until = ?, text_attempts = text_attempts + 1 WHERE id = ?"
                                + " AND text_state = 'WAITING' AND (text_until IS NULL OR text_until < ?)",
                        utc(until),
                        id,
                        utc(now))
                == 1;
    }

    /** How often it was taken so far. */
    int attempts(long id) {
        return read("SELECT text_attempts FROM document WHERE id = ?", row -> row.getInt(1), id).stream()
                .findFirst()
                .orElse(0);
    }

    /** Gives it back, to be taken again at once. */
    void giveBack(long id) {
        change("UPDATE document SET text_until = NULL WHERE id = ?", id);
    }

    /** Keeps what reading gave; false where somebody else has kept it meanwhile. */
    boolean keep(long id, Words words) {
        return change(
                        "UPDATE document SET text_state = ?, text = ?, text_until = NULL WHERE id = ?"
                                + " AND text_state = 'WAITING'",
                        words.state().name(),
                        words.state().hasText() ? words.text() : null,
                        id)
                == 1;
    }

    /** Takes a document away with its content and its words; false where somebody else has done so. */
    boolean remove(long id) {
        return change("DELETE FROM document WHERE id = ?", id) == 1;
    }

    /** The names of colleagues by their ids, for pages of the desk. */
    Map<String, String> names() {
        return read("SELECT actor, display_name FROM colleague", row -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Document document(ResultSet row) throws SQLException {
        return new Document(
                row.getLong("id"),
                row.getLong("complaint_id"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getLong("size"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                new Document.Added(
                        row.getObject("added_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString("added_by"),
                        row.getLong("act_id")),
                TextState.valueOf(row.getString("text_state")));
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private <T> List<T> read(String sql, Row<T> reader, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = prepared(connection, sql, values);
                ResultSet rows = query.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException broken) {
            throw unavailable();
        }
    }

    private int change(String sql, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException broken) {
            throw unavailable();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static Problem unavailable() {
        return Problem.of(Problem.Kind.UNAVAILABLE, "database-unavailable", "The database does not answer.");
    }
}
