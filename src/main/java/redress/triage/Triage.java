package redress.triage;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.access.AbsentSight;
import redress.access.Actor;
import redress.access.NeedToKnow;
import redress.complaint.Complaint;
import redress.complaint.Complaints;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.profile.ClockStep;
import redress.profile.Profile;
import redress.wiring.UseCase;

/** Takes the first decision on a complaint: investigate, refer, mediate or refuse, each with its reason. */
@UseCase
public class Triage {

    private final Complaints complaints;
    private final TriageDecisions decisions;
    private final NeedToKnow needToKnow;
    private final AbsentSight absent;
    private final Ledger ledger;
    private final Profile profile;
    private final InstantSource clock;

    @Inject
    Triage(
            Complaints complaints,
            TriageDecisions decisions,
            NeedToKnow needToKnow,
            AbsentSight absent,
            Ledger ledger,
            Profile profile,
            InstantSource clock) {
        this.complaints = complaints;
        this.decisions = decisions;
        this.needToKnow = needToKnow;
        this.absent = absent;
        this.ledger = ledger;
        this.profile = profile;
        this.clock = clock;
    }

    /**
     * Decides the route of a complaint; returns the id of the act, by which the caller's next search can wait for it.
     *
     * @throws Problem not found where the actor may not see it, conflict where somebody was faster or the stage does
     *     not allow it, invalid where the reason is missing or the assignee may not investigate this complaint
     */
    public long decide(String number, Decision decision, Actor actor) {
        Complaint complaint = complaints.require(number);
        if (!needToKnow
                .of(actor)
                .maySee(
                        complaint.id(),
                        complaint.standing().compartment(),
                        complaint.standing().assignee().orElse(null))) {
            throw Problem.notFound();
        }
        complaint.requireVersion(decision.version());
        check(decision, complaint);
        complaint.moveTo(decision.route().stage(), due(complaint, decision));
        if (decision.assignee() != null) {
            complaint.assign(decision.assignee());
        }
        decisions.add(TriageDecision.taken(complaint.id(), decision, actor.id(), clock.instant()));
        complaints.flush();
        return ledger.append(NewAct.about(
                                ActKind.TRIAGE_DECIDED,
                                complaint.id(),
                                actor.id(),
                                (decision.route() + "\n" + decision.reason()).getBytes(StandardCharsets.UTF_8))
                        .withDetail("{\"route\":\"" + decision.route() + "\"}"))
                .id();
    }

    private @Nullable LocalDate due(Complaint complaint, Decision decision) {
        return decision.route()
                .step()
                .map(profile.clock()::get)
                .flatMap(step ->
                        start(step.starts(), complaint, decision).map(start -> step.due(start, profile.calendar())))
                .orElse(null);
    }

    /**
     * The day of the fact from which a step runs; empty where it has not happened. What comes with the decision or is
     * not recorded counts from today.
     */
    private Optional<LocalDate> start(ClockStep.Start fact, Complaint complaint, Decision decision) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), profile.zone());
        return switch (fact) {
            case RECEIVED -> Optional.of(LocalDate.ofInstant(complaint.receivedAt(), profile.zone()));
            case ASSIGNED ->
                Optional.ofNullable(decision.assignee())
                        .or(complaint.standing()::assignee)
                        .map(named -> today);
            case SCREENED, LAST_NOTICE, INCIDENT, DECIDED, RECOMMENDED -> Optional.of(today);
        };
    }

    private void check(Decision decision, Complaint complaint) {
        List<FieldError> errors = new ArrayList<>();
        int length = decision.reason().strip().length();
        if (length < Decision.SHORTEST) {
            errors.add(new FieldError("reason", "triage.reason.short"));
        }
        if (length > Decision.LONGEST) {
            errors.add(new FieldError("reason", "triage.reason.long"));
        }
        if (decision.assignee() != null) {
            against(decision.assignee(), decision.route(), complaint)
                    .ifPresent(text -> errors.add(new FieldError("assignee", text)));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** What speaks against giving the complaint to somebody, as the key of a text; empty where nothing does. */
    private Optional<String> against(String assignee, Route route, Complaint complaint) {
        if (route != Route.INVESTIGATE) {
            return Optional.of("triage.assignee.route");
        }
        return absent.investigators(complaint.id(), complaint.standing().compartment())
                        .contains(assignee)
                ? Optional.empty()
                : Optional.of("triage.assignee.barred");
    }
}
