package redress.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The database's own full text: one statement for the hits, one for their number, one GROUP BY for each dimension. */
final class MariaEngine implements SearchEngine {

    private static final String SEEN = " FROM bench_text WHERE compartment IN ('open')";
    private static final String WORDS = " AND MATCH (words) AGAINST (? IN BOOLEAN MODE)";

    private final Connection connection;

    /** Builds the full text; the table is there. */
    MariaEngine(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE bench_text ADD FULLTEXT bench_words (words)");
            statement.execute("ANALYZE TABLE bench_text");
        }
    }

    @Override
    public void ask(SearchQuestion question) throws SQLException {
        say(question);
    }

    @Override
    public Said say(SearchQuestion question) throws SQLException {
        boolean all = question.kind() == SearchQuestion.Kind.ALL;
        String from = all ? SEEN : SEEN + WORDS;
        String order = all ? "received_at DESC, id DESC" : "MATCH (words) AGAINST (? IN BOOLEAN MODE) DESC, id DESC";
        String against = question.words().stream()
                .map(word -> question.kind() == SearchQuestion.Kind.AND ? "+" + word : word)
                .collect(Collectors.joining(" "));
        int marks = all ? 0 : 1;
        rows("SELECT id, number, LEFT(words, 200)" + from + " ORDER BY " + order + " LIMIT 20", against, 2 * marks);
        Map<String, List<Long>> counts = new TreeMap<>();
        for (String dimension : DIMENSIONS) {
            Map<String, Long> values =
                    rows("SELECT " + dimension + ", COUNT(*)" + from + " GROUP BY " + dimension, against, marks);
            counts.put(dimension, new ArrayList<>((dimension.equals("unit") ? upwards(values) : values).values()));
        }
        long count = rows("SELECT 'all', COUNT(*)" + from, against, marks).getOrDefault("all", 0L);
        return Said.of(count, counts);
    }

    /** The first two columns of all rows; the second is a number in all that is looked at. */
    private Map<String, Long> rows(String sql, String against, int marks) throws SQLException {
        Map<String, Long> rows = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 1; i <= marks; i++) {
                query.setString(i, against);
            }
            try (ResultSet found = query.executeQuery()) {
                boolean counted = sql.contains("COUNT(*)");
                while (found.next()) {
                    rows.put(found.getString(1), counted ? found.getLong(2) : 0L);
                }
            }
        }
        return rows;
    }

    /** The counts of the stations, of what is above them, and of the institution. */
    private static Map<String, Long> upwards(Map<String, Long> stations) {
        Map<String, Long> all = new HashMap<>();
        stations.forEach((key, count) -> {
            all.merge("", count, Long::sum);
            for (int slash = key.indexOf('/'); slash > 0; slash = key.indexOf('/', slash + 1)) {
                all.merge(key.substring(0, slash), count, Long::sum);
            }
            all.merge(key, count, Long::sum);
        });
        return all;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
