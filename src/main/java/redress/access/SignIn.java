package redress.access;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The way to the desk: authorization code with PKCE (S256), state and nonce. Both ends are held in one row for each
 * tab, tied to the browser, taken once.
 */
@Singleton
class SignIn {

    private final Realm realm;
    private final RealmClient client;
    private final Tokens tokens;
    private final PendingSignIns pendings;
    private final LiveSessions sessions;
    private final InstantSource clock;
    private final URI callback;

    @Inject
    SignIn(
            Realm realm,
            RealmClient client,
            Tokens tokens,
            PendingSignIns pendings,
            LiveSessions sessions,
            InstantSource clock,
            @ConfigProperty(name = "redress.public-url") String publicUrl) {
        this.realm = realm;
        this.client = client;
        this.tokens = tokens;
        this.pendings = pendings;
        this.sessions = sessions;
        this.clock = clock;
        this.callback = URI.create(publicUrl + "/desk/callback");
    }

    /**
     * What came back with the browser.
     *
     * @param issuer the parameter {@code iss} (RFC 9207)
     * @param browser the cookie that the sign-in had set
     */
    record Answer(
            @Nullable String state,
            @Nullable String code,
            @Nullable String issuer,
            @Nullable String browser) {}

    /** A session that began: its new secret, and where the person wanted to go. */
    record Begun(String cookie, String returnPath) {}

    /** Where the browser must go to sign in. */
    URI begin(String browser, String returnPath) {
        CodeVerifier verifier = new CodeVerifier();
        String state = Secrets.fresh();
        String nonce = Secrets.fresh();
        pendings.remember(
                state, browser, new PendingSignIns.Pending(nonce, verifier.getValue(), returnPath), clock.instant());
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "profile"), new ClientID(realm.clientId()), callback)
                .endpointURI(realm.authorization())
                .state(new State(state))
                .nonce(new Nonce(nonce))
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Turns Keycloak's answer into a session, or refuses. */
    Begun complete(Answer answer) throws TokenRefused, IOException {
        if (answer.state() == null || answer.browser() == null) {
            throw new TokenRefused("no state or no cookie");
        }
        PendingSignIns.Pending pending = pendings.take(answer.state(), answer.browser(), clock.instant())
                .orElseThrow(() -> new TokenRefused("unknown state"));
        if (!realm.issuer().equals(answer.issuer())) {
            throw new TokenRefused("another issuer");
        }
        if (answer.code() == null || !answer.code().matches("[!-~]{1,1000}")) {
            throw new TokenRefused("no code");
        }
        OIDCTokens answered = client.exchange(answer.code(), callback, pending.verifier());
        return new Begun(session(answered, pending), pending.returnPath());
    }

    private String session(OIDCTokens answered, PendingSignIns.Pending pending) throws TokenRefused {
        if (answered.getIDToken() == null || answered.getRefreshToken() == null) {
            throw new TokenRefused("no ID token or no refresh token");
        }
        IDTokenClaimsSet identity = tokens.identity(answered.getIDToken(), new Nonce(pending.nonce()));
        Tokens.Access access = tokens.access(answered.getAccessToken().getValue());
        boolean sameSubject =
                identity.getSubject().getValue().equals(access.actor().id());
        if (!sameSubject || !realm.clientId().equals(access.client())) {
            throw new TokenRefused("the two tokens do not belong together");
        }
        return sessions.begin(access, answered.getRefreshToken().getValue());
    }
}
