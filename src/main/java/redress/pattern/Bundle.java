package redress.pattern;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;

/**
 * What has been read for dossiers and is good until a complaint changes: each part is read when it is first wanted.
 * What holds complaints is kept by what may be seen and given to nobody who may see anything else. Safe for use by
 * several threads.
 */
final class Bundle {

    /** So many rows of complaints, accused, allegations and postings are kept, of about a hundred bytes each. */
    static final int MOST_ROWS = 700_000;

    private final Files files;
    private final Roster roster;
    private final Once<Tree> units;
    private final Once<Tree> places;
    private final Once<AreaCount> areas;
    private final Map<String, List<Officer>> officers = new ConcurrentHashMap<>();
    private final Map<Days, Optional<YearMonth>> lastMonths = new ConcurrentHashMap<>();
    private final Map<Days, Known> known = new ConcurrentHashMap<>();
    private final Map<Seen, Facts> facts = new HashMap<>();
    private final Samples samples = new Samples();
    private final int mostRows;

    /**
     * Nothing read yet.
     *
     * @param files reads complaints
     * @param roster reads units, places and officers
     * @param mostRows how many rows may be kept
     */
    Bundle(Files files, Roster roster, int mostRows) {
        this.files = files;
        this.roster = roster;
        this.mostRows = mostRows;
        units = new Once<>(roster::units);
        places = new Once<>(roster::places);
        areas = new Once<>(() -> new AreaCount(places(), roster.spots()));
    }

    /** Which complaints somebody may see, whoever it is: who may see the same is the same here. */
    private record Eyes(String assignee, Set<String> compartments, Set<Long> recused) {

        static Eyes of(Sight sight) {
            return new Eyes(sight.assignedOnly() ? "=" + sight.actorId() : "", sight.compartments(), sight.recused());
        }
    }

    private record Seen(Window window, Eyes eyes) {}

    private record Days(@Nullable String institution, LocalDate today, Eyes eyes) {}

    /** All institutions and units. */
    Tree units() {
        return units.get();
    }

    /** All places. */
    Tree places() {
        return places.get();
    }

    /** Counts complaints by areas. */
    AreaCount areas() {
        return areas.get();
    }

    /** All officers of an institution. */
    List<Officer> officersOf(String institution) {
        return officers.computeIfAbsent(institution, roster::officersOf);
    }

    /** As {@link Files#lastMonth}. */
    Optional<YearMonth> lastMonth(@Nullable String institution, LocalDate today, Sight sight) {
        return lastMonths.computeIfAbsent(
                new Days(institution, today, Eyes.of(sight)), days -> files.lastMonth(institution, today, sight));
    }

    /** As {@link Files#known}. */
    Known known(LocalDate today, Sight sight) {
        return known.computeIfAbsent(new Days(null, today, Eyes.of(sight)), days -> files.known(today, sight));
    }

    /** What may be seen of a window; up to which day anything is known of it is that of when it was read. */
    Facts facts(Window window, LocalDate today, Sight sight) {
        Seen seen = new Seen(window, Eyes.of(sight));
        synchronized (facts) {
            Facts known = facts.get(seen);
            if (known != null) {
                return known;
            }
        }
        Facts read = new Facts(
                window,
                units(),
                files.accused(window, sight),
                files.alleged(window, sight),
                roster.postings(window),
                known(today, sight));
        keep(seen, read);
        return read;
    }

    /**
     * What the complaints say that show what is usual in a window, as far as it may be seen; of those that were kept
     * without their narratives.
     *
     * @param ids these complaints, as the facts of the window give them
     * @param reader reads them where they are not kept
     */
    Map<Long, Statement> usual(
            Window window, Sight sight, List<Long> ids, Function<Collection<Long>, Map<Long, Statement>> reader) {
        return samples.of(new Seen(window, Eyes.of(sight)), ids, reader);
    }

    /** When there is no room what was kept before is let go. */
    private void keep(Seen seen, Facts read) {
        synchronized (facts) {
            long rows = facts.values().stream().mapToLong(Facts::rows).sum();
            if (rows + read.rows() > mostRows) {
                facts.clear();
            }
            if (read.rows() <= mostRows) {
                facts.put(seen, read);
            }
        }
    }
}
