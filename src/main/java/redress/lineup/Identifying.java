package redress.lineup;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.access.Actor;
import redress.complaint.Subject;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.time.Ids;
import redress.wiring.UseCase;

/**
 * A person says which officer a subject is, or takes it back. Both need a reason, both are acts in the ledger, and the
 * complaint gets a new version, so that index and dossier follow.
 */
@UseCase
class Identifying {

    private final Accusations accusations;
    private final Identifications identifications;
    private final IdentificationDenials denials;
    private final Roster roster;
    private final Ledger ledger;
    private final InstantSource clock;

    @Inject
    Identifying(
            Accusations accusations,
            Identifications identifications,
            IdentificationDenials denials,
            Roster roster,
            Ledger ledger,
            InstantSource clock) {
        this.accusations = accusations;
        this.identifications = identifications;
        this.denials = denials;
        this.roster = roster;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What somebody says of a subject.
     *
     * @param complaint the number of the complaint
     * @param subject the id of the subject
     * @param officer the id of the officer; empty where a confirmation is taken back
     * @param reason why
     * @param version the version of the complaint that the person looked at
     */
    record Statement(String complaint, String subject, String officer, String reason, int version) {}

    /**
     * Confirms who a subject is. The subject's unit becomes the one of the officer's posting at the date of the
     * incident, where both are known: of an incident in some month or year only if that was one and the same posting.
     *
     * @return the id of the act, by which the caller's next search can wait for it
     * @throws Problem not found where the actor may not see the complaint, conflict where somebody was faster or ruled
     *     the officer out, invalid where the officer or the reason is missing
     */
    long confirm(Statement said, Actor actor) {
        Accusations.Found found = accusations.require(said.complaint(), said.subject(), actor);
        Officer officer = officer(said.officer());
        check(said.reason(), officer);
        found.complaint().requireVersion(said.version());
        if (found.subject().officer().isPresent() || officer == null) {
            throw Problem.of(
                    Problem.Kind.CONFLICT, "already-identified", "It is known already who this is. Undo that first.");
        }
        denials.refuse(found.subject().id(), officer.id());
        identifications.add(found, officer.id(), word(said, actor));
        identify(found, officer);
        accusations.keep(found.complaint());
        return act(ActKind.SUBJECT_IDENTIFIED, found, said, actor);
    }

    /**
     * Takes back what was confirmed here; the subject gets the unit back that it had.
     *
     * @return the id of the act
     * @throws Problem not found, conflict and invalid as in {@link #confirm}
     */
    long undo(Statement said, Actor actor) {
        Accusations.Found found = accusations.require(said.complaint(), said.subject(), actor);
        Subject subject = found.subject();
        Review.reason(said.reason());
        found.complaint().requireVersion(said.version());
        Identifications.Standing standing = identifications
                .standing(subject.id())
                .orElseThrow(() -> Problem.of(
                        Problem.Kind.CONFLICT, "not-confirmed", "Nobody's confirmation stands here any more."));
        identifications.undo(standing.id(), word(said, actor));
        subject.identify(null, standing.unitBefore());
        accusations.keep(found.complaint());
        return act(ActKind.IDENTIFICATION_UNDONE, found, said, actor);
    }

    private void identify(Accusations.Found found, Officer officer) {
        Subject subject = found.subject();
        List<Roster.Posting> postings = roster.postings(List.of(officer.id())).getOrDefault(officer.id(), List.of());
        Long unit = Circumstance.of(found.complaint(), subject)
                .served(postings)
                .map(Roster.Posting::unit)
                .or(subject::unit)
                .orElse(null);
        subject.identify(officer.id(), unit);
    }

    private @Nullable Officer officer(String id) {
        return Ids.find(id).stream()
                .mapToObj(roster::officer)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static void check(String reason, @Nullable Officer officer) {
        List<FieldError> faults = new ArrayList<>();
        if (officer == null) {
            faults.add(new FieldError("officer", "lineup.fault.officer"));
        }
        faults.addAll(Review.faults(reason));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private Identifications.Word word(Statement said, Actor actor) {
        return new Identifications.Word(said.reason().strip(), actor.id(), clock.instant());
    }

    private long act(ActKind kind, Accusations.Found found, Statement said, Actor actor) {
        String content = String.join("\n", said.subject(), said.officer(), said.reason());
        return ledger.append(NewAct.about(
                        kind, found.complaint().id(), actor.id(), content.getBytes(StandardCharsets.UTF_8)))
                .id();
    }
}
