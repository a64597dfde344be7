package redress.complaint;

/**
 * What was found on one allegation against one subject. The crosswalk to the words of other offices is in
 * docs/glossary.md; a register's own word stays beside it.
 */
public enum Finding {
    /** It happened and was misconduct. */
    SUSTAINED,
    /** It happened and was lawful. */
    EXONERATED,
    /** It did not happen. */
    UNFOUNDED,
    /** It cannot be told. */
    NOT_SUSTAINED,
    /** Nobody could be identified. */
    SUBJECT_NOT_IDENTIFIED,
    /** The complainant withdrew, could not be reached, or gave no sworn statement where one was asked. */
    COMPLAINANT_GONE,
    /** Ended in another way. */
    OTHER_CLOSURE
}
