package redress.launch;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A person of the demo who may open the desk.
 *
 * @param login the name to sign in with
 * @param password the demo's password
 * @param id the subject of the person's tokens, fixed by the realm's file
 * @param name the name that colleagues see
 * @param role the role in the realm
 * @param does what the role does, for the list that is printed
 * @param compartments the closed compartments the person belongs to
 */
public record Login(
        String login, String password, String id, String name, String role, String does, List<String> compartments) {
    private static final Path FILE = Path.of("config/demo/logins.yaml");

    /** A copy that does not change. */
    public Login {
        compartments = List.copyOf(compartments);
    }

    /** All of them, in the order of the file. */
    public static List<Login> all() {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(Folders.read(FILE));
        List<Login> people = new ArrayList<>();
        if (read instanceof List<?> list) {
            for (Object person : list) {
                if (person instanceof Map<?, ?> p) {
                    people.add(of(p));
                }
            }
        }
        return people;
    }

    /**
     * Makes the people members of their compartments and notes their roles, as if each had signed in once, so that a
     * complaint can be given to them; doing it again changes nothing.
     */
    public static void seat(Database database) {
        String sql = "INSERT IGNORE INTO compartment_member (actor, compartment) VALUES (?, ?)";
        String directory = "INSERT IGNORE INTO colleague (actor, display_name, investigator) VALUES (?, ?, ?)";
        String told = "INSERT IGNORE INTO actor_role (actor, roles, told_at) VALUES (?, ?, UTC_TIMESTAMP())";
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(sql);
                PreparedStatement role = connection.prepareStatement(told);
                PreparedStatement name = connection.prepareStatement(directory)) {
            for (Login person : all()) {
                name.setString(1, person.id());
                name.setString(2, person.name());
                name.setBoolean(3, person.role().equals("investigator"));
                name.executeUpdate();
                role.setString(1, person.id());
                role.setString(2, person.role());
                role.executeUpdate();
                for (String compartment : person.compartments()) {
                    insert.setString(1, person.id());
                    insert.setString(2, compartment);
                    insert.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new LaunchProblem("The demo's people could not be given their compartments: " + e.getMessage(), e);
        }
    }

    /** One line of the list that is printed. */
    String line() {
        return String.format(Locale.ROOT, "%-9s %-14s %-15s %s", login, password, role, does);
    }

    private static Login of(Map<?, ?> person) {
        List<String> compartments = new ArrayList<>();
        if (person.get("compartments") instanceof List<?> named) {
            named.forEach(c -> compartments.add(String.valueOf(c)));
        }
        return new Login(
                text(person, "login"),
                text(person, "password"),
                text(person, "id"),
                text(person, "name"),
                text(person, "role"),
                text(person, "does"),
                compartments);
    }

    private static String text(Map<?, ?> person, String key) {
        return String.valueOf(person.get(key));
    }
}
