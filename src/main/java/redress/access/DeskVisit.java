package redress.access;

/**
 * CDI event: somebody came to the desk or left it. Whoever keeps the ledger observes it, since this room does not know
 * the ledger. Fired synchronously, outside a transaction.
 */
public sealed interface DeskVisit {

    /** The id of the actor, see {@link Actor#id}. */
    String actorId();

    /** A session began; the name is for the directory of colleagues, never for the ledger. */
    record SignedIn(Actor actor) implements DeskVisit {
        @Override
        public String actorId() {
            return actor.id();
        }
    }

    /** A session ended. */
    record SignedOut(String actorId, Reason reason) implements DeskVisit {}

    /** Why a session ended. */
    enum Reason {
        /** The person signed out here. */
        ASKED,
        /** Keycloak said over the back channel that the session is over. */
        BACK_CHANNEL,
        /** Keycloak gave no new token: the account is disabled or the session was ended there. */
        REFUSED
    }
}
