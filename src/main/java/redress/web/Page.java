package redress.web;

import java.util.Locale;

/**
 * What is shown to one person as HTML: a record with everything the template needs, and nothing else. An endpoint
 * returns it; the template {@code <room>/<name>.jte} renders it with the parameters {@code v} (a {@link View}) and
 * {@code page}.
 */
public interface Page {

    /**
     * The template's path under {@code src/main/jte} without its ending: the room and the record's name in lower camel
     * case without {@code Page}, so that {@code redress.intake.WhoHarmedPage} is {@code intake/whoHarmed}.
     */
    default String template() {
        String room = getClass().getPackageName();
        String name = getClass().getSimpleName();
        String bare = name.endsWith("Page") && name.length() > 4 ? name.substring(0, name.length() - 4) : name;
        return room.substring(room.lastIndexOf('.') + 1)
                + '/'
                + bare.substring(0, 1).toLowerCase(Locale.ROOT)
                + bare.substring(1);
    }

    /**
     * Whether the page shows a secret, such as a receipt code. Such a page is never compressed, so that its length
     * tells nothing to somebody who can add to it and watch the line.
     */
    default boolean secret() {
        return false;
    }
}
