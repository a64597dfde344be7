package redress.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one realm in Keycloak whose people work at the desk, from configuration and not from discovery: who answers at a
 * wrong address must not be able to name another issuer.
 */
@Singleton
class Realm {

    private static final String PROTOCOL = "/protocol/openid-connect/";

    private final String issuer;
    private final String server;
    private final String clientId;
    private final String clientSecret;
    private final String audience;

    @Inject
    Realm(
            @ConfigProperty(name = "redress.oidc.issuer") String issuer,
            @ConfigProperty(name = "redress.oidc.internal-url") Optional<String> internal,
            @ConfigProperty(name = "redress.oidc.client-id") String clientId,
            @ConfigProperty(name = "redress.oidc.client-secret") Optional<String> clientSecret,
            @ConfigProperty(name = "redress.oidc.audience") String audience) {
        this.issuer = issuer;
        this.server = internal.orElse(issuer);
        this.clientId = clientId;
        this.clientSecret = clientSecret.orElse("");
        this.audience = audience;
    }

    String issuer() {
        return issuer;
    }

    String clientId() {
        return clientId;
    }

    String clientSecret() {
        return clientSecret;
    }

    String audience() {
        return audience;
    }

    /** Where the browser is sent. */
    URI authorization() {
        return URI.create(issuer + PROTOCOL + "auth");
    }

    URI token() {
        return URI.create(server + PROTOCOL + "token");
    }

    URI logout() {
        return URI.create(server + PROTOCOL + "logout");
    }

    URI certificates() {
        return URI.create(server + PROTOCOL + "certs");
    }
}
