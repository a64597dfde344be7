package redress.reader;

/** What came of a document. The portal knows the same words. */
enum Verdict {
    /** All its words are there; there may be none. */
    READ,
    /** Some of its words are there: it has more than are taken, or not all of its pictures were read. */
    CUT,
    /** It is a picture, and there is nothing here that reads pictures. */
    PICTURE,
    /** It is locked with a password. */
    LOCKED,
    /** It took too long; another try may do better. */
    SLOW,
    /** It unpacks to far more than it is, or is nested too deeply. */
    SWOLLEN,
    /** It does not follow the rules of its type. */
    BROKEN
}
