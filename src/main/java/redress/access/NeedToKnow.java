package redress.access;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import redress.wiring.Repository;

/**
 * Makes the {@link Sight} of an actor from roles, compartments and recusals, read anew for each request: a membership
 * withdrawn or a recusal declared holds from the next request on.
 */
@Repository
public class NeedToKnow {

    private static final Role[] SEE_ALL = {Role.INTAKE_OFFICER, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR};

    private static final Role[] WORK_ON_ALL = {Role.INTAKE_OFFICER, Role.SUPERVISOR, Role.COMMISSIONER};

    /** Rows of three kinds: a complaint alone is a recusal, a compartment alone a membership, both are a complaint. */
    private static final String RIGHTS = "SELECT NULL, compartment, NULL FROM compartment_member WHERE actor = ?"
            + " UNION ALL SELECT complaint_id, NULL, NULL FROM recusal WHERE actor = ?";

    private static final String COMPLAINTS = " UNION ALL SELECT id, compartment, assignee FROM complaint WHERE id IN (";

    private final DataSource dataSource;

    @Inject
    NeedToKnow(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What an actor may see at one moment.
     *
     * @param sight what may be seen
     * @param seen the complaints that may be seen, of those that were named
     */
    public record Standing(Sight sight, Set<Long> seen) {

        /** Keeps its own copy. */
        public Standing {
            seen = Set.copyOf(seen);
        }
    }

    private record Row(
            @Nullable Long complaint,
            @Nullable String compartment,
            @Nullable String assignee) {

        private static Row of(ResultSet row) throws SQLException {
            return new Row(row.getObject(1, Long.class), row.getString(2), row.getString(3));
        }
    }

    /** What this actor may see now. */
    public Sight of(Actor actor) {
        return of(actor, List.of()).sight();
    }

    /** What this actor may see now, and which of these complaints: one question to the database. */
    public Standing of(Actor actor, Collection<Long> complaints) {
        if (!actor.hasAny(SEE_ALL) && !actor.hasAny(Role.INVESTIGATOR)) {
            return new Standing(Sight.nothing(actor.id()), Set.of());
        }
        List<Object> values = new ArrayList<>(List.of(actor.id(), actor.id()));
        values.addAll(complaints);
        String marks = String.join(", ", Collections.nCopies(complaints.size(), "?"));
        List<Row> rows = Rows.read(
                dataSource,
                complaints.isEmpty() ? RIGHTS : RIGHTS + COMPLAINTS + marks + ")",
                Row::of,
                values.toArray());
        Set<String> memberOf = new HashSet<>();
        Set<Long> recused = new HashSet<>();
        for (Row row : rows) {
            if (row.complaint() == null) {
                memberOf.add(Objects.requireNonNull(row.compartment()));
            } else if (row.compartment() == null) {
                recused.add(row.complaint());
            }
        }
        Sight sight = sight(actor, memberOf, recused);
        return new Standing(sight, seen(rows, sight));
    }

    private static Set<Long> seen(List<Row> rows, Sight sight) {
        Set<Long> seen = new HashSet<>();
        for (Row row : rows) {
            if (row.complaint() != null
                    && row.compartment() != null
                    && sight.maySee(row.complaint(), row.compartment(), row.assignee())) {
                seen.add(row.complaint());
            }
        }
        return seen;
    }

    /** The rule itself, without a database: what the roles make of memberships and recusals. */
    static Sight sight(Actor actor, Set<String> memberOf, Set<Long> recused) {
        boolean seesAll = actor.hasAny(SEE_ALL);
        if (!seesAll && !actor.hasAny(Role.INVESTIGATOR)) {
            return Sight.nothing(actor.id());
        }
        Set<String> compartments = new HashSet<>(memberOf);
        compartments.add(Sight.OPEN);
        return new Sight(actor.id(), !seesAll, compartments, recused, reads(actor));
    }

    /**
     * The kinds of records that this actor may read on the complaints that are seen, as {@link Sight#reads} has them.
     * Notes are for those who work on a complaint. An investigator who sees other complaints only as an auditor would
     * read notes on those too, and therefore reads none.
     */
    public static Set<RecordKind> reads(Actor actor) {
        boolean assignedOnly = !actor.hasAny(SEE_ALL) && actor.hasAny(Role.INVESTIGATOR);
        return assignedOnly || actor.hasAny(WORK_ON_ALL) ? RecordKind.all() : RecordKind.forAll();
    }
}
