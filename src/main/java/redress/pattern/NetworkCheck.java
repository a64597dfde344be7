package redress.pattern;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import redress.chance.Crews;
import redress.chance.Together;
import redress.time.Ids;

/**
 * Looks who is accused together. For a unit, commander or place the complaints of the scope are looked at; for an
 * officer all complaints of the window, as the ties among the others lie outside those of the officer, and only those
 * who are accused together with the officer are told.
 *
 * <p>Chance deals out accusations among those who are accused in complaints of one unit within three years. Complaints
 * of one incident are one there ({@link Incidents}).
 */
final class NetworkCheck {

    private static final double RATE = 0.1;
    private static final int MOST = 300;
    private static final int SHOWN = 40;
    private static final int PERIOD = 36;
    private static final int LETTERS = 26;

    private final Scoped scoped;
    private final Map<Long, Incidents.Told> complaints = new LinkedHashMap<>();
    private final long ego;

    NetworkCheck(Scoped scoped) {
        this.scoped = scoped;
        String own = scoped.group().own();
        this.ego = scoped.group() instanceof OfficerGroup ? Long.parseLong(own) : 0;
        if (ego != 0) {
            scoped.facts().accused().forEach(this::add);
        } else {
            scoped.complaints()
                    .keySet()
                    .forEach(id -> scoped.facts().accused(id).forEach(this::add));
        }
    }

    private void add(Accused accused) {
        if (accused.officer() != 0) {
            complaints
                    .computeIfAbsent(accused.complaint().id(), key -> new Incidents.Told(accused, new TreeSet<>()))
                    .officers()
                    .add(accused.officer());
        }
    }

    /** Where anybody might have been accused by chance: in a unit, within three years. */
    private String stratum(Accused first) {
        int period = scoped.facts().window().place(first.complaint().day()) / PERIOD;
        return first.unit() + "\n" + period;
    }

    /**
     * The check itself.
     *
     * @param names the names of officers by their ids
     * @param categories the labels of the categories
     */
    Network look(Function<Set<Long>, Map<Long, String>> names, Map<String, String> categories) {
        List<Incidents.Incident> told = Incidents.of(complaints.values());
        List<Together.Incident> incidents = told.stream()
                .map(each -> new Together.Incident(stratum(each.first()), each.officers()))
                .toList();
        Together found = Together.of(incidents, RATE);
        Set<Long> circle = circle(told);
        List<Together.Pair> pairs = found.pairs().stream()
                .filter(pair -> circle.contains(pair.one()) && circle.contains(pair.other()))
                .toList();
        List<Together.Pair> shown = shown(pairs);
        List<Network.Crew> crews = crews(Crews.in(pairs), told, categories);
        Set<Long> people = people(shown);
        return new Network(
                "complaints",
                complaints.values().stream().filter(this::told).count(),
                incidents.size(),
                ends(pairs).size(),
                found.compared(),
                pairs.stream().filter(Together.Pair::more).count(),
                null,
                people(people, names.apply(people), crews, counts(told.stream().map(Incidents.Incident::officers))),
                shown.stream().map(NetworkCheck::tie).toList(),
                crews);
    }

    private boolean told(Incidents.Told complaint) {
        return complaint.officers().size() > 1
                && (ego == 0 || complaint.officers().contains(ego));
    }

    /** All who are accused, or the officer with those who are accused of the same incidents as the officer. */
    private Set<Long> circle(List<Incidents.Incident> told) {
        Set<Long> circle = new HashSet<>();
        told.stream()
                .filter(each -> ego == 0 || each.officers().contains(ego))
                .forEach(each -> circle.addAll(each.officers()));
        return circle;
    }

    /** What is more than chance, all ties of the officer, and others until there are enough to look at. */
    private List<Together.Pair> shown(List<Together.Pair> pairs) {
        Set<Together.Pair> shown = new LinkedHashSet<>();
        pairs.stream().filter(Together.Pair::more).forEach(shown::add);
        pairs.stream()
                .filter(pair -> pair.one() == ego || pair.other() == ego)
                .limit(MOST / 3)
                .forEach(shown::add);
        pairs.stream()
                .filter(pair -> pair.shared() > 1)
                .limit(Math.max(0, SHOWN - shown.size()))
                .forEach(shown::add);
        return shown.stream().limit(MOST).toList();
    }

