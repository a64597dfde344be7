package redress.triage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.time.Ids;

/** One decision on the route of a complaint, with its reason. It is never changed; a new decision is a new row. */
@Entity
@Table(name = "triage_decision")
public class TriageDecision {

    @Id
    private long id;

    @Column(name = "complaint_id")
    private long complaint;

    @Enumerated(EnumType.STRING)
    private Route route;

    @Lob
    private String reason;

    private @Nullable String assignee;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected TriageDecision() {}

    static TriageDecision taken(long complaint, Decision decision, String by, Instant at) {
        TriageDecision taken = new TriageDecision();
        taken.id = Ids.next();
        taken.complaint = complaint;
        taken.route = decision.route();
        taken.reason = decision.reason();
        taken.assignee = decision.assignee();
        taken.decidedBy = by;
        taken.decidedAt = at;
        return taken;
    }

    /** The key of the complaint. */
    public long complaint() {
        return complaint;
    }

    /** Where it was sent. */
    public Route route() {
        return route;
    }

    /** Why. */
    public String reason() {
        return reason;
    }

    /** Into whose hands it was given, if anybody's. */
    public Optional<String> assignee() {
        return Optional.ofNullable(assignee);
    }

    /** Who decided. */
    public String decidedBy() {
        return decidedBy;
    }

    /** When it was decided. */
    public Instant decidedAt() {
        return decidedAt;
    }
}
