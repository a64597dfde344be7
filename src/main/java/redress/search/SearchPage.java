package redress.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.web.Page;

/**
 * The search page: what was asked, what was found, and where each narrowing leads. Labels are sentences or text keys.
 *
 * @param who who is signed in
 * @param text the words asked for
 * @param newest whether the newest come first
 * @param count how many complaints match
 * @param partial whether time ran out
 * @param cut whether some of the words were left out
 * @param chips the narrowings in force, each with the way to take it off
 * @param facets what can be chosen
 * @param rows the complaints of this page
 * @param next where the next page is, or null
 * @param kept the narrowings in force, to be carried by the form
 */
public record SearchPage(
        String who,
        String text,
        boolean newest,
        long count,
        boolean partial,
        boolean cut,
        List<Chip> chips,
        List<Facet> facets,
        List<Row> rows,
        @Nullable String next,
        List<Kept> kept)
        implements Page {

    /** A narrowing in force. */
    public record Chip(String dimension, String label, String without) {}

    /** A value that the form must carry. */
    public record Kept(String name, String value) {}

    /** A dimension with what can be chosen of it. */
    public record Facet(String dimension, List<Option> options) {}

    /** One value; {@code depth} is its place in a tree, from 0. */
    public record Option(String label, long count, String url, boolean chosen, int depth) {}

    /** One complaint. */
    public record Row(
            String number,
            @Nullable String stage,
            LocalDate received,
            @Nullable String unit,
            List<Answer.Piece> snippet) {}

    @Override
    public String template() {
        return "search/search";
    }
}
