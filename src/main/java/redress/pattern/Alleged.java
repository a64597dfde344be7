package redress.pattern;

import org.jspecify.annotations.Nullable;

/**
 * An allegation.
 *
 * @param complaint the id of its complaint
 * @param subject the id of the subject, 0 where it is against nobody that is known
 * @param category the code of the category
 * @param finding the finding, or null while there is none
 */
record Alleged(
        long complaint,
        long subject,
        String category,
        @Nullable String finding) {}
