package redress.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import redress.time.Ids;

/**
 * Counts the complaints of a scope by unit, by commander and by officer. These are numbers alone: whoever serves longer
 * or commands more is complained of more, and only the outlier check sets that against the time served.
 */
final class Answerable {

    static final String UNIT = "unit";
    static final String COMMANDER = "commander";
    static final String OFFICER = "officer";

    /** Behind these there are mostly single complaints. */
    private static final int MOST = 12;

    private static final long NOBODY = 0;

    private final Scoped scoped;
    private final Commanders commanders;
    private final Function<Set<Long>, Map<Long, String>> names;

    /**
     * The counting.
     *
     * @param scoped the complaints with those of the scope whom they accuse
     * @param commanders who commanded when
     * @param names the names of officers by their ids
     */
    Answerable(Scoped scoped, Commanders commanders, Function<Set<Long>, Map<Long, String>> names) {
        this.scoped = scoped;
        this.commanders = commanders;
        this.names = names;
    }

    /** A complaint counts once for each value, however many of its accused have it. */
    private static final class Tally<K> {

        private static final class Count {
            private long count;
            private long last = Long.MIN_VALUE;
        }

        private final Map<K, Count> counts = new HashMap<>();

        /** The rows of a complaint come one after the other. */
        void count(K value, long complaint) {
            Count known = counts.computeIfAbsent(value, any -> new Count());
            if (known.last != complaint) {
                known.last = complaint;
                known.count++;
            }
        }

        /** Whether the counts say anything that is not known: of nobody else than the scope they say nothing. */
        boolean says(K own, K unknown) {
            return counts.keySet().stream().anyMatch(value -> !value.equals(own) && !value.equals(unknown));
        }

        /** The counts under the texts of their values. */
        Map<String, Long> counts(Function<K, String> text) {
            Map<String, Long> all = new HashMap<>();
            counts.forEach((value, known) -> all.put(text.apply(value), known.count));
            return all;
        }
    }

    /** Those of the boards that name anybody or anything besides what the dossier is about. */
    List<Dossier.Board> boards() {
        Tally<String> units = new Tally<>();
        Tally<Long> commanding = new Tally<>();
        Tally<Long> officers = new Tally<>();
        for (Accused accused : scoped.accused()) {
            Filed complaint = accused.complaint();
            units.count(Objects.requireNonNullElse(accused.unit(), Boards.UNKNOWN), complaint.id());
            officers.count(accused.officer(), complaint.id());
            Set<Long> then = commanders.of(accused.unit(), complaint.span());
            (then.isEmpty() ? Set.of(NOBODY) : then).forEach(each -> commanding.count(each, complaint.id()));
        }
        String own = scoped.group().own();
        List<Dossier.Board> boards = new ArrayList<>();
        if (units.says(own, Boards.UNKNOWN)) {
            boards.add(units(units.counts(Function.identity())));
        }
        boards.addAll(people(commanding, officers, own));
        return boards;
    }

    private Dossier.Board units(Map<String, Long> counts) {
        Tree units = scoped.facts().units();
        return Boards.shortened(
                Boards.board(
                        UNIT,
                        "complaints",
                        counts,
                        key -> bar(key, units.find(key).map(Node::name).orElse(key))),
                MOST);
    }

    /** The names are read for both boards at once. */
    private List<Dossier.Board> people(Tally<Long> commanding, Tally<Long> officers, String own) {
        List<Dossier.Board> boards = new ArrayList<>();
        Map<String, Tally<Long>> people = new HashMap<>(Map.of(COMMANDER, commanding, OFFICER, officers));
        people.values().removeIf(tally -> !tally.says(key(own), NOBODY));
        for (String name : List.of(COMMANDER, OFFICER)) {
            Tally<Long> tally = people.get(name);
            if (tally != null) {
                boards.add(people(name, tally.counts(Answerable::text)));
            }
        }
        Map<Long, String> named = names.apply(ids(boards));
        return boards.stream().map(board -> named(board, named)).toList();
    }

    /** The id by which a group of officers or commanders knows its own; none of the ids of people for any other. */
    private static long key(String own) {
        return own.matches("\\d{1,18}|[1-8]\\d{18}") ? Long.parseLong(own) : NOBODY;
    }

    private static String text(long officer) {
        return officer == NOBODY ? Boards.UNKNOWN : Ids.text(officer);
    }

    private static Dossier.Board people(String name, Map<String, Long> counts) {
        return Boards.shortened(Boards.board(name, "complaints", counts, key -> bar(key, key)), MOST);
    }

    private static Set<Long> ids(Collection<Dossier.Board> boards) {
        return boards.stream()
                .flatMap(board -> board.bars().stream())
                .filter(bar -> !bar.value().equals(Boards.UNKNOWN))
                .map(bar -> Ids.parse(bar.value()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Dossier.Board named(Dossier.Board board, Map<Long, String> names) {
        return new Dossier.Board(
                board.name(),
                board.countingUnit(),
                board.bars().stream()
                        .map(bar -> bar.value().equals(Boards.UNKNOWN)
                                ? bar
                                : new Dossier.Bar(
                                        bar.value(),
                                        names.getOrDefault(Ids.parse(bar.value()), bar.value()),
                                        bar.count(),
                                        bar.filter()))
                        .toList(),
                board.left());
    }

    /** The way from it leads to a dossier and not to the search, which may have no such filter. */
    private static Dossier.Bar bar(String value, String label) {
        return new Dossier.Bar(value, value.equals(Boards.UNKNOWN) ? "pattern.unknown" : label, 0, "");
    }
}
