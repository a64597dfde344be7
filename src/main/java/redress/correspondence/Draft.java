package redress.correspondence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.access.RecordKind;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;

/**
 * What somebody wants to write, cleaned and checked before it is kept. Control characters and halves of characters,
 * which no keyboard types, are left out; nothing else is changed.
 *
 * @param kind message, note or letter
 * @param direction which way it goes
 * @param letterhead what only a letter has; empty for the others
 * @param text the words
 */
public record Draft(RecordKind kind, Direction direction, Letterhead letterhead, String text) {

    /** The longest message or note, in UTF-16 units as a browser counts them. */
    public static final int LONGEST_TEXT = 4_000;

    /** The longest letter. */
    public static final int LONGEST_LETTER = 40_000;

    /** The longest subject, and the longest name of somebody to whom or from whom a letter is. */
    public static final int LONGEST_LINE = 200;

    /**
     * The head of a letter.
     *
     * @param party to whom or from whom it is
     * @param subject what it is about
     * @param dated the day that it bears; null where that could not be read
     */
    public record Letterhead(
            String party, String subject, @Nullable LocalDate dated) {

        static final Letterhead NONE = new Letterhead("", "", null);

        /** Cleaned, each on one line. */
        public Letterhead {
            party = clean(party, false);
            subject = clean(subject, false);
        }
    }

    /** Cleaned. */
    public Draft {
        text = clean(text, true);
    }

    /** A message of the complainant. */
    static Draft ofComplainant(String text) {
        return new Draft(RecordKind.MESSAGE, Direction.IN, Letterhead.NONE, text);
    }

    /** A message to the complainant. */
    public static Draft toComplainant(String text) {
        return new Draft(RecordKind.MESSAGE, Direction.OUT, Letterhead.NONE, text);
    }

    /** An internal note. */
    public static Draft note(String text) {
        return new Draft(RecordKind.NOTE, Direction.INSIDE, Letterhead.NONE, text);
    }

    /** A letter that came in or went out. */
    public static Draft letter(boolean out, Letterhead head, String text) {
        return new Draft(RecordKind.LETTER, out ? Direction.OUT : Direction.IN, head, text);
    }

    /**
     * Refuses what cannot be kept, beside the fields {@code text}, {@code party}, {@code subject} and {@code dated};
     * the messages are text keys that begin with {@code area}.
     */
    void require(String area) {
        List<FieldError> errors = new ArrayList<>();
        if (text.isEmpty()) {
            errors.add(new FieldError("text", area + ".missing"));
        }
        if (text.length() > (kind == RecordKind.LETTER ? LONGEST_LETTER : LONGEST_TEXT)) {
            errors.add(new FieldError("text", area + ".long"));
        }
        if (kind == RecordKind.LETTER) {
            line(errors, "party", letterhead.party(), area);
            line(errors, "subject", letterhead.subject(), area);
            if (letterhead.dated() == null) {
                errors.add(new FieldError("dated", area + ".dated"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static void line(List<FieldError> errors, String field, String line, String area) {
        if (line.isEmpty()) {
            errors.add(new FieldError(field, area + "." + field));
        }
        if (line.length() > LONGEST_LINE) {
            errors.add(new FieldError(field, area + ".line"));
        }
    }

    private static String clean(String typed, boolean lines) {
        StringBuilder kept = new StringBuilder(typed.length());
        typed.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .map(c -> c == '\t' || (c == '\n' && !lines) ? ' ' : c)
                .filter(c -> c == '\n' || writable(c))
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    private static boolean writable(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.SURROGATE && type != Character.UNASSIGNED;
    }

    /** The kind alone: the words must not end in a log by accident. */
    @Override
    public String toString() {
        return "Draft[" + kind + "]";
    }
}
