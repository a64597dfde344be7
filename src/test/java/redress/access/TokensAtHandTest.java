package redress.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TokensAtHandTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final AtomicReference<JWKSet> published =
            new AtomicReference<>(new JWKSet(RealmExamples.KEY.toPublicJWK()));
    private final JWKSource<SecurityContext> keys = (selector, context) -> selector.select(published.get());
    private final TokensAtHand tokens = new TokensAtHand(new Tokens(RealmExamples.REALM, keys), now::get);

    private static String token(Duration life) {
        return RealmExamples.signed(
                RealmExamples.access().expirationTime(RealmExamples.in(life)).build());
    }

    private void later(Duration span) {
        now.updateAndGet(before -> before.plus(span));
    }

    /** From now on no token holds that is asked about anew. */
    private void theRealmTakesItsKeysBack() {
        published.set(new JWKSet());
    }

    @Test
    void what_held_a_moment_ago_is_not_asked_again() throws TokenRefused {
        String token = token(Duration.ofMinutes(2));
        Actor first = tokens.actor(token);
        theRealmTakesItsKeysBack();
        later(Duration.ofSeconds(59));
        assertThat(tokens.actor(token)).isEqualTo(first);
    }

    @Test
    void a_token_is_asked_again_after_a_minute() throws TokenRefused {
        String token = token(Duration.ofMinutes(2));
        tokens.actor(token);
        theRealmTakesItsKeysBack();
        later(Duration.ofSeconds(61));
        assertThatThrownBy(() -> tokens.actor(token)).isInstanceOf(TokenRefused.class);
    }

    @Test
    void a_token_is_asked_again_when_it_has_expired() throws TokenRefused {
        String token = token(Duration.ofSeconds(20));
        tokens.actor(token);
        theRealmTakesItsKeysBack();
        later(Duration.ofSeconds(21));
        assertThatThrownBy(() -> tokens.actor(token)).isInstanceOf(TokenRefused.class);
    }

    @Test
    void a_token_that_was_changed_is_another_one() throws TokenRefused {
        String token = token(Duration.ofMinutes(2));
        tokens.actor(token);
        assertThatThrownBy(() -> tokens.actor(token.substring(0, token.length() - 6) + "AAAAAA"))
                .isInstanceOf(TokenRefused.class);
        assertThatThrownBy(() -> tokens.actor(token.substring(0, token.length() - 6) + "AAAAAA"))
                .isInstanceOf(TokenRefused.class);
    }

    @Test
    void two_tokens_with_different_roles_stay_two() throws TokenRefused {
        String one = token(Duration.ofMinutes(2));
        String other = RealmExamples.signed(RealmExamples.access()
                .claim("realm_access", java.util.Map.of("roles", java.util.List.of("auditor")))
                .build());
        assertThat(tokens.actor(one).roles()).containsExactly(Role.INTAKE_OFFICER);
        assertThat(tokens.actor(other).roles()).containsExactly(Role.AUDITOR);
        assertThat(tokens.actor(one).roles()).containsExactly(Role.INTAKE_OFFICER);
    }
}
