package redress.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A realm with a key of its own, and tokens as Keycloak writes them. */
final class RealmExamples {

    static final String ISSUER = "https://sso.example/realms/redress";
    static final Realm REALM = new Realm(ISSUER, Optional.empty(), "redress-desk", Optional.of("s"), "redress-api");
    static final RSAKey KEY = key("k1");

    private RealmExamples() {}

    static Tokens tokens() {
        return new Tokens(REALM, new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())));
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static JWTClaimsSet.Builder access() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("00000000-0000-4000-8000-000000000001")
                .audience(List.of("redress-api", "account"))
                .issueTime(in(Duration.ofSeconds(-5)))
                .expirationTime(in(Duration.ofMinutes(2)))
                .claim("typ", "Bearer")
                .claim("azp", "redress-desk")
                .claim("sid", "session-1")
                .claim("name", "Ama Kollie")
                .claim("realm_access", Map.of("roles", List.of("intake-officer", "offline_access")));
    }

    static JWTClaimsSet.Builder identity(String nonce) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("00000000-0000-4000-8000-000000000001")
                .audience("redress-desk")
                .issueTime(in(Duration.ofSeconds(-5)))
                .expirationTime(in(Duration.ofMinutes(2)))
                .claim("typ", "ID")
                .claim("nonce", nonce);
    }

    static JWTClaimsSet.Builder logout() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("00000000-0000-4000-8000-000000000001")
                .audience("redress-desk")
                .issueTime(in(Duration.ofSeconds(-5)))
                .expirationTime(in(Duration.ofMinutes(2)))
                .jwtID("j1")
                .claim("sid", "session-1")
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    }

    static String signed(JWTClaimsSet claims) {
        return signed("JWT", KEY, claims);
    }

    static String signed(String type, RSAKey key, JWTClaimsSet claims) {
        return signed(JWSAlgorithm.RS256, type, key, claims);
    }

    static String signed(JWSAlgorithm algorithm, String type, RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(algorithm)
                            .type(new JOSEObjectType(type))
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A time near now: the library reads the system's clock. */
    static Date in(Duration from) {
        return Date.from(redress.time.HouseClock.ticking().instant().plus(from));
    }
}
