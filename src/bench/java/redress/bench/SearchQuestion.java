package redress.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import redress.planted.PlantedCorpus;

/**
 * A question that every engine is asked in its own way.
 *
 * @param kind what kind of question it is
 * @param words the words; none asks for everything, the latest first
 */
record SearchQuestion(Kind kind, List<String> words) {

    /** How many hits are listed, and how many values of a dimension are told. */
    static final int HITS = 20;

    static final int VALUES = 100;

    /** The kinds, with the ranks from which their words are drawn. */
    enum Kind {
        /** Two words, both. */
        AND(2, 20, 400),
        /** Three common words, one of them. */
        OR(3, 0, 60),
        /** All complaints. */
        ALL(0, 0, 1);

        private final int many;
        private final int from;
        private final int to;

        Kind(int many, int from, int to) {
            this.many = many;
            this.from = from;
            this.to = to;
        }

        String told() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** So many questions of a kind, the same for the same seed. */
    static List<SearchQuestion> some(Kind kind, int count, long seed) {
        PlantedCorpus words = PlantedCorpus.of(2_000, seed);
        Random random = new Random(seed);
        List<SearchQuestion> questions = new ArrayList<>();
        while (questions.size() < count) {
            List<String> drawn = new ArrayList<>();
            while (drawn.size() < kind.many) {
                String word = words.word(random.nextInt(kind.from, kind.to));
                if (!drawn.contains(word)) {
                    drawn.add(word);
                }
            }
            questions.add(new SearchQuestion(kind, List.copyOf(drawn)));
        }
        return questions;
    }
}
