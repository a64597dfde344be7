package redress.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;

/** How the office holds a complaint: its stage, its weight, who may see it, in whose hands it is, and its clock. */
@Embeddable
public class Standing {

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private int severity;

    @Column(name = "must_refer")
    private boolean mustRefer;

    private String compartment;

    private @Nullable String assignee;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    private @Nullable String register;

    @SuppressWarnings("NullAway.Init")
    protected Standing() {}

    static Standing onArrival(Complaint.Registration registration) {
        Standing standing = new Standing();
        standing.stage = Stage.RECEIVED;
        standing.severity = registration.severity();
        standing.mustRefer = registration.mustRefer();
        standing.compartment = registration.compartment();
        standing.dueOn = registration.dueOn();
        return standing;
    }

    void moveTo(Stage next, @Nullable LocalDate due) {
        if (!stage.successors().contains(next)) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "stage-not-allowed",
                    "A complaint in the stage " + stage + " cannot go to " + next + ".");
        }
        stage = next;
        dueOn = due;
    }

    void assign(String actor) {
        assignee = actor;
    }

    /** Where the complaint stands. */
    public Stage stage() {
        return stage;
    }

    /** How grave it is, from 1 (low) to 5 (death). */
    public int severity() {
        return severity;
    }

    /** Whether a law asks that it be sent to another body. */
    public boolean mustRefer() {
        return mustRefer;
    }

    /** The compartment, which decides who may see it at all. */
    public String compartment() {
        return compartment;
    }

    /** In whose hands it is. */
    public Optional<String> assignee() {
        return Optional.ofNullable(assignee);
    }

    /** The day by which the next step is due. */
    public Optional<LocalDate> dueOn() {
        return Optional.ofNullable(dueOn);
    }

    /** The day on which it ended. */
    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    /** The old register that brought it. */
    public Optional<String> register() {
        return Optional.ofNullable(register);
    }
}
