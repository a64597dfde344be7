package redress.launch.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Commands first, one commander at a time for each unit; then every officer's years between them. */
final class Careers {

    /** The day on which the planted commander moved. */
    static final LocalDate MOVE = LocalDate.of(2024, 7, 1);

    static final LocalDate TOOK_FORMER = LocalDate.of(2022, 2, 1);

    /** Since when the planted officer stands at the bridge. */
    static final LocalDate AT_BRIDGE_SINCE = LocalDate.of(2024, 2, 1);

    private static final LocalDate FIRST_POSTING = LocalDate.of(2008, 1, 1);

    private final List<Unit> units;
    private final List<Officer> officers;
    private final Map<String, List<Posting>> careers = new LinkedHashMap<>();
    private final Dice dice;

    private Careers(Country country, List<Unit> units, List<Officer> officers) {
        this.units = units;
        this.officers = officers;
        this.dice = country.dice("careers");
        officers.forEach(o -> careers.put(o.key(), new ArrayList<>()));
    }

    static Service of(Country country, List<Unit> units, List<Officer> officers) {
        Careers careers = new Careers(country, units, officers);
        careers.plant();
        careers.commands();
        careers.fill();
        return new Service(
                careers.careers.values().stream().flatMap(List::stream).toList());
    }

    private void plant() {
        Officer commander = officer(Recruits.MOVED_COMMANDER);
        post(commander, named(UnitTree.FORMER_STATION), TOOK_FORMER, MOVE.minusDays(1), true);
        post(commander, named(UnitTree.LATER_STATION), MOVE, null, true);
        post(officer(Recruits.AT_THE_BRIDGE), named(UnitTree.BRIDGE), AT_BRIDGE_SINCE, null, false);
    }

    private void commands() {
        Map<String, List<Officer>> seniors = new LinkedHashMap<>();
        officers.stream()
                .filter(Officer::senior)
                .forEach(o -> seniors.computeIfAbsent(o.institution(), i -> new ArrayList<>())
                        .add(o));
        for (Unit unit : units) {
            LocalDate from = unit.opened().isBefore(Country.FIRST_COMMAND) ? Country.FIRST_COMMAND : unit.opened();
            LocalDate end = unit.lastDay(Country.TODAY);
            while (from.isBefore(end)) {
                from = command(unit, from, end, seniors.getOrDefault(unit.institution(), List.of()));
            }
        }
    }

    /** One commander's time; gives the day after it. */
    private LocalDate command(Unit unit, LocalDate from, LocalDate end, List<Officer> seniors) {
        Optional<Posting> planted = planted(unit, from);
        if (planted.filter(p -> p.on(from)).isPresent()) {
            return planted.map(Posting::to).map(to -> to.plusDays(1)).orElse(end);
        }
        LocalDate last = from.plusDays(dice.between(450, 1400));
        LocalDate bound = planted.map(p -> p.from().minusDays(1)).orElse(end);
        LocalDate to = last.isBefore(bound) ? last : bound;
        boolean lasts = to.equals(end) && unit.closed() == null;
        Stream.generate(() -> dice.pick(seniors))
                .limit(80)
                .filter(o -> o.inService(from, to) && free(o, from, to))
                .findFirst()
                .ifPresent(o -> post(o, unit, from, lasts ? null : to, true));
        return to.plusDays(1);
    }

    /** The planted command of a unit that still runs or comes after that day. */
    private Optional<Posting> planted(Unit unit, LocalDate from) {
        return career(officer(Recruits.MOVED_COMMANDER)).stream()
                .filter(p -> p.unit().equals(unit) && (p.on(from) || p.from().isAfter(from)))
                .findFirst();
    }

    private boolean free(Officer officer, LocalDate from, LocalDate to) {
        return career(officer).stream()
                .noneMatch(p -> !p.from().isAfter(to) && (p.to() == null || !p.to().isBefore(from)));
    }

    private void fill() {
        Map<String, List<Unit>> unitsOf = new LinkedHashMap<>();
        units.forEach(u ->
                unitsOf.computeIfAbsent(u.institution(), i -> new ArrayList<>()).add(u));
        for (Officer officer : officers) {
            List<Unit> possible = unitsOf.getOrDefault(officer.institution(), List.of());
            List<Posting> commands = new ArrayList<>(career(officer));
            commands.sort(Comparator.comparing(Posting::from));
            LocalDate from = officer.appointed().isBefore(FIRST_POSTING) ? FIRST_POSTING : officer.appointed();
            for (Posting command : commands) {
                serve(officer, possible, from, command.from().minusDays(1));
                LocalDate to = command.to();
                from = to == null ? Country.TODAY.plusDays(1) : to.plusDays(1);
            }
            serve(officer, possible, from, officer.left());
        }
    }

    /** Postings from a day to the last one; null is for as long as the service lasts. */
    private void serve(Officer officer, List<Unit> possible, LocalDate first, @Nullable LocalDate last) {
        LocalDate end = last == null ? Country.TODAY : last;
        LocalDate from = first;
        while (!from.isAfter(end)) {
            LocalDate day = from;
            List<Unit> open = possible.stream().filter(u -> u.openOn(day)).toList();
            Unit unit = dice.weighted(open, u -> u.size() * (u.region().equals(officer.home()) ? 8 : 1));
            LocalDate planned = from.plusDays(dice.between(300, 1900));
            // Nobody is moved for the last weeks.
            LocalDate to = unit.lastDay(planned.isAfter(end.minusDays(60)) ? end : planned);
            boolean lasts = last == null && to.equals(end) && unit.closed() == null;
            post(officer, unit, from, lasts ? null : to, false);
            from = to.plusDays(1);
        }
    }

    private void post(Officer officer, Unit unit, LocalDate from, @Nullable LocalDate to, boolean commands) {
        career(officer).add(new Posting(officer, unit, from, to, commands));
    }

    private List<Posting> career(Officer officer) {
        return careers.getOrDefault(officer.key(), List.of());
    }

    private Officer officer(String key) {
        return officers.stream().filter(o -> o.key().equals(key)).findFirst().orElseThrow();
    }

    private Unit named(String name) {
        return units.stream().filter(u -> u.name().equals(name)).findFirst().orElseThrow();
    }
}
