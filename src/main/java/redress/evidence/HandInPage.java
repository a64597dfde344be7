package redress.evidence;

import org.jspecify.annotations.Nullable;
import redress.web.Form;
import redress.web.Page;

/**
 * Where a complainant hands in a document.
 *
 * @param form what is wrong with what was sent, if anything
 * @param largestMib the largest document that is taken
 * @param done whether one has just arrived
 * @param code the receipt code where it came from the page before, which holds it too; null where it is to be typed
 */
public record HandInPage(
        Form form, int largestMib, boolean done, @Nullable String code) implements Page {

    @Override
    public boolean secret() {
        return code != null;
    }
}
