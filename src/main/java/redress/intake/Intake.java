package redress.intake;

import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.complaint.Complainant;
import redress.complaint.Complaint;
import redress.complaint.ComplaintNumbers;
import redress.complaint.Complaints;
import redress.complaint.Harm;
import redress.complaint.Incident;
import redress.complaint.Subject;
import redress.ledger.Act;
import redress.ledger.ActKind;
import redress.ledger.Ledger;
import redress.ledger.LedgerKeys;
import redress.ledger.NewAct;
import redress.problem.Problem;
import redress.profile.Profile;
import redress.vault.Vault;
import redress.wiring.UseCase;

/**
 * Takes in complaints. In one transaction: the receipt code is claimed, the complaint is numbered and kept, names go to
 * the vault, and the act is written. When this returns, the complaint is durable and the receipt binds the office; when
 * it throws, nothing happened.
 */
@UseCase
public class Intake {

    /** What an allegation is called as long as nobody sorted it. */
    private static final String UNSORTED = "other";

    /** Who acts when a complainant does: nobody in particular. */
    private static final String COMPLAINANT = "complainant";

    private final Complaints complaints;
    private final ComplaintNumbers numbers;
    private final Vault vault;
    private final Ledger ledger;
    private final SubmissionCheck check;
    private final LedgerKeys keys;
    private final Profile profile;
    private final InstantSource clock;

    @Inject
    Intake(
            Complaints complaints,
            ComplaintNumbers numbers,
            Vault vault,
            Ledger ledger,
            SubmissionCheck check,
            LedgerKeys keys,
            Profile profile,
            InstantSource clock) {
        this.complaints = complaints;
        this.numbers = numbers;
        this.vault = vault;
        this.ledger = ledger;
        this.check = check;
        this.keys = keys;
        this.profile = profile;
        this.clock = clock;
    }

    /**
     * Takes in a submission, once for each receipt code however often it is sent.
     *
     * @throws Problem of kind INVALID with field errors, or CONFLICT where the code was used for another text
     */
    public Receipt receive(Submission submission) {
        check.require(submission);
        byte[] digest = SubmissionDigest.of(submission);
        Complaint complaint = complaint(submission);
        boolean kept = false;
        try {
            Complaints.Claimed earlier =
                    complaints.claim(submission.code(), complaint.id(), digest).orElse(null);
            if (earlier != null) {
                return again(submission, digest, earlier);
            }
            complaints.add(complaint);
            complaints.flush();
            vault.seal(complaint.id(), submission.contact().identity());
            Act act = ledger.append(NewAct.about(ActKind.COMPLAINT_RECEIVED, complaint.id(), COMPLAINANT, digest));
            kept = true;
            return receipt(submission, complaint, act);
        } finally {
            if (!kept) {
                numbers.giveBack(complaint.number());
            }
        }
    }

    private Complaint complaint(Submission submission) {
        @Nullable
        String injury = submission.harm().injury().map(Harm.Injury::name).orElse(null);
        List<String> codes = submission.categories();
        Instant now = clock.instant();
        Complaint complaint = Complaint.received(
                new Complaint.Registration(
                        numbers.draw(),
                        now,
                        profile.severity(codes, injury),
                        profile.mustRefer(codes, injury),
                        profile.compartment(codes),
                        firstDecisionDue(now)),
                submission.channel(),
                submission.language(),
                submission.story(),
                Incident.told(submission.when(), submission.where()));
        complaint.harmed(submission.harm());
        complaint.agree(submission.contact().way(), submission.contact().interpreter(), submission.publishConsent());
        accuse(complaint, submission);
        complaint.join(
                Complainant.Part.COMPLAINANT, submission.contact().identity().empty());
        return complaint;
    }

    private LocalDate firstDecisionDue(Instant received) {
        return profile.requireStep("screening").due(LocalDate.ofInstant(received, profile.zone()), profile.calendar());
    }

    /** Each kind of misconduct stands against each person: allegation by allegation, officer by officer. */
    private static void accuse(Complaint complaint, Submission submission) {
        List<String> codes = submission.categories().isEmpty() ? List.of(UNSORTED) : submission.categories();
        List<Subject> subjects =
                submission.subjects().stream().map(complaint::accuse).toList();
        for (String code : codes) {
            if (subjects.isEmpty()) {
                complaint.allege(code, null);
            }
            subjects.forEach(subject -> complaint.allege(code, subject));
        }
    }

    private Receipt again(Submission submission, byte[] digest, Complaints.Claimed earlier) {
        if (!MessageDigest.isEqual(digest, earlier.contentDigest())) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "receipt-already-used",
                    "We already have a complaint with this receipt code, and its text is another one. Nothing was changed."
                            + " To add something, follow the complaint with your code.");
        }
        Complaint complaint = complaints.find(earlier.complaint()).orElseThrow(Problem::notFound);
        Act act = ledger.actsOf(complaint.id()).stream()
                .filter(a -> a.kind() == ActKind.COMPLAINT_RECEIVED)
                .findFirst()
                .orElseThrow(Problem::notFound);
        return receipt(submission, complaint, act);
    }

    private Receipt receipt(Submission submission, Complaint complaint, Act act) {
        return new Receipt(
                complaint.number(), complaint.receivedAt(), submission.code(), keys.promise(act.leafHash(), act.at()));
    }
}
