package redress.launch.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides whom a complaint names, describes, or cannot tell. */
final class Subjects {

    private final Service service;
    private final Names names;
    private final Dice dice;
    private final Wordbook marks;
    private final Wordbook planted;

    Subjects(Country country, Service service, Names names) {
        this.service = service;
        this.names = names;
        this.dice = country.dice("subjects");
        this.marks = country.words("words.yaml").part("en");
        this.planted = country.words("stories-planted.yaml");
    }

    List<Subject> of(Event event) {
        return switch (event.pattern()) {
            case BRIDGE -> List.of(atTheBridge(event));
            case PATROL -> List.of(new Subject("1", null, null, null, dice.pick(described("patrol"))));
            case COMMANDER -> List.of(commander(event));
            case NONE -> background(event);
        };
    }

    private List<String> described(String pattern) {
        return planted.part(pattern).texts("described");
    }

    /** Every fourth names the man, each time in another spelling; the others know his sleeve. */
    private Subject atTheBridge(Event event) {
        String described = dice.pick(described("bridge"));
        List<Officer> there = service.serving(event.unit(), event.day());
        Optional<Officer> man = there.stream()
                .filter(o -> o.key().equals(Recruits.AT_THE_BRIDGE))
                .findFirst();
        return man.isPresent() && dice.chance(0.25)
                ? new Subject("1", man.get(), names.heard(man.get().family(), dice), null, described)
                : new Subject("1", null, null, null, described);
    }

    private Subject commander(Event event) {
        Optional<Officer> commander = service.commander(event.unit(), event.day());
        if (commander.isEmpty() || dice.chance(0.4)) {
            return new Subject("1", null, null, null, dice.pick(described("commander")));
        }
        Officer officer = commander.get();
        String spelt = dice.chance(0.3)
                ? Names.cyrillic(officer.given() + " " + officer.family())
                : names.heard(officer.given(), dice) + " " + names.heard(officer.family(), dice);
        return new Subject("1", officer, spelt, null, null);
    }

    private List<Subject> background(Event event) {
        List<Officer> there = service.serving(event.unit(), event.day());
        double kind = dice.share();
        if (kind < 0.22) {
            return List.of();
        }
        if (kind < 0.5 || there.isEmpty()) {
            return List.of(new Subject("1", null, null, null, description()));
        }
        return named(there);
    }

    private List<Subject> named(List<Officer> there) {
        int count = dice.chance(0.24) ? dice.between(2, 3) : 1;
        List<Subject> subjects = new ArrayList<>();
        List<Officer> left = new ArrayList<>(there);
        for (int i = 1; i <= count && !left.isEmpty(); i++) {
            // Some are complained about again and again.
            Officer officer = dice.weighted(
                    left, o -> StrictMath.pow(Math.floorMod(o.key().hashCode(), 97) / 97.0, 4));
            left.remove(officer);
            subjects.add(named(String.valueOf(i), officer));
        }
        return subjects;
    }

    private Subject named(String key, Officer officer) {
        String name = dice.chance(0.5)
                ? names.heard(officer.given(), dice) + " " + names.heard(officer.family(), dice)
                : officer.grade() + " " + names.heard(officer.family(), dice);
        String badge = dice.chance(0.35) ? partly(officer.badge()) : null;
        return new Subject(
                key, officer, dice.chance(0.85) ? name : null, badge, dice.chance(0.3) ? description() : null);
    }

    /** A number that was seen for a moment: sometimes only its end. */
    private String partly(String badge) {
        return dice.chance(0.3) ? "…" + badge.substring(Math.max(0, badge.length() - 3)) : badge;
    }

    private String description() {
        return dice.pick(marks.texts("mark"))
                + (dice.chance(0.5) ? ", came in a " + dice.pick(marks.texts("vehicle")) : "");
    }
}
