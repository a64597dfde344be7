package redress.correspondence;

/** Which way a text went. */
public enum Direction {
    /** To the commission: from the complainant or from another body. */
    IN,
    /** From the commission. */
    OUT,
    /** Among the staff. */
    INSIDE
}