    private Set<Long> people(List<Together.Pair> shown) {
        Set<Long> people = new LinkedHashSet<>();
        if (ego != 0) {
            people.add(ego);
        }
        people.addAll(ends(shown));
        return people;
    }

    private static Set<Long> ends(Collection<Together.Pair> pairs) {
        Set<Long> ends = new LinkedHashSet<>();
        pairs.forEach(pair -> {
            ends.add(pair.one());
            ends.add(pair.other());
        });
        return ends;
    }

    /** In how many of these each officer is. */
    private static Map<Long, Long> counts(Stream<Set<Long>> accused) {
        Map<Long, Long> counts = new HashMap<>();
        accused.forEach(officers -> officers.forEach(officer -> counts.merge(officer, 1L, Long::sum)));
        return counts;
    }

    private List<Network.Person> people(
            Set<Long> people, Map<Long, String> names, List<Network.Crew> crews, Map<Long, Long> incidents) {
        Map<Long, Long> counts = counts(complaints.values().stream().map(Incidents.Told::officers));
        Map<String, String> crewOf = new HashMap<>();
        crews.forEach(crew -> crew.members().forEach(member -> crewOf.put(member, crew.name())));
        return people.stream()
                .map(officer -> new Network.Person(
                        Ids.text(officer),
                        names.getOrDefault(officer, Ids.text(officer)),
                        counts.getOrDefault(officer, 0L),
                        incidents.getOrDefault(officer, 0L),
                        crewOf.get(Ids.text(officer))))
                .toList();
    }

    private static Network.Tie tie(Together.Pair pair) {
        return new Network.Tie(
                Ids.text(pair.one()), Ids.text(pair.other()), pair.shared(), pair.expected(), pair.q(), pair.more());
    }

    private List<Network.Crew> crews(
            List<Crews.Crew> found, List<Incidents.Incident> told, Map<String, String> categories) {
        Map<Long, Set<String>> alleged = new HashMap<>();
        if (!found.isEmpty()) {
            complaints
                    .keySet()
                    .forEach(complaint -> scoped.facts()
                            .alleged(complaint)
                            .forEach(each -> alleged.computeIfAbsent(complaint, id -> new TreeSet<>())
                                    .add(each.category())));
        }
        List<Network.Crew> crews = new ArrayList<>();
        for (Crews.Crew crew : found) {
            crews.add(crew(letter(crews.size()), crew, told, alleged, categories));
        }
        return crews;
    }

    /** A to Z, then A2 and so on. */
    private static String letter(int place) {
        String letter = Character.toString('A' + place % LETTERS);
        return place < LETTERS ? letter : letter + (place / LETTERS + 1);
    }

    private Network.Crew crew(
            String name,
            Crews.Crew crew,
            List<Incidents.Incident> told,
            Map<Long, Set<String>> alleged,
            Map<String, String> categories) {
        List<Filed> two = with(crew, 2, told);
        Map<String, Long> counts = new HashMap<>();
        two.forEach(complaint -> alleged.getOrDefault(complaint.id(), Set.of())
                .forEach(category -> counts.merge(category, 1L, Long::sum)));
        Map.Entry<String, Long> most = counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElse(Map.entry(Boards.UNKNOWN, 0L));
        return new Network.Crew(
                name,
                crew.people().stream().map(Ids::text).toList(),
                crew.ties().size(),
                crew.possible(),
                crew.shared(),
                crew.expected(),
                two.size(),
                with(crew, 3, told).size(),
                two.stream().filter(Filed::exact).map(Filed::day).distinct().count(),
                month(two.stream().map(Filed::day).min(LocalDate::compareTo).orElseThrow()),
                month(two.stream().map(Filed::day).max(LocalDate::compareTo).orElseThrow()),
                categories.getOrDefault(most.getKey(), most.getKey()),
                most.getValue());
    }

    private static String month(LocalDate day) {
        return YearMonth.from(day).toString();
    }

    /** The complaints that tell of incidents of which so many of them are accused, in one complaint or in several. */
    private static List<Filed> with(Crews.Crew crew, int least, List<Incidents.Incident> told) {
        return told.stream()
                .filter(incident -> incident.of(crew.people(), least))
                .flatMap(incident -> incident.complaints().stream())
                .toList();
    }
}
