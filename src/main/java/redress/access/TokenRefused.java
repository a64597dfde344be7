package redress.access;

/** A token, an answer of Keycloak or a callback does not hold. The reason is for the log and quotes nothing. */
final class TokenRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean sessionEnded;

    TokenRefused(String reason) {
        this(reason, false);
    }

    private TokenRefused(String reason, boolean sessionEnded) {
        super(reason, null, false, false);
        this.sessionEnded = sessionEnded;
    }

    /** A token that is not renewed since the time of the session is over, which says nothing of its owner's roles. */
    static TokenRefused sessionEnded(String reason) {
        return new TokenRefused(reason, true);
    }

    /** Whether Keycloak said that no more is wrong than that the session has ended. */
    boolean sessionEnded() {
        return sessionEnded;
    }
}
