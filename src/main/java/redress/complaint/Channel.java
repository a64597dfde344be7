package redress.complaint;

/** The way by which a complaint came in. */
public enum Channel {
    /** The public form. */
    WEB,
    /** The programming interface. */
    API,
    /** A call, written down by staff. */
    PHONE,
    /** A letter or a filled paper form, keyed in by staff. */
    LETTER,
    /** At the desk of an office. */
    IN_PERSON,
    /** Another body or an accredited organisation. */
    PARTNER,
    /** An older register that was imported. */
    REGISTER
}
