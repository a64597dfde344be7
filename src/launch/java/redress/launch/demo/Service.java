package redress.launch.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who served where, and when: the truth behind "the unit at the incident date". */
final class Service {

    private final List<Posting> postings;
    private final Map<String, List<Posting>> byUnit = new LinkedHashMap<>();
    private final Map<String, List<Posting>> byOfficer = new LinkedHashMap<>();

    Service(List<Posting> postings) {
        this.postings = postings.stream()
                .sorted(Comparator.comparing((Posting p) -> p.officer().key()).thenComparing(Posting::from))
                .toList();
        for (Posting posting : this.postings) {
            byUnit.computeIfAbsent(posting.unit().code(), u -> new ArrayList<>())
                    .add(posting);
            byOfficer
                    .computeIfAbsent(posting.officer().key(), o -> new ArrayList<>())
                    .add(posting);
        }
    }

    List<Posting> postings() {
        return postings;
    }

    List<Posting> of(Officer officer) {
        return byOfficer.getOrDefault(officer.key(), List.of());
    }

    /** Where the officer served on that day. */
    Optional<Unit> unitOf(Officer officer, LocalDate day) {
        return of(officer).stream().filter(p -> p.on(day)).map(Posting::unit).findFirst();
    }

    /** The officers of a unit on that day. */
    List<Officer> serving(Unit unit, LocalDate day) {
        return byUnit.getOrDefault(unit.code(), List.of()).stream()
                .filter(p -> p.on(day))
                .map(Posting::officer)
                .toList();
    }

    Optional<Officer> commander(Unit unit, LocalDate day) {
        return byUnit.getOrDefault(unit.code(), List.of()).stream()
                .filter(p -> p.commands() && p.on(day))
                .map(Posting::officer)
                .findFirst();
    }
}
