package redress.lineup;

import jakarta.inject.Inject;
import java.util.OptionalLong;
import redress.access.Actor;
import redress.access.NeedToKnow;
import redress.complaint.Complaint;
import redress.complaint.Complaints;
import redress.complaint.Subject;
import redress.problem.Problem;
import redress.time.Ids;
import redress.wiring.Part;

/** Finds a subject of a complaint for somebody who may see the complaint. */
@Part
class Accusations {

    private final Complaints complaints;
    private final NeedToKnow needToKnow;

    @Inject
    Accusations(Complaints complaints, NeedToKnow needToKnow) {
        this.complaints = complaints;
        this.needToKnow = needToKnow;
    }

    /** A complaint and one of its subjects. */
    record Found(Complaint complaint, Subject subject) {}

    /** The subject; the same refusal whether there is none or the actor may not see the complaint. */
    Found require(String number, String subject, Actor actor) {
        Complaint complaint = complaints.require(number);
        if (!needToKnow
                .of(actor)
                .maySee(
                        complaint.id(),
                        complaint.standing().compartment(),
                        complaint.standing().assignee().orElse(null))) {
            throw Problem.notFound();
        }
        OptionalLong id = Ids.find(subject);
        return complaint.subjects().stream()
                .filter(one -> id.isPresent() && one.id() == id.getAsLong())
                .findFirst()
                .map(one -> new Found(complaint, one))
                .orElseThrow(Problem::notFound);
    }

    /** Keeps what was changed of the complaint. */
    void keep(Complaint complaint) {
        complaints.renew(complaint);
    }
}
