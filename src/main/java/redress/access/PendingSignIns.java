package redress.access;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import redress.wiring.Repository;

/** Sign-ins that wait for Keycloak's answer, one for each tab. Each is taken once and within ten minutes. */
@Repository
class PendingSignIns {

    static final Duration LIFE = Duration.ofMinutes(10);

    private final DataSource dataSource;

    @Inject
    PendingSignIns(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What must be remembered until the answer comes. */
    record Pending(String nonce, String verifier, String returnPath) {}

    private record Row(Pending pending, byte[] browser, Instant beganAt) {}

    void remember(String state, String browser, Pending pending, Instant now) {
        Rows.change(dataSource, "DELETE FROM pending_sign_in WHERE began_at < ? LIMIT 1000", now.minus(LIFE));
        Rows.change(
                dataSource,
                "INSERT INTO pending_sign_in (state_hash, browser_hash, nonce, verifier, return_path, began_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                Secrets.digest(state),
                Secrets.digest(browser),
                pending.nonce(),
                pending.verifier(),
                pending.returnPath(),
                now);
    }

    /** Takes the sign-in away, whoever asks; gives it only to the browser that began it, and only in time. */
    Optional<Pending> take(String state, String browser, Instant now) {
        byte[] key = Secrets.digest(state);
        List<Row> rows = Rows.read(
                dataSource,
                "SELECT nonce, verifier, return_path, browser_hash, began_at FROM pending_sign_in"
                        + " WHERE state_hash = ?",
                row -> new Row(
                        new Pending(row.getString("nonce"), row.getString("verifier"), row.getString("return_path")),
                        row.getBytes("browser_hash"),
                        Rows.instant(row, "began_at")),
                key);
        int taken = Rows.change(dataSource, "DELETE FROM pending_sign_in WHERE state_hash = ?", key);
        return rows.stream()
                .filter(row -> taken == 1)
                .filter(row -> Arrays.equals(row.browser(), Secrets.digest(browser)))
                .filter(row -> row.beganAt().plus(LIFE).isAfter(now))
                .map(Row::pending)
                .findFirst();
    }
}
