package redress.web.kit;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a summary list: a key, its value, and what can be done about it.
 *
 * @param key what it is
 * @param text the value as plain text, or null when {@code html} holds it
 * @param html the value as markup made by a template, or null
 * @param actions links such as "Change"; often none
 */
public record Row(
        String key, @Nullable String text, @Nullable Content html, List<Link> actions) {

    /** A row of plain text with its actions. */
    public static Row of(String key, String text, Link... actions) {
        return new Row(key, text, null, List.of(actions));
    }

    /** A row whose value is markup made by a template. */
    public static Row of(String key, Content html, Link... actions) {
        return new Row(key, null, html, List.of(actions));
    }
}
