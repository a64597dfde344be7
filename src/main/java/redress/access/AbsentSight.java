package redress.access;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import redress.wiring.Repository;

/**
 * What somebody may see who is not here at the moment: compartments and recusals as they are now, roles as the realm
 * told them last. Who was refused a new token has none until the next sign-in, unless no more was wrong than that the
 * session had ended: it ends every day, and what comes overnight is for its owner all the same.
 */
@Repository
public class AbsentSight {

    private final DataSource dataSource;
    private final NeedToKnow needToKnow;
    private final InstantSource clock;

    @Inject
    AbsentSight(DataSource dataSource, NeedToKnow needToKnow, InstantSource clock) {
        this.dataSource = dataSource;
        this.needToKnow = needToKnow;
        this.clock = clock;
    }

    /** What the actor with this id may see now; nothing where the realm never told anything of them. */
    public Sight of(String actorId) {
        Set<Role> roles = Rows.read(
                        dataSource, "SELECT roles FROM actor_role WHERE actor = ?", row -> row.getString(1), actorId)
                .stream()
                .flatMap(words -> roles(words).stream())
                .collect(Collectors.toUnmodifiableSet());
        return needToKnow.of(new Actor(actorId, "", roles));
    }

    /**
     * Those who may be given this complaint to find its facts: investigators, as the realm told last, who would see it
     * once it is theirs.
     */
    public Set<String> investigators(long complaint, String compartment) {
        Set<String> members = ids("SELECT actor FROM compartment_member WHERE compartment = ?", compartment);
        Set<String> recused = ids("SELECT actor FROM recusal WHERE complaint_id = ?", complaint);
        return Rows.read(
                        dataSource,
                        "SELECT actor, roles FROM actor_role",
                        row -> new Actor(row.getString(1), "", roles(row.getString(2))))
                .stream()
                .filter(actor -> actor.hasAny(Role.INVESTIGATOR))
                .filter(actor -> NeedToKnow.sight(
                                actor,
                                members.contains(actor.id()) ? Set.of(compartment) : Set.of(),
                                recused.contains(actor.id()) ? Set.of(complaint) : Set.of())
                        .maySee(complaint, compartment, actor.id()))
                .map(Actor::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> ids(String sql, Object value) {
        return Set.copyOf(Rows.read(dataSource, sql, row -> row.getString(1), value));
    }

    private static Set<Role> roles(String words) {
        return Arrays.stream(words.split(" "))
                .flatMap(word -> Role.named(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Remembers the roles of somebody who is here. */
    public void note(Actor actor) {
        String roles = actor.roles().stream().map(Role::word).sorted().collect(Collectors.joining(" "));
        Rows.change(
                dataSource,
                "INSERT INTO actor_role (actor, roles, told_at) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE roles = VALUES(roles), told_at = VALUES(told_at)",
                actor.id(),
                roles,
                clock.instant());
    }

    /** Somebody whom the realm gives no token any more, though the session has not ended, has no role. */
    void forget(String actorId) {
        Rows.change(dataSource, "DELETE FROM actor_role WHERE actor = ?", actorId);
    }
}
