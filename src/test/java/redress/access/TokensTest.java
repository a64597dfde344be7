package redress.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TokensTest {

    private final Tokens tokens = RealmExamples.tokens();

    @Test
    void takes_an_access_token_of_the_realm_and_only_roles_that_are_ours() throws TokenRefused {
        Tokens.Access access =
                tokens.access(RealmExamples.signed(RealmExamples.access().build()));
        assertThat(access.actor().id()).isEqualTo("00000000-0000-4000-8000-000000000001");
        assertThat(access.actor().roles()).containsExactly(Role.INTAKE_OFFICER);
        assertThat(access.client()).isEqualTo("redress-desk");
        assertThat(access.realmSession()).isEqualTo("session-1");
    }

    @Test
    void takes_the_newer_type_of_access_tokens_too() throws TokenRefused {
        String token = RealmExamples.signed(
                "at+jwt", RealmExamples.KEY, RealmExamples.access().build());
        assertThat(tokens.access(token).actor().hasAny(Role.INTAKE_OFFICER)).isTrue();
    }

    static Stream<Arguments> claimsThatDoNotHold() {
        Duration past = Duration.ofMinutes(-5);
        return Stream.of(
                Arguments.of("issuer", RealmExamples.access().issuer("https://sso.example/realms/other")),
                Arguments.of("no issuer", RealmExamples.access().issuer(null)),
                Arguments.of("audience", RealmExamples.access().audience("account")),
                Arguments.of("no audience", RealmExamples.access().audience((String) null)),
                Arguments.of("expired", RealmExamples.access().expirationTime(RealmExamples.in(past))),
                Arguments.of("no expiry", RealmExamples.access().expirationTime(null)),
                Arguments.of("not yet", RealmExamples.access().notBeforeTime(RealmExamples.in(past.negated()))),
                Arguments.of("no subject", RealmExamples.access().subject(null)),
                Arguments.of("ID token", RealmExamples.access().claim("typ", "ID")),
                Arguments.of("refresh token", RealmExamples.access().claim("typ", "Refresh")),
                Arguments.of("no typ", RealmExamples.access().claim("typ", null)),
                Arguments.of("impersonated", RealmExamples.access().claim("act", Map.of("sub", "x"))),
                Arguments.of("odd name", RealmExamples.access().claim("name", Map.of())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claimsThatDoNotHold")
    void refuses_an_access_token_whose_claims_do_not_hold(String what, JWTClaimsSet.Builder claims) {
        refused(RealmExamples.signed(claims.build()));
    }

    @Test
    void refuses_a_token_without_a_signature() {
        refused(new PlainJWT(RealmExamples.access().build()).serialize());
    }

    @Test
    void refuses_a_token_signed_with_the_public_key_as_a_shared_secret() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(),
                RealmExamples.access().build());
        token.sign(new MACSigner(RealmExamples.KEY.toRSAPublicKey().getEncoded()));
        refused(token.serialize());
    }

    @Test
    void refuses_another_algorithm_of_the_same_key() {
        refused(RealmExamples.signed(
                JWSAlgorithm.RS512,
                "JWT",
                RealmExamples.KEY,
                RealmExamples.access().build()));
        refused(RealmExamples.signed(
                JWSAlgorithm.PS256,
                "JWT",
                RealmExamples.KEY,
                RealmExamples.access().build()));
    }

    @Test
    void refuses_a_key_that_the_realm_does_not_publish_under_a_known_or_an_unknown_name() {
        JWTClaimsSet claims = RealmExamples.access().build();
        refused(RealmExamples.signed("JWT", RealmExamples.key("k1"), claims));
        refused(RealmExamples.signed("JWT", RealmExamples.key("k2"), claims));
    }

    @Test
    void refuses_a_token_with_any_other_byte_in_its_three_parts() {
        String token = RealmExamples.signed(RealmExamples.access().build());
        for (int part = 0; part < 3; part++) {
            String[] parts = token.split("\\.");
            int middle = parts[part].length() / 2;
            char other = parts[part].charAt(middle) == 'A' ? 'B' : 'A';
            parts[part] = parts[part].substring(0, middle) + other + parts[part].substring(middle + 1);
            refused(String.join(".", parts));
        }
    }

    @Test
    void refuses_what_is_no_token_at_all() {
        Stream.of("", ".", "..", "a.b.c", "null", "é.é.é", "x".repeat(10_000)).forEach(this::refused);
    }

    @Test
    void refuses_a_token_of_another_type() {
        refused(RealmExamples.signed(
                "logout+jwt", RealmExamples.KEY, RealmExamples.access().build()));
    }

    @Test
    void takes_an_id_token_with_its_own_nonce_only() throws TokenRefused, ParseException {
        SignedJWT token = SignedJWT.parse(
                RealmExamples.signed(RealmExamples.identity("n1").build()));
        assertThat(tokens.identity(token, new Nonce("n1")).getSubject().getValue())
                .endsWith("0001");
        assertThatThrownBy(() -> tokens.identity(token, new Nonce("n2"))).isInstanceOf(TokenRefused.class);
    }

    @Test
    void refuses_an_id_token_of_another_client_or_without_a_signature() throws ParseException {
        SignedJWT other = SignedJWT.parse(RealmExamples.signed(
                RealmExamples.identity("n1").audience("redress-scripts").build()));
        assertThatThrownBy(() -> tokens.identity(other, new Nonce("n1"))).isInstanceOf(TokenRefused.class);
        PlainJWT plain = new PlainJWT(RealmExamples.identity("n1").build());
        assertThatThrownBy(() -> tokens.identity(plain, new Nonce("n1"))).isInstanceOf(TokenRefused.class);
    }

    @Test
    void takes_a_logout_token_of_its_own_type() throws TokenRefused {
        String token = RealmExamples.signed(
                "logout+jwt", RealmExamples.KEY, RealmExamples.logout().build());
        assertThat(tokens.logout(token).getSessionID().getValue()).isEqualTo("session-1");
    }

    static Stream<Arguments> logoutsThatDoNotHold() {
        return Stream.of(
                Arguments.of("nonce", RealmExamples.logout().claim("nonce", "n")),
                Arguments.of("no event", RealmExamples.logout().claim("events", null)),
                Arguments.of("no time", RealmExamples.logout().issueTime(null)),
                Arguments.of(
                        "expired", RealmExamples.logout().expirationTime(RealmExamples.in(Duration.ofMinutes(-5)))),
                Arguments.of("other client", RealmExamples.logout().audience("redress-scripts")),
                Arguments.of("other issuer", RealmExamples.logout().issuer("https://other.example")),
                Arguments.of("nobody", RealmExamples.logout().subject(null).claim("sid", null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logoutsThatDoNotHold")
    void refuses_a_logout_token_that_does_not_hold(String what, JWTClaimsSet.Builder claims) {
        String token = RealmExamples.signed("logout+jwt", RealmExamples.KEY, claims.build());
        assertThatThrownBy(() -> tokens.logout(token)).isInstanceOf(TokenRefused.class);
    }

    @Test
    void refuses_an_id_token_in_the_place_of_a_logout_token() {
        String token = RealmExamples.signed(RealmExamples.logout().build());
        assertThatThrownBy(() -> tokens.logout(token)).isInstanceOf(TokenRefused.class);
    }

    private void refused(String token) {
        assertThatThrownBy(() -> tokens.access(token)).isInstanceOf(TokenRefused.class);
    }
}
