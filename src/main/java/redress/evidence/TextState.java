package redress.evidence;

/** How far the reading of a document's words has come. */
public enum TextState {
    /** Nobody has read it yet: it waits, or no reader is installed. */
    WAITING,
    /** All its words were read; there may be none. */
    READ,
    /** Some of its words were read: it has more than are taken, or not all of its pictures were read. */
    CUT,
    /** Sound and moving pictures: there is no text to read. */
    NO_TEXT,
    /** A picture, and no program that reads pictures of its kind is installed. */
    PICTURE,
    /** Locked with a password. */
    LOCKED,
    /** It unpacks to far more than it is, or is nested too deeply. */
    SWOLLEN,
    /** It does not follow the rules of its type. */
    BROKEN,
    /** Reading it took too long, twice. */
    SLOW,
    /** Reading it ended the reader, twice. */
    CRASHED;

    /** Whether words of it are kept. */
    public boolean hasText() {
        return this == READ || this == CUT;
    }

    /** Whether it was the reader that failed, so that another try may do better. */
    boolean worthAnotherTry() {
        return this == SLOW || this == CRASHED;
    }
}
