package redress.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answers that the tables themselves give, by plain SQL that was written from the meaning of each dimension and
 * without a look at how the index reads or counts: each value that a complaint has, once, as a row of the table
 * {@code truth}, and a {@code COUNT} for each question.
 */
final class FacetSql {

    private static final String UNITS_ABOVE = """
            WITH RECURSIVE up (unit, above, depth) AS (
              SELECT id, id, 0 FROM unit
              UNION ALL
              SELECT up.unit, u.parent_id, up.depth + 1 FROM up JOIN unit u ON u.id = up.above
              WHERE u.parent_id IS NOT NULL),
            happened (id, unit_id, early, late) AS (
              SELECT id, unit_id, began_on, began_on FROM incident WHERE date_precision = 'DAY'
              UNION ALL
              SELECT id, unit_id, DATE_FORMAT(began_on, '%Y-%m-01'), LAST_DAY(began_on) FROM incident
              WHERE date_precision = 'MONTH'
              UNION ALL
              SELECT id, unit_id, began_on - INTERVAL 15 DAY, began_on + INTERVAL 15 DAY FROM incident
              WHERE date_precision = 'ABOUT'
              UNION ALL
              SELECT id, unit_id, NULL, NULL FROM incident WHERE date_precision IN ('YEAR', 'UNKNOWN')),
            told (complaint, unit, early, late) AS (
              SELECT c.id, i.unit_id, i.early, i.late
              FROM complaint c JOIN happened i ON i.id = c.incident_id WHERE i.unit_id IS NOT NULL
              UNION
              SELECT c.id, s.unit_id, i.early, i.late
              FROM complaint c JOIN happened i ON i.id = c.incident_id JOIN subject s ON s.complaint_id = c.id
              WHERE s.unit_id IS NOT NULL)
            """;

    private static final String INSTITUTIONS = """
            SELECT c.id, i.institution_code FROM complaint c JOIN incident i ON i.id = c.incident_id
            WHERE i.institution_code IS NOT NULL
            UNION SELECT s.complaint_id, o.institution_code FROM subject s JOIN officer o ON o.id = s.officer_id
            UNION SELECT s.complaint_id, u.institution_code FROM subject s JOIN unit u ON u.id = s.unit_id
            UNION SELECT c.id, u.institution_code FROM complaint c JOIN incident i ON i.id = c.incident_id
            JOIN unit u ON u.id = i.unit_id""";

    private static final String INCIDENT = " FROM complaint c JOIN incident i ON i.id = c.incident_id WHERE ";

    private static final Map<Dimension, String> VALUES = values();

    private final Connection connection;

    FacetSql(Connection connection) {
        this.connection = connection;
    }

    private static Map<Dimension, String> values() {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        whoAndWhere(values);
        what(values);
        when(values);
        return values;
    }

    private static void whoAndWhere(Map<Dimension, String> values) {
        values.put(
                Dimension.UNIT,
                UNITS_ABOVE
                        + "SELECT t.complaint, CONCAT(a.institution_code, '/', a.code) FROM told t JOIN up ON up.unit = t.unit"
                        + " JOIN unit a ON a.id = up.above UNION " + INSTITUTIONS);
        values.put(Dimension.COMMANDER, UNITS_ABOVE + """
                        , commands (complaint, unit, depth, officer, always) AS (
                          SELECT t.complaint, t.unit, up.depth, p.officer_id,
                            COALESCE(p.from_on, '1000-01-01') <= t.early AND COALESCE(p.to_on, '9999-12-31') >= t.late
                          FROM told t JOIN up ON up.unit = t.unit
                          JOIN posting p ON p.unit_id = up.above AND p.role = 'COMMANDER'
                          AND COALESCE(p.from_on, '1000-01-01') <= t.late AND COALESCE(p.to_on, '9999-12-31') >= t.early)
                        SELECT c.complaint, c.officer FROM commands c JOIN (
                          SELECT complaint, unit, MIN(depth) AS nearest FROM commands GROUP BY complaint, unit) n
                        ON n.complaint = c.complaint AND n.unit = c.unit AND n.nearest = c.depth WHERE c.always""");
        values.put(Dimension.INSTITUTION, INSTITUTIONS);
        values.put(Dimension.PLACE, """
                WITH RECURSIVE up (code, above) AS (
                  SELECT code, code FROM place
                  UNION ALL
                  SELECT up.code, p.parent_code FROM up JOIN place p ON p.code = up.above
                  WHERE p.parent_code IS NOT NULL)
                SELECT c.id, up.above FROM complaint c JOIN incident i ON i.id = c.incident_id
                JOIN up ON up.code = i.place_code""");
    }

    private static void what(Map<Dimension, String> values) {
        values.put(Dimension.CATEGORY, "SELECT complaint_id, category_code FROM allegation");
        values.put(
                Dimension.GROUP,
                "SELECT a.complaint_id, k.group_name FROM allegation a JOIN category k ON k.code = a.category_code");
        values.put(Dimension.FINDING, "SELECT complaint_id, finding FROM allegation WHERE finding IS NOT NULL");
        values.put(Dimension.STAGE, "SELECT id, stage FROM complaint");
        values.put(Dimension.CHANNEL, "SELECT id, channel FROM complaint");
        values.put(Dimension.REGISTER, "SELECT id, COALESCE(register, 'portal') FROM complaint");
        values.put(Dimension.INJURY, "SELECT id, injury FROM complaint WHERE injury IS NOT NULL");
        values.put(Dimension.HARMED, "SELECT id, harmed FROM complaint WHERE harmed IS NOT NULL");
    }

