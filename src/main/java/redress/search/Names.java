package redress.search;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.wiring.Repository;

/** Keeps the gazetteer in memory and reads it again when somebody meets a key that it does not know. */
@Repository
class Names {

    private final DataSource dataSource;
    private volatile Gazetteer known = Gazetteer.EMPTY;

    @Inject
    Names(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The names as last read. */
    Gazetteer gazetteer() {
        return known == Gazetteer.EMPTY ? fresh() : known;
    }

    /** The names as they are now. */
    Gazetteer fresh() {
        try (Connection connection = dataSource.getConnection()) {
            Map<String, Gazetteer.Unit> units = institutions(connection);
            Map<Long, String> keys = units(connection, units);
            Gazetteer read =
                    new Gazetteer(keys, units, categories(connection), places(connection), commanders(connection));
            known = read;
            return read;
        } catch (SQLException broken) {
            throw unavailable();
        }
    }

    /** The mark of the country's lists as they are now. */
    String countryMark() {
        try (Connection connection = dataSource.getConnection()) {
            return CountryMark.of(connection);
        } catch (SQLException broken) {
            throw unavailable();
        }
    }

    private static Problem unavailable() {
        return Problem.of(Problem.Kind.UNAVAILABLE, "database-unavailable", "The database does not answer.");
    }

    private static Map<String, Gazetteer.Unit> institutions(Connection connection) throws SQLException {
        Map<String, Gazetteer.Unit> found = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT code, name FROM institution");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                String code = rows.getString(1);
                found.put(code, new Gazetteer.Unit(code, null, rows.getString(2)));
            }
        }
        return found;
    }

    private static Map<Long, String> units(Connection connection, Map<String, Gazetteer.Unit> units)
            throws SQLException {
        Map<Long, String> keys = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT u.id, u.institution_code, u.code, u.name, p.institution_code, p.code"
                                + " FROM unit u LEFT JOIN unit p ON p.id = u.parent_id");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                String institution = rows.getString(2);
                String key = institution + "/" + rows.getString(3);
                String parent = rows.getString(5) == null ? institution : rows.getString(5) + "/" + rows.getString(6);
                keys.put(rows.getLong(1), key);
                units.put(key, new Gazetteer.Unit(key, parent, rows.getString(4)));
            }
        }
        return keys;
    }

    private static Map<String, Gazetteer.Category> categories(Connection connection) throws SQLException {
        Map<String, Gazetteer.Category> found = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT code, group_name, label FROM category");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString(1), new Gazetteer.Category(rows.getString(2), rows.getString(3)));
            }
        }
        return found;
    }

    private static Map<String, Gazetteer.Place> places(Connection connection) throws SQLException {
        Map<String, Gazetteer.Place> found = new HashMap<>();
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT code, parent_code, name, latitude, longitude FROM place");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                String code = rows.getString(1);
                Gazetteer.Spot spot = spot(rows, "latitude", "longitude");
                found.put(code, new Gazetteer.Place(code, rows.getString(2), rows.getString(3), spot));
            }
        }
        return found;
    }

    /** The point in two columns; null unless both have a value. */
    static Gazetteer.@Nullable Spot spot(ResultSet row, String latitude, String longitude) throws SQLException {
        double north = row.getDouble(latitude);
        boolean none = row.wasNull();
        double east = row.getDouble(longitude);
        return none || row.wasNull() ? null : new Gazetteer.Spot(north, east);
    }

    private static Map<String, String> commanders(Connection connection) throws SQLException {
        Map<String, String> found = new HashMap<>();
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT DISTINCT o.id, o.family_name, o.given_name, o.service_key"
                                + " FROM posting p JOIN officer o ON o.id = p.officer_id WHERE p.role = 'COMMANDER'");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.put(rows.getString(1), name(rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        }
        return found;
    }

    /** Family name, given name and the service's own key, since two officers may have one name. */
    private static String name(@Nullable String family, @Nullable String given, String key) {
        String known = Stream.of(family, given)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? key : known + " (" + key + ")";
    }
}
