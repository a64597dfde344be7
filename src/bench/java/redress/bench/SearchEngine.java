package redress.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Somebody who answers questions: the portal or a yardstick. */
interface SearchEngine extends AutoCloseable {

    /** The dimensions that all are asked for, by the words of the portal. */
    List<String> DIMENSIONS = List.of("unit", "category", "stage", "year", "place", "hour");

    /** Does what is done once for many questions, as a login is. */
    default void ready() throws Exception {}

    /** Asks and reads the answer to its end, without looking at it. */
    void ask(SearchQuestion question) throws Exception;

    /** Asks and looks at the answer. */
    Said say(SearchQuestion question) throws Exception;

    @Override
    void close() throws Exception;

    /**
     * What must be equal: how many complaints, and the largest counts of each dimension without the values' names, for
     * which every engine has keys of its own.
     */
    record Said(long count, Map<String, List<Long>> counts) {

        static Said of(long count, Map<String, List<Long>> counts) {
            Map<String, List<Long>> sorted = new TreeMap<>();
            counts.forEach((dimension, values) -> sorted.put(
                    dimension,
                    values.stream()
                            .sorted(Comparator.reverseOrder())
                            .limit(SearchQuestion.VALUES)
                            .toList()));
            return new Said(count, sorted);
        }
    }
}
