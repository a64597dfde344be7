package redress.statistics;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import redress.ledger.ActKind;
import redress.ledger.Leaf;
import redress.time.Ids;

/**
 * Counts once, hides what is small, and writes the result down with an act in the ledger, in the transaction of the
 * connection that it is given. It runs in the portal and from the command line alike.
 */
final class ReleaseMaker {

    private ReleaseMaker() {}

    /** Makes a release in the caller's transaction. */
    static Release make(Connection connection, String actor, int threshold, Instant at) throws SQLException {
        Release release = new Release(Ids.next(), at, threshold);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO figure_release (id, made_at, made_by, threshold) VALUES (?,?,?,?)")) {
            insert.setLong(1, release.id());
            insert.setObject(2, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
            insert.setString(3, actor);
            insert.setInt(4, threshold);
            insert.executeUpdate();
        }
        List<Cell> cells = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            cells.addAll(SmallCells.hide(exact(connection, figure), threshold));
        }
        write(connection, release, cells);
        act(connection, release, actor, digest(cells));
        return release;
    }

    private static List<Counted> exact(Connection connection, Figure figure) throws SQLException {
        List<Counted> cells = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(figure.sql())) {
            while (rows.next()) {
                Cell cell = new Cell(figure, rows.getString(1), rows.getInt(2), rows.getString(3), rows.getInt(4));
                cells.add(new Counted(cell, rows.getInt(5)));
            }
        }
        return cells;
    }

    private static void write(Connection connection, Release release, List<Cell> cells) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO figure_cell (release_id, figure, institution_code, year, cell, shown) VALUES (?,?,?,?,?,?)")) {
            for (Cell cell : cells) {
                insert.setLong(1, release.id());
                insert.setString(2, cell.figure().name());
                insert.setString(3, cell.institution());
                insert.setInt(4, cell.year());
                insert.setString(5, cell.name());
                Integer shown = cell.shown();
                if (shown == null) {
                    insert.setNull(6, Types.INTEGER);
                } else {
                    insert.setInt(6, shown);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The act commits to every published number, so that none can be changed afterwards without trace. */
    private static void act(Connection connection, Release release, String actor, byte[] content) throws SQLException {
        long id = Ids.next();
        Leaf leaf = Leaf.of(id, ActKind.FIGURES_RELEASED, release.madeAt(), content);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO act (id, kind, subject, actor, at, salt, commitment, leaf_hash) VALUES (?,?,?,?,?,?,?,?)")) {
            insert.setLong(1, id);
            insert.setString(2, ActKind.FIGURES_RELEASED.name());
            insert.setLong(3, release.id());
            insert.setString(4, actor);
            insert.setObject(5, LocalDateTime.ofInstant(release.madeAt(), ZoneOffset.UTC));
            insert.setBytes(6, leaf.salt());
            insert.setBytes(7, leaf.commitment());
            insert.setBytes(8, leaf.hash());
            insert.executeUpdate();
        }
    }

    private static byte[] digest(List<Cell> cells) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Cell cell : cells) {
                String line = cell.figure() + "\t" + cell.institution() + "\t" + cell.year() + "\t" + cell.name() + "\t"
                        + cell.shown() + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK lacks SHA-256", e);
        }
    }
}
