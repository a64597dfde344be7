package redress.web.kit;

import java.util.Locale;

/**
 * How a figure speaks: the sentences of the house in the reader's language, and how numbers and months are written
 * there. A page's view is one.
 */
public interface Wording {

    /** The sentence for a key, with its arguments filled in. */
    String t(String key, Object... arguments);

    /** The reader's language and country, for numbers and months. */
    Locale locale();
}
