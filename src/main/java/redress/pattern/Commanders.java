package redress.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redress.time.Span;

/**
 * Who commanded which unit when, for one window. The commander of a complaint is the one of its unit on the day of the
 * incident; where the unit had none then, the one of the nearest unit above it that had. The search goes by the same
 * rule, and where the accused served elsewhere counts the commander of the incident's unit too.
 */
final class Commanders {

    private final Tree units;
    private final List<Posting> all;
    private final Map<String, List<Posting>> commands = new HashMap<>();

    /**
     * The commanders.
     *
     * @param units all units
     * @param commands who commanded what, each from its beginning to its end
     */
    Commanders(Tree units, List<Posting> commands) {
        this.units = units;
        all = List.copyOf(commands);
        commands.forEach(command -> this.commands
                .computeIfAbsent(command.unit(), unit -> new ArrayList<>(1))
                .add(command));
    }

    /** All commands, each from its beginning to its end. */
    List<Posting> all() {
        return all;
    }

    /** The ids of those who commanded this unit on whichever of the days it was; mostly one, empty where none did. */
    Set<Long> of(@Nullable String unit, @Nullable Span then) {
        if (then == null) {
            return Set.of();
        }
        for (Node above : units.upwards(unit)) {
            List<Posting> found = new ArrayList<>(1);
            for (Posting command : commands.getOrDefault(above.key(), List.of())) {
                if (then.touches(command.from(), command.to())) {
                    found.add(command);
                }
            }
            if (!found.isEmpty()) {
                return throughout(found, then);
            }
        }
        return Set.of();
    }

    private static Set<Long> throughout(List<Posting> found, Span then) {
        Posting only = found.getFirst();
        if (found.size() == 1) {
            return then.liesIn(only.from(), only.to()) ? Set.of(only.officer()) : Set.of();
        }
        Set<Long> officers = new TreeSet<>();
        found.stream().collect(Collectors.groupingBy(Posting::officer)).forEach((officer, times) -> {
            if (then.liesInSome(times, Posting::from, Posting::to)) {
                officers.add(officer);
            }
        });
        return officers;
    }
}
