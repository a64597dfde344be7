package redress.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.time.Ids;
import redress.wiring.Insertion;

/** A member of a force in the role of the accused, named or only described. */
@Entity
@Table(name = "subject")
public class Subject {

    /**
     * What the complainant knows of the person.
     *
     * @param name a name or nickname as heard
     * @param badge a badge, service or plate number, or a part of it
     * @param looks looks, uniform, vehicle
     */
    public record Described(
            @Nullable String name,
            @Nullable String badge,
            @Nullable String looks) {}

    /** The columns of a new row, in the order of {@link #row}. */
    private static final String[] COLUMNS = {"id", "complaint_id", "named_as", "badge_as", "described_as"};

    @Id
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "complaint_id")
    private Complaint complaint;

    @Column(name = "officer_id")
    private @Nullable Long officer;

    @Column(name = "unit_id")
    private @Nullable Long unit;

    @Column(name = "named_as")
    private @Nullable String namedAs;

    @Column(name = "badge_as")
    private @Nullable String badgeAs;

    @Column(name = "described_as")
    private @Nullable String describedAs;

    @SuppressWarnings("NullAway.Init")
    protected Subject() {}

    static Subject described(Complaint complaint, Described as) {
        Subject subject = new Subject();
        subject.id = Ids.next();
        subject.complaint = complaint;
        subject.namedAs = as.name();
        subject.badgeAs = as.badge();
        subject.describedAs = as.looks();
        return subject;
    }

    /** The key of the subject. */
    public long id() {
        return id;
    }

    /** What the complainant knows of the person. */
    public Described described() {
        return new Described(namedAs, badgeAs, describedAs);
    }

    /** The officer of the roster, once identified. */
    public Optional<Long> officer() {
        return Optional.ofNullable(officer);
    }

    /** The unit of the posting at the incident date, where it is known. */
    public Optional<Long> unit() {
        return Optional.ofNullable(unit);
    }

    /**
     * Says who it is, or that nobody knows any more.
     *
     * @param who the officer of the roster, or null
     * @param then the unit of the posting at the incident date, or null where it is not known
     */
    public void identify(@Nullable Long who, @Nullable Long then) {
        officer = who;
        unit = then;
    }

    /** The statement that writes new ones. */
    static Insertion insertion() {
        return Insertion.into("subject", COLUMNS);
    }

    /** What is written of a new one; everything else begins as NULL. */
    @Nullable
    Object[] row() {
        return new @Nullable Object[] {id, complaint.id(), namedAs, badgeAs, describedAs};
    }
}
