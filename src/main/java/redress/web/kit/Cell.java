package redress.web.kit;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a table.
 *
 * @param text plain text, or null when {@code html} holds it
 * @param html markup made by a template, or null
 * @param numeric whether it is a number and stands right
 * @param colspan how many columns it takes, or null for one
 * @param rowspan how many rows it takes, or null for one
 * @param classes class names of its own, or null
 */
public record Cell(
        @Nullable String text,
        @Nullable Content html,
        boolean numeric,
        @Nullable Integer colspan,
        @Nullable Integer rowspan,
        @Nullable String classes) {

    /** A cell of text. */
    public static Cell of(String text) {
        return new Cell(text, null, false, null, null, null);
    }

    /** A cell of markup made by a template. */
    public static Cell of(Content html) {
        return new Cell(null, html, false, null, null, null);
    }

    /** A cell that holds a number, already written in the reader's way. */
    public static Cell number(String text) {
        return new Cell(text, null, true, null, null, null);
    }
}
