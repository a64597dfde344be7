package redress.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts of the scope that are copies of one another but for some words: a campaign, a form, a letter that was passed on
 * or a report that was sent twice. That a text is a copy says nothing against what it tells.
 *
 * @param texts how many complaints of the scope tell something in words
 * @param complaints how many of them are in a group, of whichever size
 * @param groups the groups, the largest first, a hundred at most
 * @param left how many further groups there are, none of them larger than these
 * @param lack why nothing can be said, or null
 */
public record Copies(
        int texts,
        int complaints,
        List<Group> groups,
        int left,
        @Nullable Lack lack) {

    /**
     * A text and its copies.
     *
     * @param first the complaint that came first
     * @param copies the others, the most alike first
     */
    public record Group(One first, List<One> copies) {}

    /**
     * One complaint of a group.
     *
     * @param number its number
     * @param received the day on which it came in, such as 2026-05-03
     * @param share the share of all runs of three words that its text and the first one both have, about; 1 for the
     *     first
     */
    public record One(String number, String received, double share) {}
}
