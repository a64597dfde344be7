package redress.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The two cookies of the desk: one that ties a sign-in to the browser that began it, one that is the session. Public
 * pages set neither. SameSite is Lax and not Strict: the way back from Keycloak is a navigation from another site, on
 * which a Strict cookie would not be sent, and the person would be led to sign in for ever. What changes something is a
 * POST, which Lax keeps out as well, and {@link SameOrigin} is asked besides.
 */
@Singleton
class DeskCookies {

    private final boolean secure;

    @Inject
    DeskCookies(@ConfigProperty(name = "redress.desk.cookie-secure") boolean secure) {
        this.secure = secure;
    }

    String sessionName() {
        return secure ? "__Host-sid" : "redress-sid";
    }

    String signInName() {
        return secure ? "__Host-tx" : "redress-tx";
    }

    String session(String value) {
        return cookie(sessionName(), value, "");
    }

    String noSession() {
        return cookie(sessionName(), "", "; Max-Age=0");
    }

    String signIn(String value) {
        return cookie(signInName(), value, "; Max-Age=" + PendingSignIns.LIFE.toSeconds());
    }

    private String cookie(String name, String value, String more) {
        return name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "") + more;
    }
}
