package redress.watch;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import redress.access.AbsentSight;
import redress.access.Actor;
import redress.access.Role;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.problem.Problem;
import redress.profile.Profile;
import redress.search.WatchPort;
import redress.time.Ids;
import redress.wiring.UseCase;

/**
 * Members of staff make, renew and end watches. Each is an act in the ledger, which commits to what was done and holds
 * nothing of it.
 */
@UseCase
class Keeping {

    private final Watches watches;
    private final WatchPort port;
    private final AbsentSight rights;
    private final Ledger ledger;
    private final Profile profile;
    private final InstantSource clock;

    @Inject
    Keeping(Watches watches, WatchPort port, AbsentSight rights, Ledger ledger, Profile profile, InstantSource clock) {
        this.watches = watches;
        this.port = port;
        this.rights = rights;
        this.ledger = ledger;
        this.profile = profile;
        this.clock = clock;
    }

    /**
     * Makes a watch of this actor.
     *
     * @throws Problem invalid, beside the field that is missing or too much
     */
    Watch make(Wanted wanted, Actor actor) {
        wanted.require(profile.watches(), today());
        Watch watch = new Watch(
                Ids.next(),
                actor.id(),
                wanted.label().strip(),
                wanted.purpose().strip(),
                wanted.sought(),
                new Watch.Times(clock.instant(), port.end(), Objects.requireNonNull(wanted.until()), null, null),
                1);
        watches.add(watch);
        rights.note(actor);
        append(ActKind.WATCH_MADE, watch, actor);
        return watch;
    }

    /**
     * Lets a watch run until another day.
     *
     * @throws Problem not found for whoever may not change it, conflict where it was ended, invalid where the day does
     *     not fit
     */
    Watch renew(long id, @Nullable LocalDate until, Actor actor) {
        Watch watch = required(id, actor);
        Wanted.checkUntil(until, profile.watches(), today()).ifPresent(error -> {
            throw Problem.invalid(List.of(error));
        });
        Watch renewed = watch.renewed(Objects.requireNonNull(until), today(), port.end());
        watches.keep(renewed);
        append(ActKind.WATCH_RENEWED, renewed, actor);
        return renewed;
    }

    /**
     * Ends a watch for good.
     *
     * @throws Problem not found for whoever may not change it, conflict where it was ended before
     */
    Watch end(long id, Actor actor) {
        Watch ended = required(id, actor).ended(clock.instant());
        watches.keep(ended);
        append(ActKind.WATCH_ENDED, ended, actor);
        return ended;
    }

    private Watch required(long id, Actor actor) {
        Watch watch = watches.require(id);
        if (!mayChange(actor, watch.owner())) {
            throw Problem.notFound();
        }
        return watch;
    }

    /** The owner may, and whoever directs the office. */
    static boolean mayChange(Actor actor, String owner) {
        return actor.id().equals(owner) || actor.hasAny(Role.SUPERVISOR, Role.COMMISSIONER);
    }

    private void append(ActKind kind, Watch watch, Actor actor) {
        ledger.append(NewAct.of(kind, actor.id(), content(watch).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * What an act commits to, so that nobody can say later that another rule was asked for: a line for each, the words
     * last. Acts of before commit to the id, the kind, the search, the purpose and the last day alone.
     */
    static String content(Watch watch) {
        Watch.Rule rule = watch.sought().rule();
        return String.join(
                "\n",
                Ids.text(watch.id()),
                watch.sought().kind().name(),
                watch.sought().search().address(),
                rule == null ? "" : Integer.toString(rule.complaints()),
                rule == null ? "" : Integer.toString(rule.days()),
                watch.times().until().toString(),
                watch.label(),
                watch.purpose());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), profile.zone());
    }
}
