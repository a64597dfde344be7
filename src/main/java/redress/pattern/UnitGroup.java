package redress.pattern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import redress.time.Span;

/** Units with everything below them, each for as long as it belongs to a member: always, or while a command lasted. */
final class UnitGroup implements Group {

    /**
     * A unit that belongs to a member for a time.
     *
     * @param member the key of the member
     * @param unit the key of the unit
     * @param from the first day
     * @param to the last day, included
     */
    record Stint(String member, String unit, LocalDate from, LocalDate to) {

        /** A unit that always belongs to a member. */
        static Stint always(String member, String unit) {
            return new Stint(member, unit, LocalDate.MIN, LocalDate.MAX);
        }

        private boolean always() {
            return from.equals(LocalDate.MIN) && to.equals(LocalDate.MAX);
        }
    }

    private final String own;
    private final Map<String, String> names;
    private final List<Stint> members;
    private final Map<String, List<Stint>> stints = new HashMap<>();
    private final Tree units;

    UnitGroup(String own, Map<String, String> names, List<Stint> stints, Tree units) {
        this.own = own;
        this.names = names;
        this.units = units;
        members = List.copyOf(stints);
        stints.forEach(stint -> this.stints
                .computeIfAbsent(stint.unit(), unit -> new ArrayList<>())
                .add(stint));
    }

    @Override
    public String own() {
        return own;
    }

    @Override
    public Map<String, String> names() {
        return names;
    }

    @Override
    public Object members() {
        return List.of("units", names.keySet(), members);
    }

    @Override
    public Collection<String> counted(Accused accused) {
        Set<String> counted = new LinkedHashSet<>();
        Map<String, List<Stint>> then = new LinkedHashMap<>();
        Span span = accused.complaint().span();
        for (Node node : units.upwards(accused.unit())) {
            for (Stint stint : stints.getOrDefault(node.key(), List.of())) {
                if (stint.always()) {
                    counted.add(stint.member());
                } else if (span != null && span.touches(stint.from(), stint.to())) {
                    then.computeIfAbsent(stint.member(), member -> new ArrayList<>(1))
                            .add(stint);
                }
            }
        }
        // Under whichever of its units and however many rows of the roster it stood, on whichever of the days it was.
        then.forEach((member, times) -> {
            if (Objects.requireNonNull(span).liesInSome(times, Stint::from, Stint::to)) {
                counted.add(member);
            }
        });
        return counted;
    }

    @Override
    public Collection<Served> served(Posting posting) {
        List<Served> served = new ArrayList<>();
        for (Node node : units.upwards(posting.unit())) {
            for (Stint stint : stints.getOrDefault(node.key(), List.of())) {
                LocalDate from = stint.from().isAfter(posting.from()) ? stint.from() : posting.from();
                LocalDate to = stint.to().isBefore(posting.to()) ? stint.to() : posting.to();
                served.add(new Served(stint.member(), from, to));
            }
        }
        return served;
    }
}
