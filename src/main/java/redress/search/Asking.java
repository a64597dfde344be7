package redress.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;

/**
 * Makes a question of the parameters of an address. Unknown parameters and blank values are left out; what is known and
 * makes no sense is refused beside its name. A text in the forgiving syntax is never refused: too long a one is cut,
 * and the answer says so.
 */
final class Asking {

    static final int LONGEST = 500;
    static final int MOST_WORDS = 64;
    static final int LARGEST = 100;
    static final int MOST_VALUES = 20;
    static final int LONGEST_VALUE = 200;

    private final Gazetteer gazetteer;
    private final Map<String, List<String>> parameters;

    Asking(Gazetteer gazetteer, Map<String, List<String>> parameters) {
        this.gazetteer = gazetteer;
        this.parameters = parameters;
    }

    /** The question; {@code after} is the cursor of the page before, {@code size} how many hits are wanted. */
    SearchQuery query(@Nullable String text, @Nullable String after, int size) {
        String asked = text == null ? "" : text.strip();
        boolean analyst = first("syntax").filter("analyst"::equals).isPresent();
        String kept = analyst ? asked : shortened(asked);
        Terms terms = new Terms(gazetteer);
        Optional<Near> near = near();
        Understanding words = analyst ? new AnalystSyntax(terms).read(kept) : new ForgivingSyntax(terms).read(kept);
        Understanding read = near.map(distance -> words.and(distance.told())).orElse(words);
        boolean newest =
                read.clause() instanceof Clause.Everything || values("sort").contains("newest");
        return new SearchQuery(
                kept,
                analyst,
                read,
                in(),
                near.map(Near::query).orElse(null),
                filters(),
                breakdown(),
                newest,
                after == null || after.isBlank() ? null : Cursor.parse(after, newest),
                Math.max(1, Math.min(LARGEST, size)),
                !kept.equals(asked));
    }

    private SearchQuery.Breakdown breakdown() {
        List<Dimension> counted = counted();
        Map<Dimension, Set<String>> besides = new EnumMap<>(Dimension.class);
        for (Dimension dimension : counted) {
            List<String> chosen = values(dimension.word());
            Set<String> shown = dimension.kind() == Dimension.Kind.TREE
                    ? gazetteer.around(dimension, chosen, SearchQuery.Breakdown.MOST_VALUES)
                    : Set.copyOf(chosen);
            if (!shown.isEmpty()) {
                besides.put(dimension, shown);
            }
        }
        return new SearchQuery.Breakdown(
                counted, time("histogram").orElse(null), table(), SearchQuery.Breakdown.MOST_VALUES, besides);
    }

    private Map<Dimension, List<String>> filters() {
        Map<Dimension, List<String>> filters = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.all()) {
            List<String> values = values(dimension.word());
            if (values.size() > MOST_VALUES || values.stream().anyMatch(v -> v.length() > LONGEST_VALUE)) {
                throw refused(
                        dimension.word(),
                        "At most " + MOST_VALUES + " values of " + dimension.word()
                                + " can be asked for at once, and none of more than " + LONGEST_VALUE
                                + " characters.");
            }
            if (!values.isEmpty()) {
                filters.put(dimension, values);
            }
        }
        return filters;
    }

    private Set<TextField> in() {
        return each("in", TextField::find, "This is no kind of text.").stream().collect(Collectors.toUnmodifiableSet());
    }

    private List<Dimension> counted() {
        List<Dimension> asked = each("facets", Dimension::find, "This is no dimension.");
        return values("facets").isEmpty() ? SearchQuery.Breakdown.USUAL.counted() : asked;
    }

    private <T> List<T> each(String name, Function<String, Optional<T>> known, String refusal) {
        List<T> found = new ArrayList<>();
        for (String value : values(name)) {
            for (String word : value.split("[,\\s]+")) {
                found.add(known.apply(word).orElseThrow(() -> refused(name, refusal)));
            }
        }
        return found.stream().distinct().toList();
    }

    /**
     * A distance that was asked for.
     *
     * @param query as the question has it
     * @param told the place that was taken for the one that was named; none where a point was
     */
    private record Near(SearchQuery.Near query, List<Understanding.Term> told) {}

    private Optional<Near> near() {
        return first("near").map(text -> {
            Spots.Read read = Spots.read(text, gazetteer).orElseThrow(() -> refused("near", "search.near.unread"));
            List<Understanding.Term> told = read.place() == null
                    ? List.of()
                    : List.of(new Understanding.Term(text, "near", read.meaning(gazetteer)));
            return new Near(new SearchQuery.Near(text, read.within()), told);
        });
    }

    private Optional<Dimension> time(String name) {
        return first(name)
                .map(word -> Dimension.find(word)
                        .filter(dimension -> dimension.kind() == Dimension.Kind.TIME)
                        .orElseThrow(() -> refused(name, "search.histogram.unread")));
    }

    private CrossTable.@Nullable Of table() {
        Optional<Dimension> rows = dimension("rows");
        Optional<Dimension> columns = dimension("columns");
        if (rows.isEmpty() && columns.isEmpty()) {
            return null;
        }
        if (rows.isEmpty() || columns.isEmpty() || rows.equals(columns)) {
            throw refused(rows.isEmpty() ? "rows" : "columns", "search.table.two");
        }
        return new CrossTable.Of(rows.orElseThrow(), columns.orElseThrow());
    }

    private Optional<Dimension> dimension(String name) {
        return first(name).map(word -> Dimension.find(word).orElseThrow(() -> refused(name, "This is no dimension.")));
    }

    private Optional<String> first(String name) {
        return values(name).stream().findFirst();
    }

    private List<String> values(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static Problem refused(String field, String reason) {
        return Problem.invalid(List.of(new Problem.FieldError(field, reason)));
    }

    /** Words are those that will be looked for: what blanks do not part can be many. */
    private static String shortened(String asked) {
        String kept = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
        return Words.first(kept, MOST_WORDS);
    }
}
