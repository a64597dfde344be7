package redress.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts of the scope that are copies of one another but for some words: a campaign, a form, a letter that was passed on
 * or a report that was sent twice. That a text is a copy says nothing against what it tells.
 *
 * @param texts how many complaints of the scope tell something in words
 * @param groups the groups, the largest first
 * @param lack why nothing can be said, or null
 */
public record Copies(
        int texts, List<Group> groups, @Nullable Lack lack) {

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

    /** How many complaints are in a group. */
    int complaints() {
        return groups.stream().mapToInt(group -> 1 + group.copies().size()).sum();
    }
}
