package redress.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import redress.time.Ids;
import redress.wiring.Insertion;

/** A person on the complaining side, without a name: names and contacts are in the vault. */
@Entity
@Table(name = "complainant")
public class Complainant {

    /** The counting unit to which the person belongs; one person may stand in both. */
    public enum Part {
        /** Who complains. */
        COMPLAINANT,
        /** To whom it happened. */
        VICTIM
    }

    /** The columns of a new row, in the order of {@link #row}. */
    private static final String[] COLUMNS = {"id", "complaint_id", "part", "anonymous"};

    @Id
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "complaint_id")
    private Complaint complaint;

    @Enumerated(EnumType.STRING)
    private Part part;

    private boolean anonymous;

    private @Nullable String sex;

    @Column(name = "birth_year")
    private @Nullable Integer birthYear;

    private @Nullable String injured;

    @SuppressWarnings("NullAway.Init")
    protected Complainant() {}

    static Complainant of(Complaint complaint, Part part, boolean anonymous) {
        Complainant complainant = new Complainant();
        complainant.id = Ids.next();
        complainant.complaint = complaint;
        complainant.part = part;
        complainant.anonymous = anonymous;
        return complainant;
    }

    /** The counting unit to which the person belongs. */
    public Part part() {
        return part;
    }

    /** Whether nobody knows who it is. */
    public boolean anonymous() {
        return anonymous;
    }

    /** Sex, birth year and injury as far as told, joined by commas; never a name. */
    public String summary() {
        StringBuilder words = new StringBuilder();
        for (Object part : new @Nullable Object[] {sex, birthYear, injured}) {
            if (part != null) {
                words.append(words.isEmpty() ? "" : ", ").append(part.toString().toLowerCase(Locale.ROOT));
            }
        }
        return words.toString();
    }

    /** The statement that writes new ones. */
    static Insertion insertion() {
        return Insertion.into("complainant", COLUMNS);
    }

    /** What is written of a new one; everything else begins as NULL. */
    @Nullable
    Object[] row() {
        return new @Nullable Object[] {id, complaint.id(), part, anonymous};
    }
}