    private static void when(Map<Dimension, String> values) {
        values.put(Dimension.YEAR, "SELECT id, DATE_FORMAT(received_at, '%Y') FROM complaint");
        values.put(Dimension.MONTH, "SELECT id, DATE_FORMAT(received_at, '%Y-%m') FROM complaint");
        values.put(
                Dimension.INCIDENT_YEAR,
                "SELECT c.id, DATE_FORMAT(i.began_on, '%Y')" + INCIDENT + "i.began_on IS NOT NULL");
        values.put(
                Dimension.INCIDENT_MONTH,
                "SELECT c.id, DATE_FORMAT(i.began_on, '%Y-%m')" + INCIDENT
                        + "i.began_on IS NOT NULL AND i.date_precision <> 'YEAR'");
        values.put(
                Dimension.WEEKDAY,
                "SELECT c.id, WEEKDAY(i.began_on) + 1" + INCIDENT
                        + "i.began_on IS NOT NULL AND i.date_precision = 'DAY'");
        values.put(Dimension.HOUR, "SELECT c.id, LPAD(i.hour_of_day, 2, '0')" + INCIDENT + "i.hour_of_day IS NOT NULL");
    }

    /**
     * Which complaints somebody may see, as a condition on {@code c}, and the word that must stand in the narrative.
     */
    record Condition(String who, String word) {

        private String sql() {
            return who + (word.isEmpty() ? "" : " AND c.narrative LIKE '%" + word + "%'");
        }
    }

    /** Works out every value of every complaint anew. */
    void work() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS truth");
            statement.execute("CREATE TABLE truth (dimension VARCHAR(20), complaint BIGINT, value VARCHAR(120),"
                    + " PRIMARY KEY (dimension, complaint, value), KEY (complaint)) COLLATE utf8mb4_bin");
            for (Map.Entry<Dimension, String> each : VALUES.entrySet()) {
                statement.execute("INSERT IGNORE INTO truth SELECT '"
                        + each.getKey().word() + "', v.* FROM (" + each.getValue() + ") v");
            }
        }
    }

    /** Everything that the complaint has of the dimension. */
    List<String> values(long complaint, Dimension dimension) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT value FROM truth WHERE dimension = ? AND complaint = ? ORDER BY value")) {
            query.setString(1, dimension.word());
            query.setLong(2, complaint);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    /** Every value of the dimension. */
    List<String> values(Dimension dimension) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT DISTINCT value FROM truth WHERE dimension = '"
                        + dimension.word() + "' ORDER BY value")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** How many complaints there are. */
    long count(Condition condition, Map<String, List<String>> filters) throws SQLException {
        List<String> wanted = new ArrayList<>();
        String sql = "SELECT COUNT(*) FROM complaint c WHERE " + condition.sql() + filtered(filters, wanted);
        try (PreparedStatement query = prepared(sql, wanted);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** How many complaints have each value of each dimension, leaving out the dimension's own filter. */
    Map<String, Map<String, Long>> counts(Condition condition, Map<String, List<String>> filters) throws SQLException {
        List<String> others = Dimension.all().stream()
                .map(Dimension::word)
                .filter(word -> !filters.containsKey(word))
                .toList();
        Map<String, Map<String, Long>> counts = new HashMap<>(counts(condition, filters, others));
        for (String own : filters.keySet()) {
            Map<String, List<String>> rest = new TreeMap<>(filters);
            rest.remove(own);
            counts.putAll(counts(condition, rest, List.of(own)));
        }
        return counts;
    }

    private Map<String, Map<String, Long>> counts(
            Condition condition, Map<String, List<String>> filters, List<String> dimensions) throws SQLException {
        Map<String, Map<String, Long>> counts = new HashMap<>();
        List<String> parameters = new ArrayList<>(dimensions);
        String sql = "SELECT t.dimension, t.value, COUNT(*) FROM complaint c JOIN truth t ON t.complaint = c.id"
                + " AND t.dimension IN (" + marks(dimensions.size()) + ") WHERE " + condition.sql()
                + filtered(filters, parameters) + " GROUP BY t.dimension, t.value";
        try (PreparedStatement query = prepared(sql, parameters);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                counts.computeIfAbsent(rows.getString(1), dimension -> new HashMap<>())
                        .put(rows.getString(2), rows.getLong(3));
            }
        }
        return counts;
    }

    private static String filtered(Map<String, List<String>> filters, List<String> parameters) {
        StringBuilder sql = new StringBuilder();
        filters.forEach((dimension, values) -> {
            sql.append(" AND EXISTS (SELECT 1 FROM truth f WHERE f.complaint = c.id AND f.dimension = ?")
                    .append(" AND f.value IN (")
                    .append(marks(values.size()))
                    .append("))");
            parameters.add(dimension);
            parameters.addAll(values);
        });
        return sql.toString();
    }

    private PreparedStatement prepared(String sql, List<String> parameters) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            query.setString(i + 1, parameters.get(i));
        }
        return query;
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
