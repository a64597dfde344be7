package redress.profile;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ends the codes of one list that the profile no longer names. What registers brought (a colon in it) is left. */
record Ending(String select, String end, Function<Profile, Set<String>> codes) {

    static final List<Ending> ALL = List.of(
            new Ending(
                    "SELECT code FROM institution WHERE register IS NULL AND valid_to IS NULL",
                    "UPDATE institution SET valid_to = ? WHERE code = ?",
                    p -> p.institutions().stream().map(Institution::code).collect(Collectors.toSet())),
            new Ending(
                    "SELECT code FROM place WHERE valid_to IS NULL AND code NOT LIKE '%:%'",
                    "UPDATE place SET valid_to = ? WHERE code = ?",
                    p -> p.places().stream().map(Place::code).collect(Collectors.toSet())),
            new Ending(
                    "SELECT code FROM category WHERE register IS NULL AND valid_to IS NULL",
                    "UPDATE category SET valid_to = ? WHERE code = ?",
                    p -> p.categories().stream().map(Category::code).collect(Collectors.toSet())));

    void apply(Connection connection, Profile profile, LocalDate today) throws SQLException {
        Set<String> kept = codes.apply(profile);
        List<String> gone = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(select);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                gone.add(rows.getString(1));
            }
        }
        gone.removeAll(kept);
        try (PreparedStatement statement = connection.prepareStatement(end)) {
            for (String code : gone) {
                statement.setDate(1, Date.valueOf(today));
                statement.setString(2, code);
                statement.executeUpdate();
            }
        }
    }
}
