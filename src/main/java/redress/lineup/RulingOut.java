package redress.lineup;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redress.access.Actor;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.time.Ids;
import redress.wiring.UseCase;

/**
 * A person says which officer a subject is not, so that the officer is no candidate for it any more, or takes that
 * back. Both need a reason, both are acts in the ledger; the complaint itself stays as it is.
 */
@UseCase
class RulingOut {

    private final Accusations accusations;
    private final IdentificationDenials denials;
    private final Roster roster;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    RulingOut(
            Accusations accusations, IdentificationDenials denials, Roster roster, Ledger ledger, InstantSource clock) {
        this.accusations = accusations;
        this.denials = denials;
        this.roster = roster;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** An answer that stands: the officer, and who said so. */
    record Answer(Lineup.Person officer, Lineup.Confirmed told) {}

    /**
     * Says that a subject is not this officer.
     *
     * @return the id of the act
     * @throws Problem not found where the actor may not see the complaint, conflict where this officer was confirmed or
     *     ruled out already, invalid where the officer or the reason is missing
     */
    long deny(Identifying.Statement said, Actor actor) {
        Accusations.Found found = accusations.require(said.complaint(), said.subject(), actor);
        Optional<Officer> officer = officer(said);
        List<FieldError> faults = new ArrayList<>(Review.faults(said.reason()));
        if (officer.isEmpty()) {
            faults.addFirst(new FieldError("officer", "lineup.fault.officer"));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        long id = officer.orElseThrow(Problem::notFound).id();
        if (found.subject().officer().filter(known -> known == id).isPresent()) {
            throw Problem.of(
                    Problem.Kind.CONFLICT, "already-identified", "It is known already who this is. Undo that first.");
        }
        denials.add(found, id, word(said, actor));
        return act(ActKind.IDENTIFICATION_DENIED, found, said, actor);
    }

    /**
     * Takes such an answer back.
     *
     * @return the id of the act
     * @throws Problem not found where the actor may not see the complaint, conflict where no such answer stands,
     *     invalid where the reason is missing
     */
    long undo(Identifying.Statement said, Actor actor) {
        Accusations.Found found = accusations.require(said.complaint(), said.subject(), actor);
        Review.reason(said.reason());
        denials.undo(
                found.subject().id(),
                officer(said).orElseThrow(Problem::notFound).id(),
                word(said, actor));
        return act(ActKind.IDENTIFICATION_DENIAL_UNDONE, found, said, actor);
    }

    /** The answer about this officer that stands; not found where there is none that the actor may see. */
    Answer standing(Identifying.Statement about, Actor actor) {
        Accusations.Found found = accusations.require(about.complaint(), about.subject(), actor);
        Officer officer = officer(about).orElseThrow(Problem::notFound);
        return denials.standing(found.subject().id()).stream()
                .filter(denied -> denied.officer() == officer.id())
                .map(denied -> new Answer(Lineup.Person.of(officer), denied.told()))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private Optional<Officer> officer(Identifying.Statement said) {
        return Ids.find(said.officer()).stream()
                .mapToObj(roster::officer)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Identifications.Word word(Identifying.Statement said, Actor actor) {
        return new Identifications.Word(said.reason().strip(), actor.id(), clock.instant());
    }

    private long act(ActKind kind, Accusations.Found found, Identifying.Statement said, Actor actor) {
        String content = String.join("\n", said.subject(), said.officer(), said.reason());
        return ledger.append(NewAct.about(
                        kind, found.complaint().id(), actor.id(), content.getBytes(StandardCharsets.UTF_8)))
                .id();
    }
}
