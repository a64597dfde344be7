package redress.access;

/** A token, an answer of Keycloak or a callback does not hold. The reason is for the log and quotes nothing. */
final class TokenRefused extends Exception {

    private static final long serialVersionUID = 1L;

    TokenRefused(String reason) {
        super(reason, null, false, false);
    }
}
