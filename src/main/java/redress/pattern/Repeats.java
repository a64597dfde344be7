package redress.pattern;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Complaints of a scope that tell what another one of it tells: copies of one text, and those of one day, unit or place
 * and officer. What chance explains is reckoned as if each complaint came by itself; forty copies of a letter, or
 * thirty people who tell of one night, do not, and a verdict that rests on them has to say so.
 *
 * @param first the complaints of the scope with each such group counted once, by their ids
 * @param others how many are left out by that
 */
record Repeats(Set<Long> first, long others) {

    /**
     * Those of a scope.
     *
     * @param copies the copies among its texts; null where there is no index, and texts cannot be compared
     */
    static Repeats of(Scoped scoped, @Nullable CopyCheck copies) {
        Set<Long> texts = copies == null ? scoped.complaints().keySet() : copies.once();
        List<Incidents.Told> told = new ArrayList<>();
        for (Map.Entry<Long, Accused> complaint : scoped.complaints().entrySet()) {
            if (texts.contains(complaint.getKey())) {
                told.add(new Incidents.Told(complaint.getValue(), officers(scoped, complaint.getKey())));
            }
        }
        Set<Long> first = new LinkedHashSet<>();
        Incidents.of(told)
                .forEach(incident -> first.add(incident.complaints().getFirst().id()));
        return new Repeats(first, scoped.complaints().size() - first.size());
    }

    private static Set<Long> officers(Scoped scoped, long complaint) {
        Set<Long> officers = new TreeSet<>();
        scoped.facts().accused(complaint).stream()
                .map(Accused::officer)
                .filter(officer -> officer != 0)
                .forEach(officers::add);
        return officers;
    }

    /** Whether a complaint is the first to tell it. */
    boolean first(Filed complaint) {
        return first.contains(complaint.id());
    }
}
