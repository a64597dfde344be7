package redress.lineup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redress.names.Fragments;
import redress.names.Match;
import redress.names.NameBook;
import redress.names.Reason;

/**
 * All officers of the roster by the keys of their names and numbers, so that only those are compared that share one.
 * Never changed once made. About 2 kB for each officer.
 */
final class OfficerBook {

    /** A pair of signs that more hold says too little alone, unless it is the rarest of its number. */
    private static final int MOST_HELD = 4_000;

    /** The key of numbers that have no pair of signs. */
    private static final String NO_PAIR = "";

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
     * who fits either: of two scores p and q it is 1 - (1 - p)(1 - q). Where several names or numbers are told, one who
     * fits any of them is meant as much as if it alone had been told.
     */
    List<Fit> find(String name, String number) {
        List<String> named = Several.of(name);
        List<Fragments.Read> numbered =
                Several.numbers(number).stream().map(Fragments::read).toList();
        Set<Integer> found = new HashSet<>();
        named.stream()
                .flatMap(one -> names.asked(one).stream())
                .forEach(key -> found.addAll(byName.getOrDefault(key, List.of())));
        numbered.forEach(one -> found.addAll(sharing(Fragments.keys(one))));
        found.addAll(withoutPair(numbered));
        List<Fit> fits = new ArrayList<>();
        for (int at : found) {
            fit(officers.get(at), named, numbered).ifPresent(fits::add);
        }
        fits.sort(Comparator.comparingDouble(Fit::score)
                .reversed()
                .thenComparing(fit -> fit.officer().name())
                .thenComparing(fit -> fit.officer().id()));
        return fits;
    }

    /** Those who hold the rarest of these pairs of signs of a number, or one that not very many hold. */
    private Set<Integer> sharing(Set<String> pairs) {
        List<List<Integer>> holders = pairs.stream()
                .map(key -> byNumber.getOrDefault(key, List.of()))
                .sorted(Comparator.comparingInt(List::size))
                .toList();
        Set<Integer> found = new HashSet<>();
        for (List<Integer> each : holders) {
            if (found.isEmpty() || each.size() <= MOST_HELD) {
                found.addAll(each);
            }
        }
        return found;
    }

    /**
     * Those who fit a number of which no two neighbouring signs were read. With gaps, as 4?7, that may be anybody; a
     * single sign is no part of a longer number.
     */
    private List<Integer> withoutPair(List<Fragments.Read> numbers) {
        List<Fragments.Read> alone =
                numbers.stream().filter(one -> Fragments.keys(one).isEmpty()).toList();
        Stream<Integer> compared = alone.stream().anyMatch(Fragments.Read::gaps)
                ? IntStream.range(0, officers.size()).boxed()
                : byNumber.getOrDefault(NO_PAIR, List.of()).stream();
        return alone.isEmpty()
                ? List.of()
                : compared.filter(at -> number(officers.get(at), alone).isPresent())
                        .toList();
    }

    private Optional<Fit> fit(Officer officer, List<String> told, List<Fragments.Read> numbers) {
        Optional<Match> named = officer.name().isEmpty()
                ? Optional.empty()
                : best(told.stream().map(name -> names.compare(name, officer.name())));
        Optional<Match> numbered = numbers.isEmpty() ? Optional.empty() : number(officer, numbers);
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
    private static Optional<Match> number(Officer officer, List<Fragments.Read> numbers) {
        List<Fragments.Read> known = numbers(officer).map(Fragments::read).toList();
        return best(numbers.stream().flatMap(number -> known.stream().map(one -> Fragments.compare(number, one))));
    }

    private static Stream<String> numbers(Officer officer) {
        return officer.badge() == null ? Stream.of(officer.key()) : Stream.of(officer.badge(), officer.key());
    }

    /** Of equal ones the first. */
    private static Optional<Match> best(Stream<Optional<Match>> matches) {
        return matches.flatMap(Optional::stream).reduce((one, other) -> one.score() >= other.score() ? one : other);
    }

    private static double score(Optional<Match> match) {
        return match.map(Match::score).orElse(0.0);
    }

    private static Set<String> numberKeys(Officer officer) {
        Set<String> keys = new HashSet<>();
        numbers(officer).map(Fragments::keys).forEach(pairs -> keys.addAll(pairs.isEmpty() ? Set.of(NO_PAIR) : pairs));
        return keys;
    }

    private static void hold(Map<String, List<Integer>> book, Set<String> keys, int officer) {
        keys.forEach(key -> book.computeIfAbsent(key, k -> new ArrayList<>(2)).add(officer));
    }
}
