package redress.web.kit;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/**
 * One radio, checkbox or option. A divider stands between choices and has only a text.
 *
 * @param value what is sent; empty for an option that is no answer
 * @param text what is read beside it
 * @param hint a second, quieter line, or null
 * @param id its own id, or null for the id made from the group's name
 * @param checked whether ticked, or null to let the group's answer decide
 * @param disabled whether it cannot be chosen
 * @param divider whether this is the word between two groups of choices
 * @param exclusive whether ticking it unticks the others (checkboxes, with scripts only)
 * @param conditional what is asked when it is ticked, or null
 */
public record Choice(
        @Nullable String value,
        @Nullable String text,
        @Nullable String hint,
        @Nullable String id,
        @Nullable Boolean checked,
        boolean disabled,
        boolean divider,
        boolean exclusive,
        @Nullable Content conditional) {

    /** A plain choice. */
    public static Choice of(String value, String text) {
        return new Choice(value, text, null, null, null, false, false, false, null);
    }

    /** A choice with a second line. */
    public static Choice of(String value, String text, @Nullable String hint) {
        return new Choice(value, text, hint, null, null, false, false, false, null);
    }

    /** The word between two groups of choices. */
    public static Choice divider(String text) {
        return new Choice(null, text, null, null, null, false, true, false, null);
    }

    /** The same choice, with a part that belongs to it. */
    public Choice asking(Content part) {
        return new Choice(value, text, hint, id, checked, disabled, divider, exclusive, part);
    }

    /** The same choice; ticking it unticks the others. */
    public Choice alone() {
        return new Choice(value, text, hint, id, checked, disabled, divider, true, conditional);
    }
}
