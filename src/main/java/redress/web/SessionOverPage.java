package redress.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Told when a form of the desk arrives after its session is over: nothing of it was kept, and here are the words, to be
 * copied from the page, which is the only place where they are.
 *
 * @param words what was written, field by field in the order in which it was sent
 */
public record SessionOverPage(List<String> words) implements Page {

    /** The slug of the refusal that is told in this way. */
    static final String SLUG = "session-over";

    private static final int LAST_OF_ASCII = 0x7F;

    /** Keeps its own copy. */
    public SessionOverPage {
        words = List.copyOf(words);
    }

    /** With the words of a form, from its fields as they were sent. */
    static SessionOverPage of(Map<String, List<String>> fields) {
        return new SessionOverPage(fields.values().stream()
                .flatMap(Collection::stream)
                .filter(SessionOverPage::written)
                .toList());
    }

    /**
     * Whether somebody wrote this, unlike what a form carries for itself: versions, keys, choices and other codes are
     * of one piece and in ASCII, or have no letter.
     */
    private static boolean written(String value) {
        String words = value.strip();
        return words.codePoints().anyMatch(Character::isLetter)
                && words.codePoints().anyMatch(sign -> Character.isWhitespace(sign) || sign > LAST_OF_ASCII);
    }

    /** The number of fields, since what was written must not stand in a log. */
    @Override
    public String toString() {
        return "SessionOverPage[" + words.size() + "]";
    }
}
