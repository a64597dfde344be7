package redress.likeness;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How rare words are among all accounts: a word that few say counts for more when two say it (inverse document
 * frequency; Spärck Jones 1972). Built once over what may be compared; words that came later count for nothing until it
 * is built anew.
 */
final class Rarity {

    /** A word while it is counted, and its number afterwards. */
    private static final class Counted {
        private int count;
        private int number;
    }

    private final Map<String, Counted> known = new HashMap<>();
    private final String[] words;
    private final int[] frequencies;
    private final int total;

    /** Counts in how many of the sets each word is; empty sets are not counted. */
    Rarity(Iterable<? extends Collection<String>> said) {
        int sets = 0;
        for (Collection<String> set : said) {
            sets += set.isEmpty() ? 0 : 1;
            set.forEach(word -> known.computeIfAbsent(word, w -> new Counted()).count++);
        }
        words = known.keySet().toArray(String[]::new);
        Arrays.sort(words);
        frequencies = new int[words.length];
        for (int number = 0; number < words.length; number++) {
            Counted word = Objects.requireNonNull(known.get(words[number]));
            word.number = number;
            frequencies[number] = word.count;
        }
        total = sets;
    }

    /** The numbers of the known words that at most this share of all says, ascending. */
    int[] numbers(Collection<String> said, double mostShare) {
        int[] found = new int[said.size()];
        int size = 0;
        double most = mostShare * total;
        for (String each : said) {
            Counted word = known.get(each);
            if (word != null && word.count <= most) {
                found[size++] = word.number;
            }
        }
        Arrays.sort(found, 0, size);
        return Arrays.copyOf(found, size);
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
        Counted counted = known.get(word);
        return counted == null ? 0 : counted.count;
    }

    int total() {
        return total;
    }

    /** The words of these numbers, the rarest first. */
    List<String> words(int[] some) {
        return IntStream.of(some)
                .boxed()
                .sorted(Comparator.comparingInt(number -> frequencies[number]))
                .map(number -> words[number])
                .toList();
    }
}
