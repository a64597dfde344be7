package redress.desk;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redress.access.AbsentSight;
import redress.access.Actor;
import redress.access.NeedToKnow;
import redress.access.Sight;
import redress.complaint.Complaint;
import redress.complaint.Complaints;
import redress.complaint.Standing;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.NewAct;
import redress.problem.Problem;
import redress.profile.Profile;
import redress.wiring.UseCase;

/** What staff do when they look: read their queue, open a complaint. Opening is an act in the ledger, like a write. */
@UseCase
class Desk {

    private final QueueList queue;
    private final SheetWriter sheets;
    private final Complaints complaints;
    private final Colleagues colleagues;
    private final NeedToKnow needToKnow;
    private final AbsentSight absent;
    private final Ledger ledger;
    private final Profile profile;
    private final InstantSource clock;

    @Inject
    Desk(
            QueueList queue,
            SheetWriter sheets,
            Complaints complaints,
            Colleagues colleagues,
            NeedToKnow needToKnow,
            AbsentSight absent,
            Ledger ledger,
            Profile profile,
            InstantSource clock) {
        this.queue = queue;
        this.sheets = sheets;
        this.complaints = complaints;
        this.colleagues = colleagues;
        this.needToKnow = needToKnow;
        this.absent = absent;
        this.ledger = ledger;
        this.profile = profile;
        this.clock = clock;
    }

    /**
     * A page of a queue as one actor sees it.
     *
     * @param rows the complaints, most urgent first
     * @param total how many the filter shows in all
     * @param counts how many each ready-made queue holds
     * @param names actor id to name
     */
    record Seen(List<QueueRow> rows, long total, Map<QueueFilter.Queue, Long> counts, Map<String, String> names) {}

    /** The queue through the actor's own sight. */
    Seen queue(QueueFilter filter, Actor actor) {
        Sight sight = needToKnow.of(actor);
        LocalDate today = today();
        return new Seen(
                queue.rows(filter, sight, today),
                queue.count(filter, sight, today),
                queue.counts(sight, today),
                colleagues.names());
    }

    /** Opens one complaint, and leaves an act that says so; not found for whoever may not see it. */
    Sheet open(String number, Actor actor) {
        Complaint complaint = complaints.require(number);
        Standing standing = complaint.standing();
        Sight sight = needToKnow.of(actor);
        if (!sight.maySee(
                complaint.id(), standing.compartment(), standing.assignee().orElse(null))) {
            throw Problem.notFound();
        }
        ledger.append(NewAct.about(
                ActKind.COMPLAINT_OPENED,
                complaint.id(),
                actor.id(),
                complaint.number().getBytes(StandardCharsets.UTF_8)));
        return sheets.write(complaint, sight, today());
    }

    /** Those who may be given a complaint: never somebody outside of its compartment or recused from it. */
    Map<String, String> investigators(String number) {
        Complaint complaint = complaints.require(number);
        Set<String> allowed =
                absent.investigators(complaint.id(), complaint.standing().compartment());
        Map<String, String> offered = colleagues.investigators();
        offered.keySet().retainAll(allowed);
        return offered;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), profile.zone());
    }
}
