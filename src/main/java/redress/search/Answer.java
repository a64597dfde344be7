package redress.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a question found. The counting unit is the complaint, everywhere. A dimension's counts leave out its own filter
 * (so that other values can be compared) and hold all others.
 *
 * @param count how many complaints match
 * @param hits this page of them
 * @param facets counts per dimension, the largest first
 * @param course the hits per month or year, the earliest first; empty unless asked for
 * @param table the hits per pair of values; null unless asked for
 * @param next where the next page begins, or null when there is none
 * @param partial whether time ran out: counts and hits are then of a part only
 * @param cut whether some of the words were left out
 * @param wider where nothing was found, questions that ask for less and find something; empty unless asked for
 * @param unplaced where a distance was asked for, how many others match but for having no known point; otherwise null
 */
public record Answer(
        long count,
        List<Hit> hits,
        Map<Dimension, List<Count>> facets,
        List<Count> course,
        @Nullable CrossTable table,
        @Nullable Cursor next,
        boolean partial,
        boolean cut,
        List<Wider> wider,
        @Nullable Long unplaced) {

    /** An answer as an engine gives it. */
    Answer(
            long count,
            List<Hit> hits,
            Map<Dimension, List<Count>> facets,
            List<Count> course,
            @Nullable CrossTable table,
            @Nullable Cursor next,
            boolean partial,
            boolean cut,
            List<Wider> wider) {
        this(count, hits, facets, course, table, next, partial, cut, wider, null);
    }

    /** The same answer with questions that ask for less. */
    Answer beside(List<Wider> others) {
        return new Answer(count, hits, facets, course, table, next, partial, cut, List.copyOf(others), unplaced);
    }

    /** The same answer, telling the number of another as of those without a known point. */
    Answer leavingOut(Answer others, long found) {
        boolean some = partial || others.partial();
        return new Answer(
                count, hits, facets, course, table, next, some, cut, wider, Math.max(0, others.count() - found));
    }

    /** The counts of a dimension. */
    public List<Count> counts(Dimension dimension) {
        return facets.getOrDefault(dimension, List.of());
    }

    /** Whether all of its hits are among those. */
    boolean all(Set<Long> ids) {
        return hits.stream().allMatch(hit -> ids.contains(hit.id()));
    }

    /** The same answer with those hits only. */
    Answer only(Set<Long> ids) {
        return new Answer(
                count,
                hits.stream().filter(hit -> ids.contains(hit.id())).toList(),
                facets,
                course,
                table,
                next,
                partial,
                cut,
                wider,
                unplaced);
    }

    /**
     * One complaint found.
     *
     * @param id its id
     * @param number its number
     * @param stage its stage
     * @param received the day of receipt, UTC
     * @param unit the key of its first unit, or null where none is known
     * @param in the word of the kind of text that matched and is shown; null where the snippet shows no match
     * @param snippet what matched, in pieces of plain text
     */
    public record Hit(
            long id,
            String number,
            @Nullable String stage,
            String received,
            @Nullable String unit,
            @Nullable String in,
            List<Piece> snippet) {}

    /**
     * A piece of a snippet: plain text, never markup.
     *
     * @param text the words
     * @param match whether they are what was asked for
     */
    public record Piece(String text, boolean match) {}

    /**
     * How many complaints have a value.
     *
     * @param value the key of the value
     * @param count complaints, not allegations nor subjects
     */
    public record Count(String value, long count) {}
}
