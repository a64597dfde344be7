package redress.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How rare words are among all accounts: a word that few say counts for more when two say it (inverse document
 * frequency; Spärck Jones 1972). Built once over what may be compared; words that came later count for nothing until it
 * is built anew.
 */
final class Rarity {

    /** A word while it is counted, and its number afterwards. */
    private static final class Counted {
        private final String word;
        private int count;
        private int number;

        Counted(String word) {
            this.word = word;
        }
    }

    private final Map<String, Counted> known = new HashMap<>();
    private final String[] words;
    private final int[] frequencies;
    private final int[][] lines;
    private final int least;
    private final double most;
    private final int total;

    /**
     * Counts in how many of the sets each word is; empty sets are not counted.
     *
     * @param said the sets
     * @param least words that fewer say get no number and have no part in {@link #numbers}
     * @param mostShare nor have those that more than this share of all says
     */
    Rarity(List<? extends Collection<String>> said, int least, double mostShare) {
        Counted[][] counted = new Counted[said.size()][];
        int sets = 0;
        for (int line = 0; line < counted.length; line++) {
            sets += said.get(line).isEmpty() ? 0 : 1;
            counted[line] = counted(said.get(line));
        }
        total = sets;
        this.least = least;
        most = mostShare * total;
        Counted[] rarestFirst = rarestFirst();
        words = new String[rarestFirst.length];
        frequencies = new int[words.length];
        for (int number = 0; number < words.length; number++) {
            Counted word = rarestFirst[number];
            word.number = number;
            words[number] = word.word;
            frequencies[number] = word.count;
        }
        lines = new int[counted.length][];
        for (int line = 0; line < lines.length; line++) {
            lines[line] = numbers(counted[line], counted[line].length);
        }
    }

    /** The words that get a number, by how many say them; those that equally many say in no order. */
    private Counted[] rarestFirst() {
        List<Counted> all = new ArrayList<>();
        int[] places = new int[total + 2];
        for (Counted word : known.values()) {
            if (numbered(word)) {
                all.add(word);
                places[word.count + 1]++;
            }
        }
        for (int count = 0; count <= total; count++) {
            places[count + 1] += places[count];
        }
        Counted[] sorted = new Counted[all.size()];
        for (Counted word : all) {
            sorted[places[word.count]++] = word;
        }
        return sorted;
    }

    private boolean numbered(Counted word) {
        return word.count >= least && word.count <= most;
    }

    private Counted[] counted(Collection<String> set) {
        Counted[] counted = new Counted[set.size()];
        int size = 0;
        for (String word : set) {
            Counted one = known.get(word);
            if (one == null) {
                one = new Counted(word);
                known.put(word, one);
            }
            one.count++;
            counted[size++] = one;
        }
        return counted;
    }

    private int[] numbers(Counted[] said, int size) {
        int[] found = new int[size];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (numbered(said[i])) {
                found[kept++] = said[i].number;
            }
        }
        Arrays.sort(found, 0, kept);
        return Arrays.copyOf(found, kept);
    }

    /** As {@link #numbers} of the set in that place among those that were counted, without looking its words up. */
    int[] line(int place) {
        return lines[place];
    }

    /** The numbers of the known words that not too many say, ascending. */
    int[] numbers(Collection<String> said) {
        Counted[] counted = new Counted[said.size()];
        int size = 0;
        for (String each : said) {
            Counted word = known.get(each);
            if (word != null) {
                counted[size++] = word;
            }
        }
        return numbers(counted, size);
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

    /** The words of these numbers, the rarest first, and equally rare ones in the order of their letters. */
    List<String> words(int[] some) {
        return IntStream.of(some)
                .boxed()
                .sorted(Comparator.comparingInt((Integer number) -> frequencies[number])
                        .thenComparing(number -> words[number]))
                .map(number -> words[number])
                .toList();
    }
}
