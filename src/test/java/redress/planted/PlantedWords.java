package redress.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Invented words with the frequencies of a language: the word of rank r is said in proportion to 1 / (r + 2.7)^1.05
 * (Zipf, as corrected by Mandelbrot 1953). Ranks count from 0, the commonest.
 */
public final class PlantedWords {

    /** Different words. */
    public static final int VOCABULARY = 30_000;

    private static final double SHIFT = 2.7;
    private static final double EXPONENT = 1.05;
    private static final String[] BEGINNINGS = {
        "b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "st", "kr", "pl", "gr"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ai", "ou"};

    private final List<String> words = new ArrayList<>(VOCABULARY);
    private final double[] upTo = new double[VOCABULARY];

    PlantedWords() {
        double sum = 0;
        for (int rank = 0; rank < VOCABULARY; rank++) {
            words.add(spelt(rank));
            sum += Math.pow(rank + SHIFT, -EXPONENT);
            upTo[rank] = sum;
        }
    }

    /** A word in the number system of syllables, so that no two ranks are spelt alike. */
    private static String spelt(int rank) {
        StringBuilder word = new StringBuilder();
        int syllables = BEGINNINGS.length * VOWELS.length;
        int rest = rank + syllables;
        while (rest > 0) {
            int syllable = rest % syllables;
            word.append(BEGINNINGS[syllable % BEGINNINGS.length]).append(VOWELS[syllable / BEGINNINGS.length]);
            rest /= syllables;
        }
        return word.toString();
    }

    /** The word of a rank. */
    public String word(int rank) {
        return words.get(rank);
    }

    /** A word as often as the language says it. */
    String drawn(SplittableRandom random) {
        double at = random.nextDouble() * upTo[VOCABULARY - 1];
        int low = 0;
        int high = VOCABULARY - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return words.get(low);
    }

    /** A word between two ranks, each as often as the other. */
    String between(int from, int to, SplittableRandom random) {
        return words.get(random.nextInt(from, to));
    }
}
