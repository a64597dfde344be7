package redress.lineup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.names.Fragments;
import redress.names.Match;
import redress.names.NameBook;
import redress.names.Reason;

/**
 * All officers of the roster by the keys of their names and numbers, so that only those are compared that share one.
 * Never changed once made. About 2 kB for each officer.
 */
final class OfficerBook {

    /** The rarest pairs of signs of a number that are looked for; the others are checked by the comparison. */
    private static final int MOST_HELD = 4_000;

    private final NameBook names;
    private final List<Officer> officers;
    private final Map<String, List<Integer>> byName = new HashMap<>();
    private final Map<String, List<Integer>> byNumber = new HashMap<>();

    OfficerBook(List<Officer> officers, NameBook names) {
        this.names = names;
        this.officers = List.copyOf(officers);
        Map<String, Set<String>> known = new HashMap<>();
        for (int i = 0; i < this.officers.size(); i++) {
            Officer officer = this.officers.get(i);
            hold(byName, known.computeIfAbsent(officer.name(), names::keys), i);
            hold(byNumber, numberKeys(officer), i);
        }
    }

    /** An officer who may be the one, and why. */
    record Fit(Officer officer, double score, List<Reason> reasons) {}

    int size() {
        return officers.size();
    }

    /**
     * Those who may be meant, the best first. Where name and number are both told, one who fits both stands before one
     * who fits either: of two scores p and q it is 1 - (1 - p)(1 - q).
     */
    List<Fit> find(String name, String number) {
        Set<Integer> found = new HashSet<>();
        if (!name.isBlank()) {
            names.asked(name).forEach(key -> found.addAll(byName.getOrDefault(key, List.of())));
        }
        found.addAll(numbered(number));
        List<Fit> fits = new ArrayList<>();
        for (int at : found) {
            fit(officers.get(at), name, number).ifPresent(fits::add);
        }
        fits.sort(Comparator.comparingDouble(Fit::score)
                .reversed()
                .thenComparing(fit -> fit.officer().name())
                .thenComparing(fit -> fit.officer().id()));
        return fits;
    }

    /** What holds the rarest pair of signs of a number; a pair that very many hold says too little alone. */
    private Collection<Integer> numbered(String number) {
        return Fragments.keys(number).stream()
                .map(key -> byNumber.getOrDefault(key, List.of()))
                .filter(holders -> !holders.isEmpty() && holders.size() <= MOST_HELD)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private Optional<Fit> fit(Officer officer, String name, String number) {
        Optional<Match> named =
                name.isBlank() || officer.name().isEmpty() ? Optional.empty() : names.compare(name, officer.name());
        Optional<Match> numbered = number.isBlank() ? Optional.empty() : number(officer, number);
        if (named.isEmpty() && numbered.isEmpty()) {
            return Optional.empty();
        }
        List<Reason> reasons = new ArrayList<>();
        named.ifPresent(match -> reasons.addAll(match.reasons()));
        numbered.ifPresent(match -> reasons.addAll(match.reasons()));
        double score = 1 - (1 - score(named)) * (1 - score(numbered));
        return Optional.of(new Fit(officer, score, reasons));
    }

    /** The badge and the service's own key are both numbers that people read off somebody. */
    private static Optional<Match> number(Officer officer, String number) {
        Optional<Match> badge = told(officer.badge(), number);
        Optional<Match> key = told(officer.key(), number);
        return score(badge) >= score(key) ? badge : key;
    }

    private static Optional<Match> told(@Nullable String known, String number) {
        return known == null ? Optional.empty() : Fragments.compare(number, known);
    }

    private static double score(Optional<Match> match) {
        return match.map(Match::score).orElse(0.0);
    }

    private static Set<String> numberKeys(Officer officer) {
        Set<String> keys = new HashSet<>(Fragments.keys(officer.key()));
        if (officer.badge() != null) {
            keys.addAll(Fragments.keys(officer.badge()));
        }
        return keys;
    }

    private static void hold(Map<String, List<Integer>> book, Set<String> keys, int officer) {
        keys.forEach(key -> book.computeIfAbsent(key, k -> new ArrayList<>(2)).add(officer));
    }
}
