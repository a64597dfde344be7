package redress.pattern;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redress.access.Sight;

/**
 * What has been read for dossiers and is good until a complaint changes: each part is read when it is first wanted.
 * What holds complaints is kept by what may be seen and given to nobody who may see anything else. Safe for use by
 * several threads.
 */
final class Bundle {

    /** What a row of complaints, accused, allegations and postings takes, with what is reckoned of it. */
    private static final int BYTES_A_ROW = 100;

    /** Rows may take this share of the heap. */
    private static final int SHARE_OF_MEMORY = 3;

    /** Commanders of more windows are read again. */
    private static final int MOST_WINDOWS = 32;

    private final Files files;
    private final WindowRows rows;
    private final Roster roster;
    private final Once<Tree> units;
    private final Once<Tree> places;
    private final Once<AreaCount> areas;
    private final Map<String, List<Officer>> officers;
    private final Map<Window, Commanders> commanders;
    private final Map<Days, Optional<YearMonth>> lastMonths = new ConcurrentHashMap<>();
    private final Map<Days, Known> known = new ConcurrentHashMap<>();
    private final Map<Seen, Facts> facts = new HashMap<>();
    private final Map<Days, Outdated<Optional<YearMonth>>> formerMonths;
    private final Map<Days, Outdated<Known>> formerKnown;
    private final Map<Seen, Outdated<Facts>> former;
    private final Samples samples;
    private final Room room;
    private @Nullable Bundle next;
    private Set<Long> changedNext = Set.of();

    /**
     * Nothing read yet.
     *
     * @param files knows complaints as a whole
     * @param rows reads those of a window
     * @param roster reads units, places and officers
     * @param room how much may be kept, and whose turn it is to read
     */
    Bundle(Files files, WindowRows rows, Roster roster, Room room) {
        this.files = files;
        this.rows = rows;
        this.roster = roster;
        this.room = room;
        officers = new ConcurrentHashMap<>();
        commanders = new ConcurrentHashMap<>();
        samples = new Samples();
        formerMonths = Map.of();
        formerKnown = Map.of();
        former = new HashMap<>();
        units = new Once<>(roster::units);
        places = new Once<>(roster::places);
        areas = new Once<>(() -> new AreaCount(places(), roster.spots()));
    }

    private Bundle(Bundle before, Set<Long> changed) {
        files = before.files;
        rows = before.rows;
        roster = before.roster;
        room = before.room;
        units = before.units;
        places = before.places;
        areas = before.areas;
        officers = before.officers;
        commanders = before.commanders;
        samples = before.samples.without(changed);
        formerMonths = Outdated.after(before.lastMonths, before.formerMonths, changed);
        formerKnown = Outdated.after(before.known, before.formerKnown, changed);
        letGoOfDays(formerMonths.keySet());
        letGoOfDays(formerKnown.keySet());
        synchronized (before.facts) {
            former = Outdated.after(before.facts, before.former, changed);
            before.next = this;
            before.changedNext = changed;
        }
    }

    /** Of days that are over nobody asks any more. */
    private static void letGoOfDays(Set<Days> all) {
        all.stream()
                .map(Days::today)
                .max(Comparator.naturalOrder())
                .ifPresent(last -> all.removeIf(days -> days.today().isBefore(last)));
    }

    /** The same after some complaints changed or came in: only these are read again. */
    Bundle after(Set<Long> changed) {
        return new Bundle(this, changed);
    }

    /**
     * What bundles share that follow each other.
     *
     * @param most how many rows may be kept
     * @param turn whose turn it is to read a window
     */
    record Room(long most, Turn turn) {}

    /** Which complaints somebody may see, whoever it is: who may see the same is the same here. */
    private record Eyes(String assignee, Set<String> compartments, Set<Long> recused) {

        static Eyes of(Sight sight) {
            return new Eyes(sight.assignedOnly() ? "=" + sight.actorId() : "", sight.compartments(), sight.recused());
        }
    }

    private record Seen(Window window, Eyes eyes) {}

    private record Days(@Nullable String institution, LocalDate today, Eyes eyes) {}

