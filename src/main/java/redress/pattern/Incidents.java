package redress.pattern;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which complaints tell of one incident: those of one known day with the same unit or place and an officer whom both
 * accuse, and whatever hangs together by this. One night that four people tell of is one meeting of those who were
 * there, not four.
 */
final class Incidents {

    /**
     * A complaint and the known officers whom it accuses.
     *
     * @param first the first of these accusations
     * @param officers the ids of the officers
     */
    record Told(Accused first, Set<Long> officers) {}

    /**
     * An incident and the known officers who are accused of it, in whichever of its complaints.
     *
     * @param first the first accusation of its first complaint
     * @param officers the ids of the officers
     * @param complaints the complaints that tell of it
     */
    record Incident(Accused first, Set<Long> officers, List<Filed> complaints) {

        /** Whether so many of these people are accused of it. */
        boolean of(Collection<Long> people, int least) {
            return officers.stream().filter(people::contains).count() >= least;
        }
    }

    private record Meeting(LocalDate day, long officer, String where) {}

    private final Map<Told, Told> nearer = new HashMap<>();
    private final Map<Meeting, Told> met = new HashMap<>();

    private Incidents() {}

    /** The incidents, in the order in which the first complaint of each comes. */
    static List<Incident> of(Collection<Told> complaints) {
        Incidents incidents = new Incidents();
        complaints.forEach(incidents::add);
        Map<Told, Incident> found = new LinkedHashMap<>();
        for (Told complaint : complaints) {
            Incident incident = found.computeIfAbsent(
                    incidents.first(complaint), key -> new Incident(key.first(), new TreeSet<>(), new ArrayList<>()));
            incident.officers().addAll(complaint.officers());
            incident.complaints().add(complaint.first().complaint());
        }
        return new ArrayList<>(found.values());
    }

    private void add(Told complaint) {
        Accused first = complaint.first();
        if (first.complaint().exact()) {
            for (long officer : complaint.officers()) {
                meet(complaint, officer, "unit", first.unit());
                meet(complaint, officer, "place", first.complaint().place());
            }
        }
    }

    private void meet(Told complaint, long officer, String kind, @Nullable String where) {
        if (where != null) {
            Meeting meeting = new Meeting(complaint.first().complaint().day(), officer, kind + where);
            Told known = met.putIfAbsent(meeting, complaint);
            if (known != null) {
                join(first(known), first(complaint));
            }
        }
    }

    private void join(Told one, Told other) {
        if (!one.equals(other)) {
            nearer.put(other, one);
        }
    }

    private Told first(Told complaint) {
        Told at = complaint;
        for (Told next = nearer.get(at); next != null; next = nearer.get(at)) {
            at = next;
        }
        return at;
    }
}
