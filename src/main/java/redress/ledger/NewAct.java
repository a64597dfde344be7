package redress.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Something that is about to be done.
 *
 * @param kind what sort of thing
 * @param subject the complaint or batch that it is about, if any
 * @param actor the id of who acts, at most 64 characters; never a name
 * @param content what is committed to: only its salted digest is kept
 * @param detail at most 500 characters of JSON that machines read, without anything personal; public some day
 */
public record NewAct(
        ActKind kind,
        @Nullable Long subject,
        String actor,
        byte[] content,
        @Nullable String detail) {

    private static final int LONGEST_ACTOR = 64;
    private static final int LONGEST_DETAIL = 500;

    /** Refuses what does not fit, because a cut record would be a false one. */
    public NewAct {
        if (actor.isBlank() || actor.length() > LONGEST_ACTOR) {
            throw new IllegalArgumentException("an actor id of " + actor.length() + " characters");
        }
        if (detail != null && detail.length() > LONGEST_DETAIL) {
            throw new IllegalArgumentException("a detail of " + detail.length() + " characters");
        }
        content = content.clone();
    }

    /** An act about one complaint or batch. */
    public static NewAct about(ActKind kind, long subject, String actor, byte[] content) {
        return new NewAct(kind, subject, actor, content, null);
    }

    /** An act about nothing in particular. */
    public static NewAct of(ActKind kind, String actor, byte[] content) {
        return new NewAct(kind, null, actor, content, null);
    }

    /** The same act with a detail. */
    public NewAct withDetail(String json) {
        return new NewAct(kind, subject, actor, content, json);
    }
}
