package redress.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private static final Instant START = Instant.parse("2026-03-02T14:00:00Z");

    @Test
    void a_row_opens_with_its_own_cookie_only() {
        String cookie = Secrets.fresh();
        byte[] sealed = Secrets.seal(cookie, "token\nName");
        assertThat(Secrets.open(cookie, sealed)).isEqualTo("token\nName");
        String other = Secrets.fresh();
        assertThatThrownBy(() -> Secrets.open(other, sealed)).isInstanceOf(IllegalStateException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> Secrets.open(cookie, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void secrets_are_256_bits_and_never_equal() {
        assertThat(Secrets.fresh()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(Secrets.fresh());
        assertThat(Secrets.digest("a")).hasSize(32);
    }

    @Test
    void a_session_ends_when_idle_for_a_quarter_of_an_hour_and_after_eight_hours() {
        assertThat(session(Duration.ZERO).over(START.plus(Duration.ofSeconds(899))))
                .isFalse();
        assertThat(session(Duration.ZERO).over(START.plus(Duration.ofMinutes(15))))
                .isTrue();
        Duration late = Duration.ofHours(8).minusSeconds(1);
        assertThat(session(late).over(START.plus(late))).isFalse();
        assertThat(session(late).over(START.plus(Duration.ofHours(8)))).isTrue();
    }

    @Test
    void keycloak_is_asked_once_a_minute_and_its_last_yes_believed_for_six() {
        DeskSession session = session(Duration.ZERO);
        assertThat(session.checkDue(START.plusSeconds(59))).isFalse();
        assertThat(session.checkDue(START.plusSeconds(60))).isTrue();
        assertThat(session.doubtful(START.plusSeconds(359))).isFalse();
        assertThat(session.doubtful(START.plusSeconds(360))).isTrue();
    }

    @Test
    void two_cookies_of_one_name_are_no_session() {
        String one = Secrets.fresh();
        Cookie[] twice = {new Cookie("sid", one), new Cookie("sid", Secrets.fresh())};
        assertThat(DeskMechanism.value(twice, "sid")).isEmpty();
        assertThat(DeskMechanism.value(new Cookie[] {new Cookie("sid", one)}, "sid"))
                .contains(one);
        assertThat(DeskMechanism.value(new Cookie[] {new Cookie("sid", "short")}, "sid"))
                .isEmpty();
        assertThat(DeskMechanism.value(null, "sid")).isEmpty();
    }

    @Test
    void cookies_are_bound_to_host_https_and_script_is_kept_out() {
        assertThat(new DeskCookies(true).session("v"))
                .isEqualTo("__Host-sid=v; Path=/; HttpOnly; SameSite=Lax; Secure");
        assertThat(new DeskCookies(false).session("v")).isEqualTo("redress-sid=v; Path=/; HttpOnly; SameSite=Lax");
    }

    private static DeskSession session(Duration lastSeen) {
        return new DeskSession(
                "a1", Set.of(), new byte[0], new DeskSession.Times(START, START.plus(lastSeen), START, START));
    }
}
