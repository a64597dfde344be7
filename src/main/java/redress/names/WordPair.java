package redress.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two words, compared. Each reason makes them candidates on its own; the score orders them by how much of the spelling
 * and of the sound agrees.
 */
record WordPair(Word one, Word other, double score, List<Reason.Kind> kinds) {

    /** In shorter words one letter is a different name: Bah and Bai. */
    static final int SHORTEST_FOR_A_SLIP = 4;

    private static final double TRANSLITERATED = 0.98;
    private static final double LISTED = 0.92;
    private static final double INITIAL = 0.5;
    private static final double BY_SPELLING = 0.5;
    private static final double BY_BEIDER_MORSE = 0.25;
    private static final double BY_METAPHONE = 0.15;

    static Optional<WordPair> compare(Word one, Word other, NameList list, Sounds sounds) {
        if (one.written().equalsIgnoreCase(other.written())) {
            return pair(one, other, 1, Reason.Kind.SAME_SPELLING);
        }
        if (one.initial() || other.initial()) {
            return one.plain().charAt(0) == other.plain().charAt(0)
                    ? pair(one, other, INITIAL, Reason.Kind.INITIAL)
                    : Optional.empty();
        }
        if (one.sharesFormWith(other)) {
            return pair(one, other, TRANSLITERATED, Reason.Kind.SAME_LETTERS);
        }
        return list.listsTogether(one.forms(), other.forms())
                ? pair(one, other, LISTED, Reason.Kind.LISTED)
                : alike(one, other, sounds);
    }

    private static Optional<WordPair> alike(Word one, Word other, Sounds sounds) {
        Sounds.Codes heard = sounds.of(one.sounding());
        Sounds.Codes alsoHeard = sounds.of(other.sounding());
        double beiderMorse = heard.beiderMorse().overlap(alsoHeard.beiderMorse());
        double metaphone = heard.metaphone().overlap(alsoHeard.metaphone());
        return beiderMorse + metaphone == 0 && !mayBeOneSlipApart(one, other)
                ? Optional.empty()
                : alike(one, other, beiderMorse, metaphone);
    }

    private static Optional<WordPair> alike(Word one, Word other, double beiderMorse, double metaphone) {
        int distance = Integer.MAX_VALUE;
        double closeness = 0;
        for (String form : one.forms()) {
            for (String second : other.forms()) {
                int slips = Slips.between(form, second);
                distance = Math.min(distance, slips);
                closeness = Math.max(closeness, 1 - (double) slips / Math.max(form.length(), second.length()));
            }
        }
        List<Reason.Kind> kinds = new ArrayList<>();
        if (distance == 1 && shorter(one, other) >= SHORTEST_FOR_A_SLIP) {
            kinds.add(Reason.Kind.ONE_LETTER);
        }
        if (beiderMorse + metaphone > 0) {
            kinds.add(Reason.Kind.SOUNDS_ALIKE);
        }
        double score = BY_SPELLING * closeness + BY_BEIDER_MORSE * beiderMorse + BY_METAPHONE * metaphone;
        return kinds.isEmpty() ? Optional.empty() : Optional.of(new WordPair(one, other, score, kinds));
    }

    /** Most words differ more in length, and then there is no need to count slips. */
    private static boolean mayBeOneSlipApart(Word one, Word other) {
        if (shorter(one, other) < SHORTEST_FOR_A_SLIP) {
            return false;
        }
        for (String form : one.forms()) {
            for (String second : other.forms()) {
                if (Math.abs(form.length() - second.length()) <= 1) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int shorter(Word one, Word other) {
        return Math.min(one.plain().length(), other.plain().length());
    }

    private static Optional<WordPair> pair(Word one, Word other, double score, Reason.Kind kind) {
        return Optional.of(new WordPair(one, other, score, List.of(kind)));
    }
}
