package redress.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;

/**
 * A question: words, values of dimensions that narrow it, where to go on and how many hits. Values of one dimension
 * widen (one of them is enough), dimensions narrow (each must hold). Too long a text is cut, and the answer says so.
 *
 * @param text the words, at most {@value #LONGEST} characters and {@value #MOST_WORDS} words; empty asks for everything
 * @param filters the values wanted per dimension
 * @param newestFirst whether hits come by date of receipt; otherwise the best match first
 * @param after the last hit of the page before, or null for the first page
 * @param size how many hits, 1 to {@value #LARGEST}
 * @param cut whether some of the text was left out
 */
public record SearchQuery(
        String text,
        Map<Dimension, List<String>> filters,
        boolean newestFirst,
        @Nullable Cursor after,
        int size,
        boolean cut) {

    static final int LONGEST = 500;
    static final int MOST_WORDS = 64;
    static final int LARGEST = 100;
    static final int USUAL = 20;
    private static final int MOST_VALUES = 20;
    private static final int LONGEST_VALUE = 200;

    /** Keeps its own copies. */
    public SearchQuery {
        filters = Map.copyOf(filters);
    }

    /** A question for words alone. */
    public static SearchQuery of(String text) {
        return of(text, Map.of(), null, USUAL);
    }

    /** A question as it came in: parameters are checked, unknown dimensions and blank values left out. */
    public static SearchQuery of(
            @Nullable String text, Map<String, List<String>> parameters, @Nullable String after, int size) {
        String asked = text == null ? "" : text.strip();
        String kept = shortened(asked);
        Map<Dimension, List<String>> filters = new EnumMap<>(Dimension.class);
        parameters.forEach((word, values) -> Dimension.find(word)
                .ifPresent(dimension -> checked(dimension, values)
                        .forEach(value -> filters.computeIfAbsent(dimension, d -> new ArrayList<>())
                                .add(value))));
        boolean newest =
                kept.isEmpty() || parameters.getOrDefault("sort", List.of()).contains("newest");
        Cursor cursor = after == null || after.isBlank() ? null : Cursor.parse(after, newest);
        return new SearchQuery(
                kept, filters, newest, cursor, Math.max(1, Math.min(LARGEST, size)), !kept.equals(asked));
    }

    /** The values wanted of a dimension; none means that it does not narrow. */
    public List<String> wanted(Dimension dimension) {
        return filters.getOrDefault(dimension, List.of());
    }

    private static List<String> checked(Dimension dimension, List<String> values) {
        List<String> kept = values.stream()
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .distinct()
                .toList();
        if (kept.size() > MOST_VALUES || kept.stream().anyMatch(v -> v.length() > LONGEST_VALUE)) {
            throw Problem.invalid(
                    List.of(new Problem.FieldError(dimension.word(), "There are too many or too long values here.")));
        }
        return kept;
    }

    private static String shortened(String asked) {
        String kept = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
        String[] words = kept.split("\\s+", MOST_WORDS + 1);
        return words.length > MOST_WORDS ? String.join(" ", List.of(words).subList(0, MOST_WORDS)) : kept;
    }
}
