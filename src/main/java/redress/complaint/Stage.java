package redress.complaint;

import java.util.Set;

/**
 * Where a complaint stands now. The allowed successors are data: a stage that is not among them is refused, and a test
 * walks every pair.
 */
public enum Stage {
    /** Registered, numbered, receipt given; the clock runs. */
    RECEIVED,
    /** Somebody looks whether the office is competent and which route fits. */
    SCREENING,
    /** Facts are being found. */
    INVESTIGATION,
    /** Sent to a body that is competent. */
    REFERRED,
    /** Both sides agreed to talk. */
    MEDIATION,
    /** Not taken up, with reasons. */
    REFUSED,
    /** Ended; may be reopened. */
    CLOSED;

    /** The stages that may follow this one. */
    public Set<Stage> successors() {
        return switch (this) {
            case RECEIVED, SCREENING -> Set.of(SCREENING, INVESTIGATION, REFERRED, MEDIATION, REFUSED);
            case INVESTIGATION -> Set.of(REFERRED, MEDIATION, CLOSED);
            case REFERRED -> Set.of(INVESTIGATION, CLOSED);
            case MEDIATION -> Set.of(INVESTIGATION, CLOSED);
            case REFUSED, CLOSED -> Set.of(SCREENING);
        };
    }

    /** Whether the office still has to do something. */
    public boolean open() {
        return this != REFUSED && this != CLOSED;
    }

    /** Whether the first decision is still to be taken. */
    public boolean awaitsTriage() {
        return this == RECEIVED || this == SCREENING;
    }
}
