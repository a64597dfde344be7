package redress.search;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redress.problem.Problem;

/**
 * The place after one hit. The id makes it the only such place, so that a page never skips or repeats a hit when
 * documents move inside the index. Of the best it holds no weight: see {@link PageStart}.
 *
 * @param newest whether the hits come by date of receipt
 * @param value seconds of receipt, or how many of the best were shown up to this one
 * @param id the complaint's id
 */
public record Cursor(boolean newest, long value, long id) {

    private static final Pattern FORM = Pattern.compile("([nr])\\.(-?\\d{1,18})\\.(\\d{1,19})");

    /** The cursor that {@link #text} wrote; refuses anything else. */
    static Cursor parse(String text, boolean newest) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(1).equals("n") != newest) {
            throw refused();
        }
        try {
            long value = Long.parseLong(form.group(2));
            if (!newest && value < 0) {
                throw refused();
            }
            return new Cursor(newest, value, Long.parseLong(form.group(3)));
        } catch (NumberFormatException tooLarge) {
            throw refused();
        }
    }

    private static Problem refused() {
        return Problem.invalid(List.of(new Problem.FieldError("after", "This page of results has no such beginning.")));
    }

    /** The place after the last of so many hits of a page; {@code received} is when it came, in seconds. */
    static Cursor after(SearchQuery question, long received, long id, int shown) {
        Cursor before = question.after();
        return question.newestFirst()
                ? new Cursor(true, received, id)
                : new Cursor(false, (before == null ? 0 : before.value()) + shown, id);
    }

    /** As it stands in a URL. */
    public String text() {
        return (newest ? "n." : "r.") + value + "." + id;
    }
}
