package redress.complaint;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.time.Ids;

/**
 * What was reported to the office, once, under one number. It is received with the complainant's own words, which
 * nobody edits; it holds one incident, one or more allegations, the subjects against whom they stand, and the people on
 * the complaining side. Triage moves it to a route; from there it goes to findings, which stand on its allegations, and
 * is closed. Each change raises its version, so that two people who decide at once do not overwrite each other.
 */
@Entity
@Table(name = "complaint")
public class Complaint {

    /**
     * What the office adds on arrival.
     *
     * @param number the complaint number
     * @param at the time of receipt
     * @param severity 1 low to 5 death
     * @param mustRefer whether a law asks that it be sent to another body
     * @param compartment who may see it at all
     * @param dueOn the day by which the first decision is due
     */
    public record Registration(
            String number, Instant at, int severity, boolean mustRefer, String compartment, LocalDate dueOn) {}

    @Id
    private long id;

    private String number;

    @OneToOne(optional = false, cascade = CascadeType.PERSIST)
    @JoinColumn(name = "incident_id")
    private Incident incident;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String language;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Embedded
    private Story story;

    @Embedded
    private Harm harm;

    @Column(name = "contact_way")
    private @Nullable String contactWay;

    private @Nullable String interpreter;

    @Column(name = "publish_consent")
    private boolean publishConsent;

    @Embedded
    private Standing standing;

    @Version
    private int version;

    @OneToMany(mappedBy = "complaint", cascade = CascadeType.PERSIST)
    private List<Subject> subjects;

    @OneToMany(mappedBy = "complaint", cascade = CascadeType.PERSIST)
    private List<Allegation> allegations;

    @OneToMany(mappedBy = "complaint", cascade = CascadeType.PERSIST)
    private List<Complainant> people;

    @SuppressWarnings("NullAway.Init")
    protected Complaint() {}

    /** A complaint as it arrives: numbered, dated, with its clock set. */
    public static Complaint received(
            Registration registration, Channel channel, String language, Story story, Incident incident) {
        Complaint complaint = new Complaint();
        complaint.id = Ids.next();
        complaint.number = registration.number();
        complaint.receivedAt = registration.at();
        complaint.standing = Standing.onArrival(registration);
        complaint.channel = channel;
        complaint.language = language;
        complaint.incident = incident;
        complaint.story = story;
        complaint.harm = Harm.unknown();
        complaint.subjects = new ArrayList<>();
        complaint.allegations = new ArrayList<>();
        complaint.people = new ArrayList<>();
        return complaint;
    }

    /** Says who was harmed and how badly. */
    public void harmed(Harm how) {
        harm = how;
    }

    /** Says how the person may be reached and whether an anonymised account may be published. */
    public void agree(@Nullable String way, @Nullable String help, boolean publish) {
        contactWay = way;
        interpreter = help;
        publishConsent = publish;
    }

    /** Adds a subject who is only described so far. */
    public Subject accuse(Subject.Described described) {
        Subject subject = Subject.described(this, described);
        subjects.add(subject);
        return subject;
    }

    /** Adds an allegation against a subject, or against nobody that is known. */
    public void allege(String category, @Nullable Subject subject) {
        allegations.add(Allegation.of(this, subject, category));
    }

    /** Adds a person on the complaining side. */
    public void join(Complainant.Part part, boolean anonymous) {
        people.add(Complainant.of(this, part, anonymous));
    }

    /** Moves the complaint to the next stage; refuses one that does not follow the present one. */
    public void moveTo(Stage next, @Nullable LocalDate due) {
        standing.moveTo(next, due);
    }

    /** Gives the complaint into the hands of one member of staff. */
    public void assign(String actor) {
        standing.assign(actor);
    }

    /** Refuses a change that was prepared on an older state of the complaint. */
    public void requireVersion(int expected) {
        if (version != expected) {
            throw changedMeanwhile();
        }
    }

    /** The refusal of a change that was prepared on an older state of the complaint. */
    static Problem changedMeanwhile() {
        return Problem.of(
                Problem.Kind.CONFLICT,
                "changed-meanwhile",
                "Somebody else changed this complaint while you were working on it. Nothing of yours was lost; look"
                        + " at what changed and decide again.");
    }

    /** The key of the complaint. */
    public long id() {
        return id;
    }

    /** The number that people use. */
    public String number() {
        return number;
    }

    /** When and where it happened. */
    public Incident incident() {
        return incident;
    }

    /** How it came in. */
    public Channel channel() {
        return channel;
    }

    /** The language of the person, as a BCP 47 tag. */
    public String language() {
        return language;
    }

    /** When it was received. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** The words of the person. */
    public Story story() {
        return story;
    }

    /** Who was harmed and how badly, as far as told. */
    public Harm harm() {
        return harm == null ? Harm.unknown() : harm; // all columns null: JPA gives no object
    }

    /** The code of the safe way to reach the person; empty when nobody may. */
    public Optional<String> contactWay() {
        return Optional.ofNullable(contactWay);
    }

    /** The language or help that the person needs. */
    public Optional<String> interpreter() {
        return Optional.ofNullable(interpreter);
    }

    /** Whether an account without names may be published. */
    public boolean publishConsent() {
        return publishConsent;
    }

    /** How the office holds the complaint. */
    public Standing standing() {
        return standing;
    }

    /** Where it stands. */
    public Stage stage() {
        return standing.stage();
    }

    /** Grows with every change. */
    public int version() {
        return version;
    }

    /** The accused, unmodifiable. */
    public List<Subject> subjects() {
        return Collections.unmodifiableList(subjects);
    }

    /** What they are said to have done, unmodifiable. */
    public List<Allegation> allegations() {
        return Collections.unmodifiableList(allegations);
    }

    /** The people on the complaining side, unmodifiable. */
    public List<Complainant> people() {
        return Collections.unmodifiableList(people);
    }
}
