package redress.tracking;

import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redress.complaint.Complaint;
import redress.complaint.Complaints;
import redress.complaint.ReceiptCode;
import redress.correspondence.Correspondence;
import redress.correspondence.Direction;
import redress.correspondence.Writing;
import redress.ledger.Act;
import redress.ledger.ActKind;
import redress.ledger.InclusionProof;
import redress.ledger.Ledger;
import redress.profile.Profile;
import redress.wiring.UseCase;

/** Looks a complaint up for the person who holds its receipt code. Changes nothing. */
@UseCase
public class Tracking {

    private static final Pattern ROUTE = Pattern.compile("\"route\"\\s*:\\s*\"(INVESTIGATE|REFER|MEDIATE|REFUSE)\"");

    private final Complaints complaints;
    private final Correspondence correspondence;
    private final Ledger ledger;
    private final Profile profile;
    private final InstantSource clock;

    @Inject
    Tracking(
            Complaints complaints, Correspondence correspondence, Ledger ledger, Profile profile, InstantSource clock) {
        this.complaints = complaints;
        this.correspondence = correspondence;
        this.ledger = ledger;
        this.profile = profile;
        this.clock = clock;
    }

    /** The complaint of that code, if it is anybody's. */
    public Optional<Tracked> find(ReceiptCode code) {
        return complaints.findByReceipt(code).map(this::tracked);
    }

    private Tracked tracked(Complaint complaint) {
        List<Act> acts = ledger.actsOf(complaint.id());
        LocalDate due = complaint.standing().dueOn().orElse(null);
        LocalDate today = LocalDate.ofInstant(clock.instant(), profile.zone());
        return new Tracked(
                complaint.number(),
                complaint.receivedAt(),
                complaint.stage(),
                due,
                due != null && today.isAfter(due),
                steps(acts),
                correspondence.messages(complaint.id()).stream()
                        .map(Tracking::message)
                        .toList(),
                proof(acts).orElse(null));
    }

    private static Tracked.Message message(Writing writing) {
        return new Tracked.Message(
                writing.writtenAt(),
                writing.direction() == Direction.IN,
                writing.text().orElse(null));
    }

    private Optional<InclusionProof> proof(List<Act> acts) {
        return acts.stream()
                .filter(act -> act.kind() == ActKind.COMPLAINT_RECEIVED)
                .findFirst()
                .flatMap(act -> ledger.proofOf(act.id()));
    }

    /** What concerns the complainant. That staff read it is told once, the first time. */
    private static List<Tracked.Step> steps(List<Act> acts) {
        List<Tracked.Step> steps = new ArrayList<>();
        Set<ActKind> told = EnumSet.noneOf(ActKind.class);
        for (Act act : acts) {
            text(act)
                    .filter(text -> act.kind() != ActKind.COMPLAINT_OPENED || told.add(act.kind()))
                    .ifPresent(text -> steps.add(new Tracked.Step(act.at(), text)));
        }
        return steps;
    }

    private static Optional<String> text(Act act) {
        return switch (act.kind()) {
            case COMPLAINT_RECEIVED -> Optional.of("received");
            case COMPLAINT_OPENED -> Optional.of("opened");
            case TRIAGE_DECIDED -> Optional.of(route(act.detail().orElse("")));
            case ASSIGNED -> Optional.of("assigned");
            default -> Optional.empty();
        };
    }

    private static String route(String detail) {
        Matcher route = ROUTE.matcher(detail);
        return route.find() ? route.group(1) : "triaged";
    }
}
