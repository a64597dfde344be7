package redress.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * A kind of text that is kept with a complaint besides the complaint itself. Which kinds an actor may read is a part of
 * {@link Sight}: whoever may not see the complaint reads none of them.
 */
public enum RecordKind {
    /** Between the complainant and the commission; either side writes. */
    MESSAGE,
    /** What staff write for each other; neither the complainant nor an auditor reads it. */
    NOTE,
    /** A letter that went out or came in. */
    LETTER,
    /** The text inside a document that was handed in. */
    DOCUMENT;

    private static final Set<RecordKind> FOR_ALL = Set.copyOf(EnumSet.complementOf(EnumSet.of(NOTE)));
    private static final Set<RecordKind> ALL = Set.copyOf(EnumSet.allOf(RecordKind.class));

    /** What everybody reads who may see the complaint. */
    public static Set<RecordKind> forAll() {
        return FOR_ALL;
    }

    /** Every kind. */
    public static Set<RecordKind> all() {
        return ALL;
    }
}
