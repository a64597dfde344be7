package redress.access;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import redress.wiring.Repository;

/** The sessions of the desk, found by the SHA-256 of what the browser holds. */
@Repository
class DeskSessions {

    private final DataSource dataSource;

    @Inject
    DeskSessions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void begin(String cookie, Actor actor, @Nullable String realmSession, byte[] sealed, Instant now) {
        Rows.change(
                dataSource, "DELETE FROM desk_session WHERE seen_at < ? LIMIT 1000", now.minus(DeskSession.ABSOLUTE));
        Rows.change(
                dataSource,
                "INSERT INTO desk_session (id_hash, actor, realm_sid, roles, sealed,"
                        + " began_at, seen_at, checked_at, confirmed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Secrets.digest(cookie),
                actor.id(),
                realmSession,
                words(actor.roles()),
                sealed,
                now,
                now,
                now,
                now);
    }

    Optional<DeskSession> find(String cookie) {
        return Rows.read(
                        dataSource,
                        "SELECT actor, roles, sealed, began_at, seen_at, checked_at, confirmed_at FROM desk_session"
                                + " WHERE id_hash = ?",
                        DeskSessions::session,
                        (Object) Secrets.digest(cookie))
                .stream()
                .findFirst();
    }

    void touch(String cookie, Instant now) {
        Rows.change(dataSource, "UPDATE desk_session SET seen_at = ? WHERE id_hash = ?", now, Secrets.digest(cookie));
    }

    /** Whether this caller is the one, of all nodes, who asks Keycloak this time. */
    boolean claimCheck(String cookie, Instant lastCheck, Instant now) {
        return Rows.change(
                        dataSource,
                        "UPDATE desk_session SET checked_at = ? WHERE id_hash = ? AND checked_at = ?",
                        now,
                        Secrets.digest(cookie),
                        lastCheck)
                == 1;
    }

    void confirm(String cookie, Set<Role> roles, byte[] sealed, Instant now) {
        Rows.change(
                dataSource,
                "UPDATE desk_session SET confirmed_at = ?, roles = ?, sealed = ? WHERE id_hash = ?",
                now,
                words(roles),
                sealed,
                Secrets.digest(cookie));
    }

    boolean end(String cookie) {
        return Rows.change(dataSource, "DELETE FROM desk_session WHERE id_hash = ?", (Object) Secrets.digest(cookie))
                == 1;
    }

    /** Ends the sessions of Keycloak's session, or without one all of the actor's; tells whose they were. */
    List<String> endAll(@Nullable String realmSession, @Nullable String actor) {
        String where = realmSession != null ? "realm_sid = ?" : "actor = ?";
        String wanted = realmSession != null ? realmSession : actor;
        List<String> actors =
                Rows.read(dataSource, "SELECT actor FROM desk_session WHERE " + where, row -> row.getString(1), wanted);
        Rows.change(dataSource, "DELETE FROM desk_session WHERE " + where, wanted);
        return actors;
    }

    /** Whether this logout token comes for the first time. */
    boolean firstUse(String tokenId, Instant now) {
        Rows.change(
                dataSource, "DELETE FROM logout_token WHERE taken_at < ? LIMIT 1000", now.minus(DeskSession.ABSOLUTE));
        return Rows.change(
                        dataSource,
                        "INSERT IGNORE INTO logout_token (jti_hash, taken_at) VALUES (?, ?)",
                        Secrets.digest(tokenId),
                        now)
                == 1;
    }

    private static DeskSession session(ResultSet row) throws SQLException {
        return new DeskSession(
                row.getString("actor"),
                roles(row.getString("roles")),
                row.getBytes("sealed"),
                new DeskSession.Times(
                        Rows.instant(row, "began_at"),
                        Rows.instant(row, "seen_at"),
                        Rows.instant(row, "checked_at"),
                        Rows.instant(row, "confirmed_at")));
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(Role::word).sorted().collect(Collectors.joining(" "));
    }

    private static Set<Role> roles(String words) {
        return Arrays.stream(words.split(" "))
                .flatMap(word -> Role.named(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
