package redress.correspondence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.access.RecordKind;

/** One message, note or letter. It is never changed, except that its text may be erased; that it was there stays. */
@Entity
@Table(name = "correspondence")
public class Writing {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    private long id;

    @Column(name = "complaint_id")
    private long complaint;

    @Enumerated(EnumType.STRING)
    private RecordKind kind;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    private @Nullable String party;

    private @Nullable String subject;

    private @Nullable LocalDate dated;

    @Lob
    private @Nullable String text;

    @Column(name = "written_by")
    private @Nullable String writtenBy;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "send_key")
    private byte[] sendKey;

    @SuppressWarnings("NullAway.Init")
    protected Writing() {}

    /**
     * Takes away the words for good, and with them the digest by which a repeat was known: it could confirm a guess.
     */
    void erase() {
        text = null;
        party = null;
        subject = null;
        sendKey = new byte[sendKey.length];
        RANDOM.nextBytes(sendKey);
    }

    /** Its key. */
    public long id() {
        return id;
    }

    /** The complaint with which it is kept. */
    public long complaint() {
        return complaint;
    }

    /** Message, note or letter. */
    public RecordKind kind() {
        return kind;
    }

    /** Which way it went. */
    public Direction direction() {
        return direction;
    }

    /** Of a letter: to whom or from whom it is. */
    public Optional<String> party() {
        return Optional.ofNullable(party);
    }

    /** Of a letter: what it is about. */
    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    /** Of a letter: the day that it bears. */
    public Optional<LocalDate> dated() {
        return Optional.ofNullable(dated);
    }

    /** The words; empty where they were erased. */
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** The id of the member of staff who wrote it; empty for the complainant. */
    public Optional<String> writtenBy() {
        return Optional.ofNullable(writtenBy);
    }

    /** When. */
    public Instant writtenAt() {
        return writtenAt;
    }

    /** The key alone: the words must not end in a log by accident. */
    @Override
    public String toString() {
        return "Writing[" + id + "]";
    }
}
