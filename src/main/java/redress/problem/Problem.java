package redress.problem;

import java.util.List;

/**
 * A refusal, told the same way in JSON (RFC 9457) and in HTML. Unchecked, so that the transaction of the use case rolls
 * back. The kind decides the HTTP status, the slug names the problem type ({@code /problems/<slug>}), and the detail is
 * a sentence for the person who asked; it never holds a name, a narrative or a code.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What sort of no it is. */
    public enum Kind {
        /** The input does not hold; the field errors say where. */
        INVALID,
        /** Nobody is signed in, or the token does not hold. */
        UNAUTHENTICATED,
        /** The actor may not do this. */
        FORBIDDEN,
        /** There is no such thing, or the actor may not know that there is. */
        NOT_FOUND,
        /** Somebody was faster, or the state does not allow it. */
        CONFLICT,
        /** There was such a thing, and it was removed. */
        GONE,
        /** More was sent than is taken. */
        TOO_LARGE,
        /** The form of the body is not one that is read here. */
        UNSUPPORTED,
        /** A part that is needed does not answer at present. */
        UNAVAILABLE
    }

    /**
     * One error beside one field.
     *
     * @param field the name of the field in the form or the JSON pointer in the body
     * @param message a sentence in the reader's language or a text key
     */
    public record FieldError(String field, String message) {}

    private final Kind kind;
    private final String slug;
    private final transient List<FieldError> errors;

    private Problem(Kind kind, String slug, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.kind = kind;
        this.slug = slug;
        this.errors = List.copyOf(errors);
    }

    /** A refusal of the given kind; {@code slug} is lower-case words joined by hyphens. */
    public static Problem of(Kind kind, String slug, String detail) {
        return new Problem(kind, slug, detail, List.of());
    }

    /** The input does not hold, field by field. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(Kind.INVALID, "invalid-input", "Some answers need another look.", errors);
    }

    /** There is no such thing, or nobody may know that there is: both are told alike. */
    public static Problem notFound() {
        return of(Kind.NOT_FOUND, "not-found", "There is nothing here, or you may not see it.");
    }

    /** What sort of no it is. */
    public Kind kind() {
        return kind;
    }

    /** The last part of the problem type's URI. */
    public String slug() {
        return slug;
    }

    /** The sentence for the person who asked. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** The errors beside fields; empty unless the kind is {@link Kind#INVALID}. */
    public List<FieldError> errors() {
        return errors == null ? List.of() : errors;
    }
}
