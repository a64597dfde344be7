package redress.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was found, as JSON tells it; every count is of complaints.
 *
 * @param countingUnit what the numbers count
 * @param count how many complaints match
 * @param partial whether time ran out: all numbers are then of a part
 * @param cut whether some of the words were left out
 * @param stale whether the caller's own act was not waited for any longer
 * @param understood the parts of the question that named a field, understood or not
 * @param hits this page of complaints
 * @param facets counts per dimension that was asked for
 * @param more the dimensions of which not all values are told, or null where all are
 * @param histogram the course over time, or null
 * @param table the table of two dimensions, or null
 * @param next where the next page begins, or null
 * @param wider where nothing was found, questions that ask for less and find something
 * @param unplaced where a distance was asked for, how many others match but for having no known point; otherwise null
 */
public record Found(
        String countingUnit,
        long count,
        boolean partial,
        boolean cut,
        boolean stale,
        List<TermRow> understood,
        List<HitRow> hits,
        Map<String, List<FacetRow>> facets,
        @Nullable List<String> more,
        @Nullable Histogram histogram,
        @Nullable Table table,
        @Nullable String next,
        List<WiderRow> wider,
        @Nullable Long unplaced) {

    /** So many values of a dimension are told. */
    private static final int MOST_VALUES = 100;

    /** So many are to be asked for: by one more than is told it is known that there are more. */
    static final int ASKED_VALUES = MOST_VALUES + 1;

    /** A part of the question that named a field; the meaning of one that was not understood says why. */
    public record TermRow(
            String text, boolean understood, @Nullable String field, String meaning) {}

    /** A question that asks for less: in what, how many complaints it finds, and its parameters. */
    public record WiderRow(String kind, long count, String parameters) {}

    /** One complaint. The snippet is in pieces of plain text; {@code in} is the kind of text that matched. */
    public record HitRow(
            String number,
            @Nullable String stage,
            String received,
            @Nullable String unit,
            @Nullable String unitName,
            @Nullable String in,
            List<Piece> snippet) {}

    /** A piece of a snippet. */
    public record Piece(String text, boolean match) {}

    /** One value of a facet: its key for the parameter, its name, and how many complaints have it. */
    public record FacetRow(String value, String label, long count) {}

    /** The course over time, the earliest first, without gaps. */
    public record Histogram(String dimension, List<FacetRow> values) {}

    /**
     * Complaints per row and column; a complaint with several values counts in each of their cells. Where there are
     * more values than are told, their numbers say so.
     */
    public record Table(
            String rows,
            String columns,
            List<FacetRow> down,
            List<FacetRow> across,
            List<List<Long>> cells,
            long rowCount,
            long columnCount) {}

    /** The answer in JSON's form; {@code told} makes a sentence of a text key. */
    static Found of(
            SearchQuery query, Answer answer, Gazetteer gazetteer, boolean stale, Function<String, String> told) {
        Map<String, List<FacetRow>> facets = new LinkedHashMap<>();
        List<String> more = new ArrayList<>();
        for (Dimension dimension : query.counted()) {
            List<Answer.Count> counts = answer.counts(dimension);
            if (counts.size() > MOST_VALUES) {
                more.add(dimension.word());
                counts = counts.subList(0, MOST_VALUES);
            }
            facets.put(dimension.word(), rows(dimension, counts, gazetteer));
        }
        Cursor next = answer.next();
        Dimension course = query.course();
        return new Found(
                "complaints",
                answer.count(),
                answer.partial(),
                answer.cut(),
                stale,
                query.read().terms().stream().map(term -> row(term, told)).toList(),
                answer.hits().stream().map(hit -> row(hit, gazetteer)).toList(),
                facets,
                more.isEmpty() ? null : more,
                course == null ? null : new Histogram(course.word(), rows(course, answer.course(), gazetteer)),
                table(answer.table(), gazetteer),
                next == null ? null : next.text(),
                answer.wider().stream()
                        .map(each -> new WiderRow(
                                each.kind().word(), each.count(), new SearchAddress(each.question()).parameters()))
                        .toList(),
                answer.unplaced());
    }

    private static TermRow row(Understanding.Term term, Function<String, String> told) {
        return new TermRow(
                term.text(),
                term.understood(),
                term.field(),
                term.understood() ? term.meaning() : told.apply(term.meaning()));
    }

    private static List<FacetRow> rows(Dimension dimension, List<Answer.Count> counts, Gazetteer gazetteer) {
        return counts.stream()
                .map(c -> new FacetRow(c.value(), gazetteer.label(dimension, c.value()), c.count()))
                .toList();
    }

    private static @Nullable Table table(@Nullable CrossTable table, Gazetteer gazetteer) {
        return table == null
                ? null
                : new Table(
                        table.rows().word(),
                        table.columns().word(),
                        rows(table.rows(), table.down(), gazetteer),
                        rows(table.columns(), table.across(), gazetteer),
                        table.cells(),
                        table.rowCount(),
                        table.columnCount());
    }

    private static HitRow row(Answer.Hit hit, Gazetteer gazetteer) {
        String unit = hit.unit();
        return new HitRow(
                hit.number(),
                hit.stage(),
                hit.received(),
                unit,
                unit == null ? null : gazetteer.unitName(unit),
                hit.in(),
                hit.snippet().stream()
                        .map(piece -> new Piece(piece.text(), piece.match()))
                        .toList());
    }
}
