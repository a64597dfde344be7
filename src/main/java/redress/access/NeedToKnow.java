package redress.access;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import redress.wiring.Repository;

/**
 * Makes the {@link Sight} of an actor from roles, compartments and recusals, read anew for each request: a membership
 * withdrawn or a recusal declared holds from the next request on.
 */
@Repository
public class NeedToKnow {

    private static final Role[] SEE_ALL = {Role.INTAKE_OFFICER, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR};

    private static final Role[] WORK_ON_ALL = {Role.INTAKE_OFFICER, Role.SUPERVISOR, Role.COMMISSIONER};

    private static final String RIGHTS = "SELECT compartment, NULL FROM compartment_member WHERE actor = ?"
            + " UNION ALL SELECT NULL, complaint_id FROM recusal WHERE actor = ?";

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
        Set<String> memberOf = new HashSet<>();
        Set<Long> recused = new HashSet<>();
        Rows.read(
                dataSource,
                RIGHTS,
                row -> row.getString(1) == null ? recused.add(row.getLong(2)) : memberOf.add(row.getString(1)),
                actor.id(),
                actor.id());
        return sight(actor, memberOf, recused);
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
