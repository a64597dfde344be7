package redress.web.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redress.web.kit.Drawing.Dot;
import redress.web.kit.Drawing.Form;
import redress.web.kit.Drawing.Stroke;
import redress.web.kit.Listing.Entry;

/**
 * People around one of them, or in one round, tied by incidents in which both were accused. Each has a number that the
 * tables give a name; names are written too where there is room. Being tied to somebody is not a finding.
 *
 * @param title the sentence that the figure says
 * @param note what is counted, from where, up to when; or null
 * @param middle whether the first of the people is looked at and stands in the middle
 * @param people the people
 * @param ties who is tied to whom, each pair once
 * @param words the reader's language
 */
public record NetworkPlot(
        String title, @Nullable String note, boolean middle, List<Person> people, List<Tie> ties, Wording words)
        implements Figure {

    /** So many people are drawn; the tables hold all. */
    static final int DRAWN = 60;

    /** What is more than chance, and then what shares most. */
    private static final Comparator<Tie> MOST_FIRST =
            Comparator.comparing(Tie::more).thenComparingLong(Tie::shared).reversed();

    /**
     * One person.
     *
     * @param id what the ties call the person
     * @param label the name or description, as given
     * @param incidents in how many incidents the person is accused, not below zero
     * @param crew the group in which the person was found, or null
     * @param href where the name leads, or null
     */
    public record Person(
            String id,
            String label,
            long incidents,
            @Nullable String crew,
            @Nullable String href) {}

    /**
     * Two people.
     *
     * @param one one of them
     * @param other the other
     * @param shared in how many incidents both are accused, above zero
     * @param expected in how many they would be by chance, or null where nobody reckoned it
     * @param more whether it is more than expected by chance, with all pairs looked at; never where nobody reckoned it
     */
    public record Tie(
            String one, String other, long shared, @Nullable Double expected, boolean more) {

        /** A tie of which nobody reckoned what chance would do. */
        public Tie(String one, String other, long shared) {
            this(one, other, shared, null, false);
        }

        /** Checks that there is something shared, by two, and that nothing is more than a number nobody knows. */
        public Tie {
            if (shared < 1 || one.equals(other)) {
                throw new IllegalArgumentException("A tie joins two people by at least one incident");
            }
            if (more && expected == null) {
                throw new IllegalArgumentException("Nobody reckoned what this tie is more than");
            }
        }
    }

    /** Keeps its own lists and checks that everybody is known once. */
    public NetworkPlot {
        people = List.copyOf(people);
        ties = List.copyOf(ties);
        Set<String> known = new HashSet<>();
        if (!people.stream().allMatch(person -> known.add(person.id()))) {
            throw new IllegalArgumentException("A person stands in a network once");
        }
        if (!ties.stream().allMatch(tie -> known.contains(tie.one()) && known.contains(tie.other()))) {
            throw new IllegalArgumentException("A tie joins people of the network");
        }
    }

    /** A network around the first of the people. */
    public NetworkPlot(String title, @Nullable String note, List<Person> people, List<Tie> ties, Wording words) {
        this(title, note, true, people, ties, words);
    }

    /** The one who is looked at and stands in the middle; null if nobody is. */
    @Nullable
    String ego() {
        return middle && !people.isEmpty() ? people.getFirst().id() : null;
    }

    @Override
    public String reading() {
        return words.t(reckoned() ? "figure.network.readingReckoned" : "figure.network.reading");
    }

    @Override
    public String description() {
        if (people.isEmpty()) {
            return "";
        }
        String drawn = !middle
                ? words.t("figure.network.round", people.size(), ties.size())
                : words.t("figure.network.description", people.getFirst().label(), people.size() - 1, ties.size());
        long more = ties.stream().filter(Tie::more).count();
        return reckoned() ? drawn + ", " + words.t("figure.network.moreOf", more) : drawn;
    }

    /** Whether it was reckoned what chance would do. */
    private boolean reckoned() {
        return ties.stream().anyMatch(tie -> tie.expected() != null);
    }

    /** How a tie is drawn: its breadth and, where that was reckoned, whether it is more than chance. */
    String classes(Tie tie) {
        String more = !reckoned() ? "" : tie.more() ? " more" : " usual";
        return "tie w" + width(tie.shared()) + more;
    }

    @Override
    public List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        if (middle) {
            keys.add(Key.of(words.t("figure.network.ego"), new Dot(11, 7, 6.5, "node ego", "")));
        }
        keys.add(Key.of(words.t("figure.network.person"), new Dot(11, 7, 6, "node", "")));
        Set<Integer> widths = ties.stream().map(tie -> width(tie.shared())).collect(Collectors.toSet());
        for (int i = 1; i <= 4; i++) {
            if (widths.contains(i)) {
                keys.add(Key.of(words.t("figure.network.shared." + i), new Stroke("M4 7H18", "tie w" + i)));
            }
        }
        if (ties.stream().anyMatch(Tie::more)) {
            keys.add(Key.of(words.t("figure.network.more"), new Stroke("M1 7H21", "tie w2 more")));
        }
        if (reckoned() && !ties.stream().allMatch(Tie::more)) {
            keys.add(Key.of(words.t("figure.network.usual"), new Stroke("M1 7H21", "tie w2 usual")));
        }
        if (people.stream().anyMatch(person -> person.crew() != null)) {
            keys.add(Key.of(
                    words.t("figure.network.crew"),
                    new Form(new Pen().box(1, 1, 20, 12).path(), "crew-sign", "")));
        }
        return keys;
    }

    @Override
    public Drawing drawing(Breadth breadth) {
        return new NetworkDrawing(this, new NetworkLayout(this, breadth), breadth).draw();
    }

    /** People in the order of their numbers; then ties, those that are more than chance first, by what they share. */
    @Override
    public List<Listing> tables() {
        Numbers numbers = new Numbers(words.locale());
        Map<String, Integer> order = order();
        List<List<Entry>> all = order.keySet().stream()
                .map(this::person)
                .map(person -> List.of(
                        Entry.of(order.get(person.id()) + ". " + person.label(), person.href()),
                        Entry.of(Objects.requireNonNullElse(person.crew(), "")),
                        Entry.number(numbers.count(person.incidents()))))
                .toList();
        String rest = middle ? "figure.network.undrawn" : "figure.network.undrawnRound";
        String undrawn = people.size() > DRAWN ? words.t(rest, DRAWN, people.size() - DRAWN) : null;
        String person = words.t("figure.network.person");
        return List.of(
                new Listing(
                        words.t("figure.network.people"),
                        Listing.head(
                                2, person, words.t("figure.network.crewName"), words.t("figure.network.incidents")),
                        all,
                        undrawn),
                tied(order, numbers));
    }

    /** The ties; what chance would do, and whether a tie is more, have columns if anybody reckoned it. */
    private Listing tied(Map<String, Integer> order, Numbers numbers) {
        boolean reckoned = reckoned();
        List<Entry> head = new ArrayList<>(Listing.head(
                2,
                words.t("figure.network.person"),
                words.t("figure.network.other"),
                words.t("figure.network.shared")));
        if (reckoned) {
            head.add(Entry.number(words.t("figure.network.expected")));
            head.add(Entry.of(words.t("figure.network.moreThan")));
        }
        List<List<Entry>> rows = new ArrayList<>();
        ties.stream().sorted(MOST_FIRST).forEach(tie -> {
            List<Entry> row = new ArrayList<>(List.of(
                    named(order, tie.one()), named(order, tie.other()), Entry.number(numbers.count(tie.shared()))));
            if (reckoned) {
                Double expected = tie.expected();
                row.add(Entry.number(expected == null ? "–" : numbers.measure(expected)));
                row.add(Entry.of(words.t(tie.more() ? "figure.network.moreThan.yes" : "figure.network.moreThan.no")));
            }
            rows.add(row);
        });
        return new Listing(words.t("figure.network.ties"), head, rows, null);
    }

    @Override
    public @Nullable String nothing() {
        return people.isEmpty() ? words.t("figure.nothing") : ties.isEmpty() ? words.t("figure.network.alone") : null;
    }

    /** Everybody's number: the one in the middle if there is one, then by distance and by what is shared. */
    Map<String, Integer> order() {
        Map<String, Integer> distance = distances();
        Map<String, Long> shared = people.stream().collect(Collectors.toMap(Person::id, person -> 0L));
        ties.forEach(tie -> {
            shared.merge(tie.one(), tie.shared(), Long::sum);
            shared.merge(tie.other(), tie.shared(), Long::sum);
        });
        Map<String, Integer> order = new LinkedHashMap<>();
        people.stream()
                .map(Person::id)
                .sorted(Comparator.comparingInt((String id) -> distance.getOrDefault(id, 0))
                        .thenComparing(Comparator.comparingLong((String id) -> shared.getOrDefault(id, 0L))
                                .reversed()))
                .forEach(id -> order.put(id, order.size() + 1));
        return order;
    }

    /** How many ties lie between each person and the one in the middle; whoever has no way to them stands outermost. */
    Map<String, Integer> distances() {
        Map<String, Integer> distance = new LinkedHashMap<>();
        if (people.isEmpty()) {
            return distance;
        }
        if (!middle) {
            people.forEach(person -> distance.put(person.id(), 1));
            return distance;
        }
        List<String> shell = List.of(people.getFirst().id());
        for (int far = 0; !shell.isEmpty(); far++) {
            List<String> next = new ArrayList<>();
            for (String id : shell) {
                distance.putIfAbsent(id, far);
                ties.stream().flatMap(tie -> across(tie, id)).forEach(next::add);
            }
            next.removeIf(distance::containsKey);
            shell = next.stream().distinct().toList();
        }
        int outermost =
                distance.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        people.forEach(person -> distance.putIfAbsent(person.id(), outermost));
        return distance;
    }

    /** The class of a tie's width: one, two, three or four, five and more. */
    static int width(long shared) {
        return shared < 3 ? (int) shared : shared < 5 ? 3 : 4;
    }

    Person person(String id) {
        return people.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private Entry named(Map<String, Integer> order, String id) {
        return Entry.of(order.get(id) + ". " + person(id).label());
    }

    /** Whom a tie leads to from somebody, if it is theirs. */
    private static Stream<String> across(Tie tie, String id) {
        return tie.one().equals(id)
                ? Stream.of(tie.other())
                : tie.other().equals(id) ? Stream.of(tie.one()) : Stream.empty();
    }
}
