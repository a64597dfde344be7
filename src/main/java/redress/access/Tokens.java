package redress.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a token of the realm holds: its signature with RS256 and nothing else by a key that the realm
 * publishes, its issuer, its audience, its times and its kind. What it is good for is decided elsewhere.
 */
final class Tokens {

    private static final int SKEW_SECONDS = 30;

    private final DefaultJWTProcessor<SecurityContext> access;
    private final IDTokenValidator identity;
    private final LogoutTokenValidator logout;

    /**
     * What an access token says.
     *
     * @param actor who
     * @param client the client to which it was issued ({@code azp})
     * @param realmSession Keycloak's session, if there is one
     * @param expires when it ends
     */
    record Access(
            Actor actor, @Nullable String client, @Nullable String realmSession, Instant expires) {}

    Tokens(Realm realm, JWKSource<SecurityContext> keys) {
        JWSVerificationKeySelector<SecurityContext> selector =
                new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys);
        Issuer issuer = new Issuer(realm.issuer());
        ClientID client = new ClientID(realm.clientId());
        access = new DefaultJWTProcessor<>();
        access.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
        access.setJWSKeySelector(selector);
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(
                realm.audience(),
                new JWTClaimsSet.Builder()
                        .issuer(realm.issuer())
                        .claim("typ", "Bearer")
                        .build(),
                Set.of("sub", "exp", "iat"));
        claims.setMaxClockSkew(SKEW_SECONDS);
        access.setJWTClaimsSetVerifier(claims);
        identity = new IDTokenValidator(issuer, client, selector, null);
        identity.setMaxClockSkew(SKEW_SECONDS);
        logout = new LogoutTokenValidator(issuer, client, true, selector, null);
    }

    Access access(String token) throws TokenRefused {
        try {
            JWTClaimsSet claims = access.process(token, null);
            if (claims.getClaim("act") != null) {
                // Somebody else acts under this name: the ledger would name the wrong person.
                throw new TokenRefused("token of an impersonated session");
            }
            String name = claims.getStringClaim("name");
            Actor actor = new Actor(
                    Objects.requireNonNull(claims.getSubject()), name == null ? "" : name, roles(claims.getClaims()));
            Instant expires = Objects.requireNonNull(claims.getExpirationTime()).toInstant();
            return new Access(actor, claims.getStringClaim("azp"), claims.getStringClaim("sid"), expires);
        } catch (BadJOSEException | JOSEException | ParseException refused) {
            throw new TokenRefused(refused.getClass().getSimpleName());
        }
    }

    IDTokenClaimsSet identity(JWT token, Nonce nonce) throws TokenRefused {
        try {
            return identity.validate(token, nonce);
        } catch (BadJOSEException | JOSEException refused) {
            throw new TokenRefused(refused.getClass().getSimpleName());
        }
    }

    LogoutTokenClaimsSet logout(String token) throws TokenRefused {
        try {
            return logout.validate(SignedJWT.parse(token));
        } catch (BadJOSEException | JOSEException | ParseException refused) {
            throw new TokenRefused(refused.getClass().getSimpleName());
        }
    }

    private static Set<Role> roles(Map<String, Object> claims) {
        if (claims.get("realm_access") instanceof Map<?, ?> realm && realm.get("roles") instanceof List<?> words) {
            return words.stream()
                    .flatMap(word -> Role.named(String.valueOf(word)).stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
        return Set.of();
    }
}
