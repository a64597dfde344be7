package redress.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How rare words are among all accounts: a word that few say counts for more when two say it (inverse document
 * frequency; Spärck Jones 1972). Built once over what may be compared; words that came later count for nothing until it
 * is built anew.
 */
final class Rarity {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final int[] frequencies;
    private final int total;

    /** Counts in how many of the sets each word is; empty sets are not counted. */
    Rarity(Iterable<? extends Collection<String>> said) {
        Map<String, int[]> counts = new HashMap<>();
        int sets = 0;
        for (Collection<String> set : said) {
            sets += set.isEmpty() ? 0 : 1;
            set.forEach(word -> counts.computeIfAbsent(word, w -> new int[1])[0]++);
        }
        frequencies = new int[counts.size()];
        new TreeMap<>(counts).forEach((word, count) -> {
            frequencies[words.size()] = count[0];
            numbers.put(word, words.size());
            words.add(word);
        });
        total = sets;
    }

    /** The numbers of the known words that at most this share of all says, ascending. */
    int[] numbers(Collection<String> said, double mostShare) {
        return said.stream()
                .map(numbers::get)
                .filter(number -> number != null && frequencies[number] <= mostShare * total)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** log10 of how many accounts there are for each that says the word. */
    double weight(int number) {
        return Math.log10((double) total / frequencies[number]);
    }

    int frequency(int number) {
        return frequencies[number];
    }

    /** In how many accounts a word is; 0 if it is unknown. */
    int frequency(String word) {
        Integer number = numbers.get(word);
        return number == null ? 0 : frequencies[number];
    }

    int total() {
        return total;
    }

    /** The words of these numbers, the rarest first. */
    List<String> words(int[] some) {
        return IntStream.of(some)
                .boxed()
                .sorted(Comparator.comparingInt(number -> frequencies[number]))
                .map(words::get)
                .toList();
    }
}
