package redress.search;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.search.FieldDoc;
import redress.problem.Problem;

/**
 * The place after one hit: its sort value and its id. The id makes it the only such place, so that a page never skips
 * or repeats a hit when documents move inside the index.
 *
 * @param newest whether the hits come by date of receipt
 * @param value seconds of receipt, or the bits of the score
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
            return new Cursor(newest, Long.parseLong(form.group(2)), Long.parseLong(form.group(3)));
        } catch (NumberFormatException tooLarge) {
            throw refused();
        }
    }

    private static Problem refused() {
        return Problem.invalid(List.of(new Problem.FieldError("after", "This page of results has no such beginning.")));
    }

    static Cursor at(FieldDoc hit, boolean newest) {
        long id = ((Number) hit.fields[1]).longValue();
        Number value = (Number) hit.fields[0];
        return new Cursor(newest, newest ? value.longValue() : Float.floatToIntBits(value.floatValue()), id);
    }

    /** For Lucene: a document behind every real one, so that only the values decide. */
    FieldDoc document() {
        Object first = newest ? (Object) value : (Object) Float.intBitsToFloat((int) value);
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {first, id});
    }

    /** As it stands in a URL. */
    public String text() {
        return (newest ? "n." : "r.") + value + "." + id;
    }
}
