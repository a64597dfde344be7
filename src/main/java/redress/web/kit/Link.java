package redress.web.kit;

import org.jspecify.annotations.Nullable;

/**
 * A link with what lists of links need.
 *
 * @param text what is read; a link of pagination may have a number as its text
 * @param href where it leads, or null for a place where the reader already is
 * @param hidden words for screen readers after the text, or null
 * @param current whether the reader is there
 * @param lang the language of the text, or null when it is the page's
 * @param count a number beside it (a queue's length), or null
 */
public record Link(
        String text,
        @Nullable String href,
        @Nullable String hidden,
        boolean current,
        @Nullable String lang,
        @Nullable String count) {

    /** A plain link. */
    public static Link of(String text, @Nullable String href) {
        return new Link(text, href, null, false, null, null);
    }

    /** A link whose text needs more words when it is read alone: "Change" and "the date". */
    public static Link of(String text, String href, String hidden) {
        return new Link(text, href, hidden, false, null, null);
    }

    /** The same link, marked as the place where the reader is, or not. */
    public Link current(boolean here) {
        return new Link(text, href, hidden, here, lang, count);
    }

    /** The same link with a number beside it. */
    public Link count(long number) {
        return new Link(text, href, hidden, current, lang, Long.toString(number));
    }
}
