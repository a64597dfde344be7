package redress.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Two whole names, compared word by word in the order that fits best. */
final class NamePair {

    private static final double FOR_A_MISSING_PART = 0.85;
    private static final double FOR_A_DIFFERENT_PART = 0.7;
    private static final double FOR_ANOTHER_ORDER = 0.97;
    private static final int WORDS_THAT_BEAR_A_DIFFERENCE = 3;

    private record Placed(int at, int otherAt, WordPair pair) {}

    private final PersonName one;
    private final PersonName other;
    private final List<Placed> placed;

    private NamePair(PersonName one, PersonName other, List<Placed> placed) {
        this.one = one;
        this.other = other;
        this.placed = placed;
    }

    static Optional<Match> compare(
            PersonName said, PersonName known, BiFunction<Word, Word, Optional<WordPair>> compared) {
        PersonName one = said.joinedLike(known);
        PersonName other = known.joinedLike(one);
        return new NamePair(one, other, place(one, other, compared)).match();
    }

    /** All pairs of words; none as soon as more words of the shorter name than it bears are like none of the other. */
    private static List<Placed> pairs(
            PersonName one, PersonName other, BiFunction<Word, Word, Optional<WordPair>> compared) {
        boolean turned = other.words().size() < one.words().size();
        int fewer = (turned ? other : one).words().size();
        List<Placed> all = new ArrayList<>();
        int alone = 0;
        for (int i = 0; i < fewer; i++) {
            int before = all.size();
            if (turned) {
                for (int at = 0; at < one.words().size(); at++) {
                    placed(one, at, other, i, compared).ifPresent(all::add);
                }
            } else {
                for (int at = 0; at < other.words().size(); at++) {
                    placed(one, i, other, at, compared).ifPresent(all::add);
                }
            }
            alone += all.size() == before ? 1 : 0;
            if (alone > bearable(fewer)) {
                return List.of();
            }
        }
        return all;
    }

    private static Optional<Placed> placed(
            PersonName one,
            int at,
            PersonName other,
            int otherAt,
            BiFunction<Word, Word, Optional<WordPair>> compared) {
        return compared.apply(one.words().get(at), other.words().get(otherAt))
                .map(pair -> new Placed(at, otherAt, pair));
    }

    /**
     * The best pair first, then the best of what is left: with eight words at most this differs from the optimum
     * rarely.
     */
    private static List<Placed> place(
            PersonName one, PersonName other, BiFunction<Word, Word, Optional<WordPair>> compared) {
        List<Placed> all = pairs(one, other, compared);
        if (all.isEmpty()) {
            return all;
        }
        all.sort(Comparator.comparingDouble((Placed p) -> -p.pair().score())
                .thenComparingInt(p -> Math.abs(p.at() - p.otherAt()))
                .thenComparingInt(Placed::at));
        Set<Integer> taken = new HashSet<>();
        Set<Integer> otherTaken = new HashSet<>();
        List<Placed> placed = new ArrayList<>();
        for (Placed p : all) {
            if (!taken.contains(p.at()) && !otherTaken.contains(p.otherAt())) {
                taken.add(p.at());
                otherTaken.add(p.otherAt());
                placed.add(p);
            }
        }
        placed.sort(Comparator.comparingInt(Placed::at));
        return placed;
    }

    private Optional<Match> match() {
        int fewer = Math.min(one.words().size(), other.words().size());
        int more = Math.max(one.words().size(), other.words().size());
        int open = fewer - placed.size();
        if (open > bearable(fewer) || nothingButInitials()) {
            return Optional.empty();
        }
        double score =
                placed.stream().mapToDouble(p -> p.pair().score()).average().orElseThrow();
        List<Reason> reasons = new ArrayList<>();
        placed.forEach(p -> p.pair()
                .kinds()
                .forEach(kind -> reasons.add(new Reason(
                        kind, p.pair().one().written(), p.pair().other().written()))));
        if (inAnotherOrder()) {
            score *= FOR_ANOTHER_ORDER;
            reasons.add(whole(Reason.Kind.OTHER_ORDER));
        }
        if (open > 0) {
            score *= FOR_A_DIFFERENT_PART;
            reasons.add(whole(Reason.Kind.PART_DIFFERS));
        }
        if (more > fewer) {
            score *= Math.pow(FOR_A_MISSING_PART, more - fewer);
            reasons.add(whole(Reason.Kind.PART_MISSING));
        }
        return Optional.of(new Match(score, reasons));
    }

    /** So many words may differ: somebody of the same given name and another family's is somebody else. */
    private static int bearable(int words) {
        return words >= WORDS_THAT_BEAR_A_DIFFERENCE ? 1 : 0;
    }

    private boolean nothingButInitials() {
        return placed.stream().allMatch(p -> p.pair().kinds().contains(Reason.Kind.INITIAL));
    }

    private boolean inAnotherOrder() {
        for (int i = 1; i < placed.size(); i++) {
            if (placed.get(i).otherAt() < placed.get(i - 1).otherAt()) {
                return true;
            }
        }
        return false;
    }

    private Reason whole(Reason.Kind kind) {
        return new Reason(kind, written(one), written(other));
    }

    private static String written(PersonName name) {
        return String.join(" ", name.words().stream().map(Word::written).toList());
    }
}
