package redress.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a scope. The parts follow each other in the order in which they are to be read; every one names what
 * it counts.
 *
 * @param head what it is about
 * @param service for an officer where they served, for a commander what they commanded, the latest first; empty for
 *     anything else
 * @param boards counts by one thing each
 * @param outliers the outlier check; null for a place, a cluster or a search, where nobody serves
 * @param change the change check
 * @param process how long complaints took and how they ended
 * @param network who is accused together
 * @param areas where the complaints happened
 * @param told what the words of the complaints tell
 */
public record Dossier(
        Head head,
        List<TimeServed> service,
        List<Board> boards,
        @Nullable Outliers outliers,
        Change change,
        Process process,
        Network network,
        Areas areas,
        Told told) {

    /**
     * What somebody is told who sees only complaints that were assigned: counts, as a verdict would be on who assigned
     * them. Words are held against those of the other complaints that were assigned.
     */
    Dossier assignedOnly() {
        Lack why = Lack.ASSIGNED;
        return new Dossier(
                head,
                service,
                boards,
                outliers == null ? null : outliers.countsOnly(why),
                change.countsOnly(why),
                process.countsOnly(why),
                network.countsOnly(why),
                areas,
                told);
    }

    /** Whether this is told to somebody who sees only what was assigned. */
    boolean ofAssigned() {
        return Lack.ASSIGNED.equals(change.lack());
    }

    /**
     * What the dossier is about.
     *
     * @param kind unit, officer, commander, place, cluster or search
     * @param key the key by which it was asked for
     * @param name its name
     * @param from the first month of the window, such as 2024-01
     * @param to its last month, included
     * @param complaints complaints of the scope
     * @param elsewhere for a search how many more it finds, in other months or without a date of the incident; 0 for
     *     anything else
     * @param undated complaints of the scope without any date of the incident, which are in no month and not counted; 0
     *     for a commander, who commanded on certain days, and for a search, which tells them with what is elsewhere
     * @param allegations allegations of these against the people of the scope, or against nobody known
     * @param peers how many others it is compared with
     * @param peerKind the kinds of unit within which peers were sought; for places their level
     */
    public record Head(
            String kind,
            String key,
            String name,
            String from,
            String to,
            long complaints,
            long elsewhere,
            long undated,
            long allegations,
            int peers,
            String peerKind) {}

    /**
     * Counts by one thing.
     *
     * @param name what they are by
     * @param countingUnit complaints or allegations
     * @param bars the values
     * @param left how many more values there are, each with fewer
     */
    public record Board(String name, String countingUnit, List<Bar> bars, int left) {}

    /**
     * One count.
     *
     * @param value the code of the value; a dash where nobody knows
     * @param label its name or the key of a text
     * @param count how many
     * @param filter the parameter of the search page that narrows to it, empty where there is none
     */
    public record Bar(String value, String label, long count, String filter) {}
}
