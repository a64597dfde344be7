package redress.intake;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.complaint.Complainant;
import redress.complaint.Complaint;
import redress.complaint.ComplaintNumbers;
import redress.complaint.Harm;
import redress.complaint.Incident;
import redress.complaint.Subject;
import redress.ledger.Act;
import redress.ledger.LedgerKeys;
import redress.problem.Problem;
import redress.profile.Profile;
import redress.wiring.Part;

/**
 * Takes in complaints: checks what was sent, makes a numbered complaint of it, lets it through the gate and signs the
 * receipt. When this returns, the complaint is durable and the receipt binds the office; when it throws, nothing was
 * kept.
 */
@Part
public class Intake {

    /** What an allegation is called as long as nobody sorted it. */
    private static final String UNSORTED = "other";

    private final Gate gate;
    private final ComplaintNumbers numbers;
    private final SubmissionCheck check;
    private final LedgerKeys keys;
    private final Profile profile;
    private final InstantSource clock;

    @Inject
    Intake(
            Gate gate,
            ComplaintNumbers numbers,
            SubmissionCheck check,
            LedgerKeys keys,
            Profile profile,
            InstantSource clock) {
        this.gate = gate;
        this.numbers = numbers;
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
        Complaint complaint = complaint(submission);
        // Where this throws the number is lost: whether the commit came about may be unknown, and a gap harms nobody.
        Entry entry = gate.enter(new Arrival(submission, SubmissionDigest.of(submission), complaint));
        if (entry.way() != Entry.Way.NEW) {
            numbers.giveBack(complaint.number());
        }
        if (entry.way() == Entry.Way.REFUSED) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "receipt-already-used",
                    "We already have a complaint with this receipt code, and its text is another one. Nothing was changed."
                            + " To add something, follow the complaint with your code.");
        }
        Act act = entry.act();
        return new Receipt(
                entry.number(), entry.receivedAt(), submission.code(), keys.promise(act.leafHash(), act.at()));
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
        List<String> told = submission.categories().stream().distinct().toList();
        List<String> codes = told.isEmpty() ? List.of(UNSORTED) : told;
        List<Subject> subjects =
                submission.subjects().stream().map(complaint::accuse).toList();
        for (String code : codes) {
            if (subjects.isEmpty()) {
                complaint.allege(code, null);
            }
            subjects.forEach(subject -> complaint.allege(code, subject));
        }
    }
}