    /** So many rows of windows are kept: as many as a third of the heap holds. */
    static long mostRows() {
        return Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / BYTES_A_ROW;
    }

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

    /** Who commanded what in a window. */
    Commanders commanders(Window window) {
        Commanders read =
                commanders.computeIfAbsent(window, months -> new Commanders(units(), roster.commands(months)));
        if (commanders.size() > MOST_WINDOWS) {
            commanders.clear();
        }
        return read;
    }

    /** As {@link Files#lastMonth}. */
    Optional<YearMonth> lastMonth(@Nullable String institution, LocalDate today, Sight sight) {
        return lastMonths.computeIfAbsent(new Days(institution, today, Eyes.of(sight)), days -> {
            Outdated<Optional<YearMonth>> old = formerMonths.get(days);
            return old == null
                    ? files.lastMonth(institution, today, sight)
                    : files.lastMonth(institution, today, sight, old);
        });
    }

    /** As {@link Files#known}. */
    Known known(LocalDate today, Sight sight) {
        return known.computeIfAbsent(new Days(null, today, Eyes.of(sight)), days -> {
            Outdated<Known> old = formerKnown.get(days);
            return old == null ? files.known(today, sight) : files.known(today, sight, old);
        });
    }

    /** What may be seen of a window; up to which day anything is known of it is that of when it was read. */
    Facts facts(Window window, LocalDate today, Sight sight) {
        Seen seen = new Seen(window, Eyes.of(sight));
        return kept(seen).orElseGet(() -> readAlone(seen, today, sight));
    }

    private Optional<Facts> kept(Seen seen) {
        synchronized (facts) {
            return Optional.ofNullable(facts.get(seen));
        }
    }

    private Facts readAlone(Seen seen, LocalDate today, Sight sight) {
        return room.turn()
                .take(() -> kept(seen).orElseGet(() -> {
                    Outdated<Facts> old = former(seen);
                    Facts read = old == null ? read(seen.window(), today, sight) : read(old, today, sight);
                    keep(seen, read);
                    return read;
                }));
    }

    private Facts read(Window window, LocalDate today, Sight sight) {
        WindowRows.Which all = WindowRows.Which.all(window, sight);
        makeRoom(rows.about(all));
        return new Facts(
                window, units(), rows.accused(all), rows.alleged(all), roster.postings(window), known(today, sight));
    }

    private Facts read(Outdated<Facts> old, LocalDate today, Sight sight) {
        Facts before = old.value();
        WindowRows.Which changed = WindowRows.Which.only(old.changed(), before.window(), sight);
        return before.after(old.changed(), rows.accused(changed), rows.alleged(changed), known(today, sight));
    }

    private @Nullable Outdated<Facts> former(Seen seen) {
        synchronized (facts) {
            return former.get(seen);
        }
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

    /** When there is no room for what will be read, what was kept before is let go. */
    private void makeRoom(long wanted) {
        synchronized (facts) {
            if (rowsKept() + wanted > room.most()) {
                facts.clear();
                former.clear();
            }
        }
    }

    private void keep(Seen seen, Facts read) {
        synchronized (facts) {
            former.remove(seen);
            makeRoom(read.rows());
            if (read.rows() <= room.most()) {
                facts.put(seen, read);
                handOn(seen, new Outdated<>(read, changedNext));
            }
        }
    }

    /** Who came after this while it was read had nothing of it yet. */
    private void handOn(Seen seen, Outdated<Facts> read) {
        if (next != null) {
            next.inherit(seen, read);
        }
    }

    private void inherit(Seen seen, Outdated<Facts> old) {
        synchronized (facts) {
            if (!facts.containsKey(seen)
                    && !former.containsKey(seen)
                    && old.changed().size() <= Changes.MOST) {
                former.put(seen, old);
                handOn(seen, old.and(changedNext));
            }
        }
    }

    private long rowsKept() {
        return Stream.concat(facts.values().stream(), former.values().stream().map(Outdated::value))
                .mapToLong(Facts::rows)
                .sum();
    }
}
