package redress.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question, free of any engine: a condition, values of dimensions that narrow it, what to count, where to go on and
 * how many hits. Values of one dimension widen (one of them is enough), dimensions narrow (each must hold).
 *
 * @param text the words as they were typed, at most {@value Asking#LONGEST} characters; empty asks for everything
 * @param analyst whether the text is in the analysts' syntax
 * @param read what the text was read as
 * @param in the kinds of text that words are looked for in; empty for the everyday ones
 * @param near where it must have happened, or null for anywhere
 * @param filters the values wanted per dimension
 * @param breakdown what is counted besides the hits
 * @param newestFirst whether hits come by date of receipt; otherwise the best match first
 * @param after the last hit of the page before, or null for the first page
 * @param size how many hits, 1 to {@value Asking#LARGEST}
 * @param cut whether some of the text was left out
 */
record SearchQuery(
        String text,
        boolean analyst,
        Understanding read,
        Set<TextField> in,
        @Nullable Near near,
        Map<Dimension, List<String>> filters,
        Breakdown breakdown,
        boolean newestFirst,
        @Nullable Cursor after,
        int size,
        boolean cut) {

    static final int USUAL = 20;

    /** Keeps its own copies. */
    SearchQuery {
        filters = Map.copyOf(filters);
        in = Set.copyOf(in);
    }

    /** The same question with its text read in this way. */
    SearchQuery read(Understanding other) {
        return read(other, false);
    }

    /** As above; {@code less} tells that some of what there was to look for was left out. */
    SearchQuery read(Understanding other, boolean less) {
        return new SearchQuery(
                text, analyst, other, in, near, filters, breakdown, newestFirst, after, size, cut || less);
    }

    /** The same question, of each dimension so many values listed at most, whichever are the most frequent. */
    SearchQuery listing(int most) {
        return new SearchQuery(
                text, analyst, read, in, near, filters, breakdown.listing(most), newestFirst, after, size, cut);
    }

    /** The same with other words, in the forgiving syntax, from the first page. */
    SearchQuery saying(String words) {
        Understanding other = new ForgivingSyntax(new Terms(Gazetteer.EMPTY)).read(words);
        return new SearchQuery(words, false, other, in, near, filters, breakdown, newestFirst, null, size, false);
    }

    /** The same words in every complaint, everyday kind of text and place. */
    SearchQuery anywhere() {
        return new SearchQuery(text, analyst, read, Set.of(), null, Map.of(), breakdown, newestFirst, null, size, cut);
    }

    /** The same at any distance. */
    SearchQuery atAnyDistance() {
        return new SearchQuery(text, analyst, read, in, null, filters, breakdown, newestFirst, after, size, cut);
    }

    /** Whether there is something to look for, by which hits can be weighed; {@code ???} says nothing. */
    boolean looksFor() {
        return !(read.clause() instanceof Clause.Everything);
    }

    /** Whether anything but the words narrows it. */
    boolean narrowed() {
        return !filters.isEmpty() || near != null || !in.isEmpty();
    }

    /** The same, asked for its number alone. */
    SearchQuery counting() {
        Breakdown nothing = Breakdown.only(List.of()).listing(1);
        return new SearchQuery(text, analyst, read, in, near, filters, nothing, newestFirst, null, 1, cut);
    }

    /** The same in the other order, from the first page. */
    SearchQuery inOrder(boolean newest) {
        return new SearchQuery(text, analyst, read, in, near, filters, breakdown, newest, null, size, cut);
    }

    /**
     * A distance that was asked for.
     *
     * @param text as it was typed
     * @param within what it was read as
     */
    record Near(String text, Clause.Within within) {}

    /**
     * What is counted besides the hits.
     *
     * @param counted the dimensions whose values are counted, each without its own filter
     * @param course the dimension of the course over time, or null
     * @param table the two dimensions of the table, or null
     * @param most how many values of a dimension are listed at most, those with the largest counts
     * @param besides values that are listed however few have them, where any has
     */
    record Breakdown(
            List<Dimension> counted,
            @Nullable Dimension course,
            CrossTable.@Nullable Of table,
            int most,
            Map<Dimension, Set<String>> besides) {

        /** So many values are listed where nobody wants fewer; the page shows one level of the tree of units. */
        static final int MOST_VALUES = 1_000;

        /** Every dimension that is listed, and nothing else. */
        static final Breakdown USUAL =
                only(Dimension.all().stream().filter(Dimension::listed).toList());

        /** Keeps its own copies. */
        Breakdown {
            counted = List.copyOf(counted);
            besides = Map.copyOf(besides);
        }

        /** These dimensions and nothing else. */
        static Breakdown only(List<Dimension> counted) {
            return new Breakdown(counted, null, null, MOST_VALUES, Map.of());
        }

        /** The values of a dimension that are listed however few have them. */
        Set<String> besides(Dimension dimension) {
            return besides.getOrDefault(dimension, Set.of());
        }

        private Breakdown listing(int values) {
            return new Breakdown(counted, course, table, values, Map.of());
        }
    }

    /** A question for words alone. */
    static SearchQuery of(String text) {
        return of(text, Map.of(), null, USUAL);
    }

    /** A question as it came in, where no names are known; see {@link Asking}. */
    static SearchQuery of(
            @Nullable String text, Map<String, List<String>> parameters, @Nullable String after, int size) {
        return new Asking(Gazetteer.EMPTY, parameters).query(text, after, size);
    }

    /** The values wanted of a dimension; none means that it does not narrow. */
    List<String> wanted(Dimension dimension) {
        return filters.getOrDefault(dimension, List.of());
    }

    List<Dimension> counted() {
        return breakdown.counted();
    }

    @Nullable
    Dimension course() {
        return breakdown.course();
    }

    CrossTable.@Nullable Of table() {
        return breakdown.table();
    }
}
