package redress.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mark of what the country's lists say and documents repeat: names of institutions, groups and labels of categories,
 * places with what is above them, their names and points. Two marks are equal only where all of this is. The profile
 * writes these rows at a start, and no act tells it; what an import changes stands in its batch, so institutions and
 * categories of a register are left out, and so are units.
 */
final class CountryMark {

    private static final List<String> LISTS = List.of(
            "SELECT code, name FROM institution WHERE register IS NULL ORDER BY code",
            "SELECT code, group_name, label FROM category WHERE register IS NULL ORDER BY code",
            "SELECT code, parent_code, name, latitude, longitude FROM place ORDER BY code");

    private static final int KEPT = 16;

    private final MessageDigest digest;

    private CountryMark() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The mark of the lists as they are now, in hexadecimal digits. */
    static String of(Connection connection) throws SQLException {
        CountryMark mark = new CountryMark();
        for (String list : LISTS) {
            mark.add(connection, list);
        }
        return HexFormat.of().formatHex(mark.digest.digest(), 0, KEPT);
    }

    private void add(Connection connection, String list) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(list);
                ResultSet rows = query.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    add(rows.getString(column));
                }
            }
            add(null);
        }
    }

    /** With its length before it, so that no two rows can be cut otherwise and be the same. */
    private void add(@Nullable String value) {
        byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(value == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }
}
