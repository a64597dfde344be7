package redress.watch;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redress.access.AbsentSight;
import redress.access.Actor;
import redress.access.NeedToKnow;
import redress.access.Role;
import redress.access.Sight;
import redress.problem.Problem;
import redress.profile.Profile;
import redress.search.SavedSearch;
import redress.search.WatchPort;
import redress.wiring.Part;

/**
 * What somebody sees of watches: their own, and whoever directs or audits the office those of all. A firing is shown
 * where the reader may see its complaint and all that was counted now, and the owner of the watch may as well: who
 * reads over an owner's shoulder sees no more than the owner would.
 */
@Part
class WatchDesk {

    private final Watches watches;
    private final Firings firings;
    private final WatchPort port;
    private final NeedToKnow needToKnow;
    private final AbsentSight rights;
    private final Profile profile;
    private final InstantSource clock;

    @Inject
    WatchDesk(
            Watches watches,
            Firings firings,
            WatchPort port,
            NeedToKnow needToKnow,
            AbsentSight rights,
            Profile profile,
            InstantSource clock) {
        this.watches = watches;
        this.firings = firings;
        this.port = port;
        this.needToKnow = needToKnow;
        this.rights = rights;
        this.profile = profile;
        this.clock = clock;
    }

    /**
     * The queue of somebody.
     *
     * @param today the day in the office
     * @param waiting what waits for somebody to look: whose effect is due, the longest due first; then what is new, the
     *     newest first
     * @param watches the watches, the newest first
     * @param silent why some of them meet nothing though they should, by id
     * @param names what people and searches are called
     */
    record Queue(
            LocalDate today,
            List<Firing> waiting,
            List<Watch> watches,
            Map<Long, WatchPort.Silence> silent,
            Names names) {}

    /**
     * One watch.
     *
     * @param today the day in the office
     * @param watch the watch
     * @param silent why it meets nothing though it should, or null
     * @param firings what it brought up, the newest first
     * @param names what people and searches are called
     */
    record One(LocalDate today, Watch watch, WatchPort.@Nullable Silence silent, List<Firing> firings, Names names) {}

    /** Everything that this actor may see of watches. */
    Queue queue(Actor actor) {
        String owner = seesAll(actor) ? null : actor.id();
        Sight sight = needToKnow.of(actor);
        List<Shown> shown = (owner == null ? firings.owners(today()) : List.of(owner))
                .stream().map(each -> Shown.of(each, sight, rights::of)).toList();
        List<Firing> waiting = new ArrayList<>(firings.due(today(), shown));
        waiting.addAll(firings.fresh(shown));
        List<Watch> all = watches.of(owner);
        Map<Long, WatchPort.Silence> silent = new HashMap<>();
        for (Watch watch : all) {
            WatchPort.Silence why = silent(watch, sight);
            if (why != null) {
                silent.put(watch.id(), why);
            }
        }
        Stream<SavedSearch> searches = Stream.concat(
                all.stream().map(watch -> watch.sought().search()),
                waiting.stream().map(firing -> firing.watch().search()));
        return new Queue(today(), waiting, all, silent, names(searches));
    }

    /** One watch with what it brought up, not found for whoever may not see it. */
    One open(long id, Actor actor) {
        Watch watch = watches.require(id);
        requireVisible(watch.owner(), actor);
        Sight sight = needToKnow.of(actor);
        return new One(
                today(),
                watch,
                silent(watch, sight),
                firings.of(id, Shown.of(watch.owner(), sight, rights::of)),
                names(Stream.of(watch.sought().search())));
    }

    /** One firing, not found for whoever may not see it. */
    Firing firing(long id, Actor actor) {
        Sight sight = needToKnow.of(actor);
        String owner = firings.require(id, Shown.to(sight)).watch().owner();
        requireVisible(owner, actor);
        return firings.require(id, Shown.of(owner, sight, rights::of));
    }

    /** How many of the actor's own firings wait. */
    long waiting(Actor actor) {
        Sight sight = needToKnow.of(actor);
        return sight.seesNothing() ? 0 : firings.waitingCount(actor.id(), today(), sight);
    }

    /** Why a watch meets nothing though it should; null where it runs, and where it should not. */
    WatchPort.@Nullable Silence silent(Watch watch, Actor actor) {
        return silent(watch, needToKnow.of(actor));
    }

    private WatchPort.@Nullable Silence silent(Watch watch, Sight sight) {
        boolean searches = watch.sought().rule() == null && watch.state(today()) == Watch.State.RUNNING;
        return searches
                ? port.silence(watch.id(), watch.sought().search(), sight.compartments())
                        .orElse(null)
                : null;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), profile.zone());
    }

    /** What the page of a firing calls people and the search. */
    Names names(Firing firing) {
        return names(Stream.of(firing.watch().search()));
    }

    private Names names(Stream<SavedSearch> searches) {
        Map<SavedSearch, String> told = new HashMap<>();
        searches.filter(search -> !search.address().isEmpty())
                .distinct()
                .forEach(search -> port.told(search).ifPresent(words -> told.put(search, words)));
        return new Names(watches.names(), told);
    }

    private static boolean seesAll(Actor actor) {
        return actor.hasAny(Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR);
    }

    private static void requireVisible(String owner, Actor actor) {
        if (!owner.equals(actor.id()) && !seesAll(actor)) {
            throw Problem.notFound();
        }
    }
}
