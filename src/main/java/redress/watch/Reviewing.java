package redress.watch;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.access.Actor;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.profile.Profile;
import redress.time.Ids;
import redress.wiring.UseCase;

/** Somebody looks at what a watch brought up, says what was done, and half a year later what came of it. */
@UseCase
class Reviewing {

    static final int SHORTEST = 10;
    static final int LONGEST = 2_000;

    private final WatchDesk desk;
    private final Firings firings;
    private final Ledger ledger;
    private final Profile profile;
    private final InstantSource clock;

    @Inject
    Reviewing(WatchDesk desk, Firings firings, Ledger ledger, Profile profile, InstantSource clock) {
        this.desk = desk;
        this.firings = firings;
        this.ledger = ledger;
        this.profile = profile;
        this.clock = clock;
    }

    /**
     * Says what was done. Where that may have an effect, the firing comes up again when it is time to look for it.
     *
     * @throws Problem not found for whoever may not see or decide it, conflict where somebody was faster, invalid
     *     beside the field
     */
    void review(long id, @Nullable Action action, String reason, Actor actor) {
        requireMine(id, actor);
        List<FieldError> errors = new ArrayList<>();
        if (action == null) {
            errors.add(new FieldError("action", "watch.fault.action"));
        }
        checkWords("reason", reason, errors);
        if (action == null || !errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        Instant now = clock.instant();
        LocalDate due = action.mayHaveEffect()
                ? LocalDate.ofInstant(now, profile.zone())
                        .plusMonths(profile.watches().effectAfterMonths())
                : null;
        String kept = reason.strip();
        firings.review(id, new Firing.Review(action, kept, actor.id(), now, due, null, null));
        append(ActKind.FIRING_REVIEWED, id, action.name() + "\n" + kept, actor);
    }

    /**
     * Says what came of it; also before it is due.
     *
     * @throws Problem as for {@link #review}
     */
    void follow(long id, @Nullable Effect effect, String words, Actor actor) {
        requireMine(id, actor);
        List<FieldError> errors = new ArrayList<>();
        if (effect == null) {
            errors.add(new FieldError("effect", "watch.fault.effect"));
        }
        checkWords("words", words, errors);
        if (effect == null || !errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        String kept = words.strip();
        firings.follow(id, effect, kept, actor.id(), clock.instant());
        append(ActKind.EFFECT_RECORDED, id, effect.name() + "\n" + kept, actor);
    }

    private void requireMine(long id, Actor actor) {
        if (!Keeping.mayChange(actor, desk.firing(id, actor).watch().owner())) {
            throw Problem.notFound();
        }
    }

    private static void checkWords(String field, String words, List<FieldError> errors) {
        int length = words.strip().length();
        if (length < SHORTEST || length > LONGEST) {
            errors.add(new FieldError(field, "watch.fault.words"));
        }
    }

    private void append(ActKind kind, long firing, String content, Actor actor) {
        ledger.append(
                NewAct.of(kind, actor.id(), (Ids.text(firing) + "\n" + content).getBytes(StandardCharsets.UTF_8)));
    }
}
