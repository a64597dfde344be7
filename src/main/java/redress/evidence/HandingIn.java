package redress.evidence;

import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redress.complaint.Complaint;
import redress.complaint.Complaints;
import redress.complaint.ReceiptCode;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.wiring.UseCase;

/** Takes a document from whoever holds the receipt code of a complaint. Nothing about the complaint is told back. */
@UseCase
class HandingIn {

    /** Who acts, as the ledger has it when a complaint comes in. */
    static final String COMPLAINANT = "complainant";

    private final Complaints complaints;
    private final Attaching attaching;
    private final int most;

    @Inject
    HandingIn(
            Complaints complaints,
            Attaching attaching,
            @ConfigProperty(name = "redress.evidence.most-handed-in") int most) {
        this.complaints = complaints;
        this.attaching = attaching;
        this.most = most;
    }

    /**
     * Attaches a document to the complaint of the code.
     *
     * @throws Problem invalid with the reason: no such code, or a document that is not taken; too large
     */
    void handIn(ReceiptCode code, String name, byte[] content) {
        Complaint complaint = complaints.findByReceipt(code).orElseThrow(HandingIn::unknown);
        attaching.attach(complaint, COMPLAINANT, most, name, content);
    }

    private static Problem unknown() {
        return Problem.invalid(List.of(new FieldError("code", "handin.code.unknown")));
    }
}
