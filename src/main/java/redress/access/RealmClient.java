package redress.access;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Asks Keycloak as the client of the desk. An answer that says no is a {@link TokenRefused}; no answer at all is an
 * {@link IOException}: the one ends a session, the other does not at once.
 */
@Singleton
class RealmClient {

    /**
     * What Keycloak says where a session came to its end, by time, by a sign-out or with its account. Of an account
     * that was disabled during a session it says something else, and so does every other refusal.
     */
    private static final Set<String> SESSION_ENDED = Set.of("Session not active", "Token is not active");

    private static final int CONNECT_MS = 3_000;
    private static final int READ_MS = 8_000;

    private final Realm realm;

    @Inject
    RealmClient(Realm realm) {
        this.realm = realm;
    }

    OIDCTokens exchange(String code, URI callback, String verifier) throws TokenRefused, IOException {
        return tokens(new AuthorizationCodeGrant(new AuthorizationCode(code), callback, new CodeVerifier(verifier)));
    }

    OIDCTokens refresh(String refreshToken) throws TokenRefused, IOException {
        return tokens(new RefreshTokenGrant(new RefreshToken(refreshToken)));
    }

    /** Ends the person's session in Keycloak; no token passes through the browser or an address. */
    void endSession(String refreshToken) throws IOException {
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, realm.logout());
        client().applyTo(request);
        request.setEntityContentType(ContentType.APPLICATION_URLENCODED);
        request.setBody("refresh_token=" + URLEncoder.encode(refreshToken, StandardCharsets.UTF_8));
        HTTPResponse answer = send(request);
        if (!answer.indicatesSuccess() && answer.getStatusCode() != 400) {
            throw new IOException("logout answered " + answer.getStatusCode());
        }
    }

    private OIDCTokens tokens(AuthorizationGrant grant) throws TokenRefused, IOException {
        HTTPResponse answer = send(
                new TokenRequest.Builder(realm.token(), client(), grant).build().toHTTPRequest());
        if (answer.getStatusCode() >= 500) {
            throw new IOException("token endpoint answered " + answer.getStatusCode());
        }
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(answer);
            if (response.indicatesSuccess()) {
                return response.toSuccessResponse().getTokens().toOIDCTokens();
            }
            throw refused(response.toErrorResponse().getErrorObject());
        } catch (ParseException unreadable) {
            throw new TokenRefused("unreadable answer of the token endpoint");
        }
    }

    private static TokenRefused refused(ErrorObject error) {
        String code = String.valueOf(error.getCode());
        String reason = code.matches("[a-z_]{1,40}") ? code : "refused";
        return error.getDescription() != null && SESSION_ENDED.contains(error.getDescription())
                ? TokenRefused.sessionEnded(reason)
                : new TokenRefused(reason);
    }

    private ClientSecretBasic client() {
        return new ClientSecretBasic(new ClientID(realm.clientId()), new Secret(realm.clientSecret()));
    }

    private static HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout(CONNECT_MS);
        request.setReadTimeout(READ_MS);
        request.setFollowRedirects(false);
        return request.send();
    }
}
