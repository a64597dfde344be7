package redress.search;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What OpenSearch is asked to count beside the hits, and what it told: facets with every filter but their own, the
 * course over time, the two totals of a table.
 */
final class ClusterCounts {

    private static final String FACET = "facet_";
    private static final String BESIDES = "besides_";
    private static final String ROWS = "rows";
    private static final String COLUMNS = "columns";
    private static final String COURSE = "course";
    private static final String DOWN = "down";
    private static final String ACROSS = "across";
    private static final String VALUES = "values";

    /** Every shard tells so many more than are wanted, so that the sum is right where values are many. */
    private static final int PER_SHARD = 10 * SearchQuery.Breakdown.MOST_VALUES;

    private final SearchQuery question;

    ClusterCounts(SearchQuery question) {
        this.question = question;
    }

    /** What is to be counted. */
    Map<String, Object> asked() {
        Map<String, Object> asked = new LinkedHashMap<>();
        for (Dimension dimension : question.counted()) {
            asked.put(
                    FACET + dimension.word(),
                    under(dimension, values(dimension, question.breakdown().most(), false)));
            Set<String> besides = question.breakdown().besides(dimension);
            if (!besides.isEmpty()) {
                asked.put(BESIDES + dimension.word(), under(dimension, only(dimension, List.copyOf(besides))));
            }
        }
        Dimension course = question.course();
        if (course != null) {
            asked.put(COURSE, under(null, values(course, Course.LONGEST, true)));
        }
        CrossTable.Of table = question.table();
        if (table != null) {
            asked.put(DOWN, under(null, values(table.rows(), CrossTable.MOST_ROWS, time(table.rows()))));
            asked.put(ACROSS, under(null, values(table.columns(), CrossTable.MOST_COLUMNS, time(table.columns()))));
            asked.put(ROWS, under(null, number(table.rows())));
            asked.put(COLUMNS, under(null, number(table.columns())));
        }
        return asked;
    }

    /** The cells of a table whose totals were told; nothing to ask for when it is empty. */
    Map<String, Object> cells(CrossTable totals) {
        Map<String, Object> across = only(totals.columns(), names(totals.across()));
        Map<String, Object> down = new LinkedHashMap<>(only(totals.rows(), names(totals.down())));
        down.put("aggs", Map.of(VALUES, across));
        return Map.of(DOWN, under(null, down));
    }

    private Map<String, Object> under(@Nullable Dimension except, Map<String, Object> counted) {
        return Map.of("filter", ClusterQuestion.filters(question, except), "aggs", Map.of(VALUES, counted));
    }

    private static Map<String, Object> values(Dimension dimension, int most, boolean latest) {
        List<Map<String, String>> order =
                latest ? List.of(Map.of("_key", "desc")) : List.of(Map.of("_count", "desc"), Map.of("_key", "asc"));
        return Map.of(
                "terms", Map.of("field", dimension.field(), "size", most, "shard_size", PER_SHARD, "order", order));
    }

    private static List<String> names(List<Answer.Count> kept) {
        return kept.stream().map(Answer.Count::value).toList();
    }

    /** How many values there are: the right number up to so many, then about. */
    private static Map<String, Object> number(Dimension dimension) {
        return Map.of("cardinality", Map.of("field", dimension.field(), "precision_threshold", 40_000));
    }

    private static Map<String, Object> only(Dimension dimension, List<String> values) {
        return Map.of(
                "terms", Map.of("field", dimension.field(), "size", Math.max(1, values.size()), "include", values));
    }

    private static boolean time(Dimension dimension) {
        return dimension.kind() == Dimension.Kind.TIME;
    }

    /** The counts of each dimension, the largest first. */
    Map<Dimension, List<Answer.Count>> facets(JsonObject told) {
        Map<Dimension, List<Answer.Count>> facets = new EnumMap<>(Dimension.class);
        Comparator<Answer.Count> largest =
                Comparator.comparingLong(Answer.Count::count).reversed().thenComparing(Answer.Count::value);
        for (Dimension dimension : question.counted()) {
            Set<Answer.Count> all = new LinkedHashSet<>(counts(told, FACET + dimension.word()));
            if (told.containsKey(BESIDES + dimension.word())) {
                all.addAll(counts(told, BESIDES + dimension.word()));
            }
            facets.put(dimension, all.stream().sorted(largest).toList());
        }
        return facets;
    }

    /** The course over time without gaps; empty unless asked for. */
    List<Answer.Count> course(JsonObject told) {
        return question.course() == null
                ? List.of()
                : Course.whole(counts(told, COURSE).stream()
                        .sorted(Comparator.comparing(Answer.Count::value))
                        .toList());
    }

    /** The totals of the table, its cells still empty; null unless asked for. */
    @Nullable
    CrossTable totals(JsonObject told) {
        CrossTable.Of table = question.table();
        if (table == null) {
            return null;
        }
        return new CrossTable(
                table.rows(),
                table.columns(),
                ordered(table.rows(), counts(told, DOWN)),
                ordered(table.columns(), counts(told, ACROSS)),
                List.of(),
                number(told, ROWS),
                number(told, COLUMNS));
    }

    /** The table with its cells; null where there is none. */
    static @Nullable CrossTable filled(@Nullable CrossTable totals, JsonObject answer) {
        if (totals == null) {
            return null;
        }
        JsonObject told = answer.getJsonObject("aggregations");
        Map<String, Map<String, Long>> cells = new LinkedHashMap<>();
        for (JsonValue row : buckets(told.getJsonObject(DOWN))) {
            Map<String, Long> of = new LinkedHashMap<>();
            for (JsonValue cell : buckets(row.asJsonObject())) {
                of.put(key(cell), count(cell));
            }
            cells.put(key(row), of);
        }
        List<List<Long>> counts = totals.down().stream()
                .map(row -> totals.across().stream()
                        .map(head -> cells.getOrDefault(row.value(), Map.of()).getOrDefault(head.value(), 0L))
                        .toList())
                .toList();
        return new CrossTable(
                totals.rows(),
                totals.columns(),
                totals.down(),
                totals.across(),
                counts,
                totals.rowCount(),
                totals.columnCount());
    }

    private static List<Answer.Count> ordered(Dimension dimension, List<Answer.Count> counts) {
        boolean byValue = time(dimension) || dimension.kind() == Dimension.Kind.ORDER;
        Comparator<Answer.Count> value = Comparator.comparing(Answer.Count::value);
        return counts.stream()
                .sorted(
                        byValue
                                ? value
                                : Comparator.comparingLong(Answer.Count::count)
                                        .reversed()
                                        .thenComparing(value))
                .toList();
    }

    private static List<Answer.Count> counts(JsonObject told, String name) {
        List<Answer.Count> counts = new ArrayList<>();
        for (JsonValue bucket : buckets(told.getJsonObject(name))) {
            counts.add(new Answer.Count(key(bucket), count(bucket)));
        }
        return counts;
    }

    private static long number(JsonObject told, String name) {
        return told.getJsonObject(name)
                .getJsonObject(VALUES)
                .getJsonNumber("value")
                .longValue();
    }

    private static List<JsonValue> buckets(JsonObject of) {
        return of.getJsonObject(VALUES).getJsonArray("buckets");
    }

    private static String key(JsonValue bucket) {
        return bucket.asJsonObject().getString("key");
    }

    private static long count(JsonValue bucket) {
        return bucket.asJsonObject().getJsonNumber("doc_count").longValue();
    }
}
