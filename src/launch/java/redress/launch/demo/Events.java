package redress.launch.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Three thousand incidents: a background without meaning, and three patterns with one. */
final class Events {

    static final int TOTAL = 3000;
    static final int AT_THE_BRIDGE = 38;
    static final int OF_THE_PATROL = 27;
    static final int OF_THE_COMMANDER_BEFORE = 30;
    static final int OF_THE_COMMANDER_AFTER = 28;
    static final LocalDate BRIDGE_SINCE = LocalDate.of(2024, 3, 1);
    static final LocalDate PATROL_SINCE = LocalDate.of(2025, 1, 10);

    private static final Map<String, Map<String, Integer>> MIX = Map.of(
            "police",
            mix("extortion 15 assault 13 unlawful_arrest 14 neglect 12 insult 9 theft 9 threats 7 assault_injury 6"
                    + " search 6 conditions 3 discrimination 3 property_damage 2 retaliation 2 sexual_violence 2"
                    + " corruption 2 torture 1 shooting 1 death_custody 1 death_force 1 other 3"),
            "prisons",
            mix("conditions 28 assault 14 neglect 13 extortion 11 insult 9 theft 7 assault_injury 7 threats 4"
                    + " torture 2 death_custody 3 sexual_violence 2 retaliation 2"),
            "army",
            mix("assault 20 extortion 17 threats 12 theft 10 assault_injury 8 property_damage 9 shooting 4"
                    + " unlawful_arrest 7 death_force 1 disappearance 1 insult 5 discrimination 3 sexual_violence 2"
                    + " other 3"));

    private final Dice dice;
    private final List<Unit> units;
    private final List<Event> events = new ArrayList<>();

    private Events(Country country, List<Unit> units) {
        this.dice = country.dice("events");
        this.units = units;
    }

    static List<Event> of(Country country, List<Unit> units) {
        Events events = new Events(country, units);
        events.plant();
        while (events.events.size() < TOTAL) {
            events.background();
        }
        events.events.sort(Comparator.comparing(Event::received)
                .thenComparing(Event::day)
                .thenComparing(e -> e.unit().code())
                .thenComparing(Event::hour));
        return events.events;
    }

    private static Map<String, Integer> mix(String words) {
        Map<String, Integer> mix = new LinkedHashMap<>();
        String[] word = words.split(" ");
        for (int i = 0; i < word.length; i += 2) {
            mix.put(word[i], Integer.valueOf(word[i + 1]));
        }
        return mix;
    }

    private void plant() {
        for (int i = 0; i < AT_THE_BRIDGE; i++) {
            add(UnitTree.BRIDGE, day(BRIDGE_SINCE), dice.between(21, 22), List.of("extortion"), Event.Pattern.BRIDGE);
        }
        for (int i = 0; i < OF_THE_PATROL; i++) {
            List<String> alleged = i % 3 == 0 ? List.of("theft", "assault_injury") : List.of("theft", "assault");
            add(UnitTree.PATROL, day(PATROL_SINCE), dice.between(0, 3), alleged, Event.Pattern.PATROL);
        }
        for (int i = 0; i < OF_THE_COMMANDER_BEFORE; i++) {
            LocalDate day = friday(Careers.TOOK_FORMER.plusDays(30), Careers.MOVE.minusDays(3));
            bookMoney(UnitTree.FORMER_STATION, day);
        }
        for (int i = 0; i < OF_THE_COMMANDER_AFTER; i++) {
            bookMoney(UnitTree.LATER_STATION, friday(Careers.MOVE.plusDays(30), Country.TODAY.minusDays(20)));
        }
    }

    private void bookMoney(String unit, LocalDate friday) {
        add(unit, friday, dice.between(15, 20), List.of("unlawful_arrest", "extortion"), Event.Pattern.COMMANDER);
    }

    private LocalDate day(LocalDate since) {
        return dice.day(since, Country.TODAY.minusDays(8));
    }

    private LocalDate friday(LocalDate from, LocalDate to) {
        LocalDate day = dice.day(from, to.minusDays(7));
        while (day.getDayOfWeek() != DayOfWeek.FRIDAY) {
            day = day.plusDays(1);
        }
        return day;
    }

    private void add(String unit, LocalDate day, int hour, List<String> categories, Event.Pattern pattern) {
        Unit found =
                units.stream().filter(u -> u.name().equals(unit)).findFirst().orElseThrow();
        events.add(new Event(day, hour, found, categories, pattern, received(day)));
    }

    private void background() {
        LocalDate day = dice.day(Country.BEGIN, Country.TODAY.minusDays(1));
        // The commission became known: three times as many complaints in the last year as in the first.
        double known = (day.toEpochDay() - Country.BEGIN.toEpochDay()) / 1845.0;
        if (!dice.chance(0.35 + 0.65 * known)) {
            return;
        }
        List<Unit> open = units.stream().filter(u -> u.openOn(day)).toList();
        Unit unit = dice.weighted(open, Unit::burden);
        events.add(new Event(day, hour(unit), unit, categories(unit), Event.Pattern.NONE, received(day)));
    }

    private int hour(Unit unit) {
        if (unit.name().endsWith("Night Patrol")) {
            return (20 + dice.between(0, 8)) % 24;
        }
        // Two humps: the market hours and the evening.
        return dice.chance(0.45) ? dice.between(7, 15) : dice.chance(0.8) ? dice.between(16, 23) : dice.between(0, 6);
    }

    private List<String> categories(Unit unit) {
        Map<String, Integer> mix = MIX.getOrDefault(unit.institution(), Map.of());
        List<String> possible = List.copyOf(new java.util.TreeSet<>(mix.keySet()));
        List<String> categories = new ArrayList<>();
        int wanted = dice.chance(0.34) ? dice.chance(0.2) ? 3 : 2 : 1;
        for (int attempt = 0; attempt < 20 && categories.size() < wanted; attempt++) {
            String category = dice.weighted(possible, c -> mix.getOrDefault(c, 0));
            if (!categories.contains(category) && fits(category, categories)) {
                categories.add(category);
            }
        }
        return List.copyOf(categories);
    }

    /** A death is told alone, and one complaint does not allege two grades of the same. */
    private static boolean fits(String category, List<String> categories) {
        boolean grave = category.startsWith("death") || category.equals("disappearance") || category.equals("other");
        return categories.isEmpty()
                || !grave
                        && categories.stream().noneMatch(c -> c.startsWith("death") || c.equals("disappearance"))
                        && categories.stream()
                                .noneMatch(c -> c.startsWith("assault") && category.startsWith("assault"));
    }

    private LocalDate received(LocalDate day) {
        LocalDate arrives = day.plusDays(dice.chance(0.06) ? 90 + dice.waiting(150) : dice.waiting(12));
        return arrives.isAfter(Country.TODAY) ? dice.day(day, Country.TODAY) : arrives;
    }
}
