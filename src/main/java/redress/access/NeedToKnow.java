package redress.access;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import redress.problem.Problem;
import redress.wiring.Repository;

/**
 * Makes the {@link Sight} of an actor from roles, compartments and recusals, read anew for each request: a membership
 * withdrawn or a recusal declared holds from the next request on.
 */
@Repository
public class NeedToKnow {

    private static final Role[] SEE_ALL = {Role.INTAKE_OFFICER, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR};

    private final DataSource dataSource;

    @Inject
    NeedToKnow(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What this actor may see now. */
    public Sight of(Actor actor) {
        if (!actor.hasAny(SEE_ALL) && !actor.hasAny(Role.INVESTIGATOR)) {
            return Sight.nothing(actor.id());
        }
        try (Connection connection = dataSource.getConnection()) {
            return sight(actor, compartments(connection, actor.id()), recusals(connection, actor.id()));
        } catch (SQLException broken) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "database-unavailable", "The database does not answer.");
        }
    }

    /** The rule itself, without a database: what the roles make of memberships and recusals. */
    static Sight sight(Actor actor, Set<String> memberOf, Set<Long> recused) {
        boolean seesAll = actor.hasAny(SEE_ALL);
        if (!seesAll && !actor.hasAny(Role.INVESTIGATOR)) {
            return Sight.nothing(actor.id());
        }
        Set<String> compartments = new HashSet<>(memberOf);
        compartments.add(Sight.OPEN);
        return new Sight(actor.id(), !seesAll, compartments, recused);
    }

    private static Set<String> compartments(Connection connection, String actor) throws SQLException {
        Set<String> found = new HashSet<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT compartment FROM compartment_member WHERE actor = ?")) {
            query.setString(1, actor);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    private static Set<Long> recusals(Connection connection, String actor) throws SQLException {
        Set<Long> found = new HashSet<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT complaint_id FROM recusal WHERE actor = ?")) {
            query.setString(1, actor);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
        return found;
    }
}
