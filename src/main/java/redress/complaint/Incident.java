package redress.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.time.Ids;
import redress.wiring.Insertion;

/** When and where it happened, as far as anybody can say. A counting unit of its own. */
@Entity
@Table(name = "incident")
public class Incident {

    /** How sure the date is. */
    public enum Precision {
        /** That day. */
        DAY,
        /** Some day of that month; the date holds its first day. */
        MONTH,
        /** Some day of that year; the date holds its first day. */
        YEAR,
        /** Near that day, as {@link redress.time.Span} reckons it. */
        ABOUT,
        /** Not known; there may be words. */
        UNKNOWN
    }

    /**
     * The date as told.
     *
     * @param on the day, or the first day of the month or year; null when not known
     * @param precision how sure it is
     * @param words what the person said, such as "before Easter"
     * @param hour the hour of the day, 0 to 23, where told
     */
    public record When(
            @Nullable LocalDate on,
            Precision precision,
            @Nullable String words,
            @Nullable Integer hour) {}

    /**
     * The place as told.
     *
     * @param code the area of the profile's place tree
     * @param words the place in words, with a landmark
     * @param institution the code of the service that it is about
     */
    public record Where(
            @Nullable String code,
            @Nullable String words,
            @Nullable String institution) {}

    /** The columns of a new row, in the order of {@link #row}. */
    private static final String[] COLUMNS = {
        "id", "began_on", "date_precision", "date_words", "hour_of_day", "place_code", "place_words", "institution_code"
    };

    @Id
    private long id;

    @Column(name = "began_on")
    private @Nullable LocalDate beganOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "date_precision")
    private Precision precision;

    @Column(name = "date_words")
    private @Nullable String dateWords;

    @Column(name = "hour_of_day")
    private @Nullable Integer hour;

    @Column(name = "place_code")
    private @Nullable String placeCode;

    @Column(name = "place_words")
    private @Nullable String placeWords;

    @Column(name = "institution_code")
    private @Nullable String institution;

    @Column(name = "unit_id")
    private @Nullable Long unit;

    @SuppressWarnings("NullAway.Init")
    protected Incident() {}

    /** An incident as somebody tells it. */
    public static Incident told(When when, Where where) {
        Incident incident = new Incident();
        incident.id = Ids.next();
        incident.beganOn = when.on();
        incident.precision = when.precision();
        incident.dateWords = when.words();
        incident.hour = when.hour();
        incident.placeCode = where.code();
        incident.placeWords = where.words();
        incident.institution = where.institution();
        return incident;
    }

    long id() {
        return id;
    }

    /** The date as told. */
    public When when() {
        return new When(beganOn, precision, dateWords, hour);
    }

    /** The place as told. */
    public Where where() {
        return new Where(placeCode, placeWords, institution);
    }

    /** The unit at the incident date, where it is known. */
    public Optional<Long> unit() {
        return Optional.ofNullable(unit);
    }

    /** The statement that writes new ones. */
    static Insertion insertion() {
        return Insertion.into("incident", COLUMNS);
    }

    /** What is written of a new one; everything else begins as NULL. */
    @Nullable
    Object[] row() {
        return new @Nullable Object[] {id, beganOn, precision, dateWords, hour, placeCode, placeWords, institution};
    }
}
