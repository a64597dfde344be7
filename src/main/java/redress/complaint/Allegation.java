package redress.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.time.Ids;
import redress.wiring.Insertion;

/** One kind of misconduct by one subject within a complaint. The finding stands here and nowhere else. */
@Entity
@Table(name = "allegation")
public class Allegation {

    /** The columns of a new row, in the order of {@link #row}. */
    private static final String[] COLUMNS = {"id", "complaint_id", "subject_id", "category_code"};

    @Id
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "complaint_id")
    private Complaint complaint;

    @ManyToOne
    @JoinColumn(name = "subject_id")
    private @Nullable Subject subject;

    @Column(name = "category_code")
    private String category;

    @Enumerated(EnumType.STRING)
    private @Nullable Finding finding;

    @Column(name = "finding_local")
    private @Nullable String findingLocal;

    @Column(name = "imposed_local")
    private @Nullable String imposedLocal;

    @SuppressWarnings("NullAway.Init")
    protected Allegation() {}

    static Allegation of(Complaint complaint, @Nullable Subject subject, String category) {
        Allegation allegation = new Allegation();
        allegation.id = Ids.next();
        allegation.complaint = complaint;
        allegation.subject = subject;
        allegation.category = category;
        return allegation;
    }

    /** The key of the allegation. */
    public long id() {
        return id;
    }

    /** The subject against whom it stands; empty while nobody is known. */
    public Optional<Long> subject() {
        return Optional.ofNullable(subject).map(Subject::id);
    }

    /** The code of the category. */
    public String category() {
        return category;
    }

    /** What was found; empty until then. */
    public Optional<Finding> finding() {
        return Optional.ofNullable(finding);
    }

    /** The register's own word for the finding. */
    public Optional<String> findingLocal() {
        return Optional.ofNullable(findingLocal);
    }

    /** What the register says was imposed. */
    public Optional<String> imposedLocal() {
        return Optional.ofNullable(imposedLocal);
    }

    /** The statement that writes new ones. */
    static Insertion insertion() {
        return Insertion.into("allegation", COLUMNS);
    }

    /** What is written of a new one; everything else begins as NULL. */
    @Nullable
    Object[] row() {
        return new @Nullable Object[] {id, complaint.id(), subject == null ? null : (Long) subject.id(), category};
    }
}
