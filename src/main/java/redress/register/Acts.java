package redress.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import redress.ledger.ActKind;
import redress.ledger.Leaf;
import redress.time.Ids;

/** The act that tells of a batch. The server's sequencer gives it its position. */
final class Acts {

    private static final String ACTOR = "import";

    private Acts() {}

    static void insert(Connection connection, long batch, byte[] digest, Instant at) throws SQLException {
        long id = Ids.next();
        Leaf leaf = Leaf.of(id, ActKind.BATCH_IMPORTED, at, digest);
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO act (id, kind, subject, actor, at, salt, commitment, leaf_hash) VALUES (?,?,?,?,?,?,?,?)")) {
            statement.setLong(1, id);
            statement.setString(2, ActKind.BATCH_IMPORTED.name());
            statement.setLong(3, batch);
            statement.setString(4, ACTOR);
            statement.setObject(5, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
            statement.setBytes(6, leaf.salt());
            statement.setBytes(7, leaf.commitment());
            statement.setBytes(8, leaf.hash());
            statement.executeUpdate();
        }
    }
}
