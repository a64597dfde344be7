package redress.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import redress.time.Ids;
import redress.wiring.Insertion;

/**
 * One thing done by one actor at one time. It is written in the transaction of what it tells of and never changes
 * afterwards, but for its position: that is given once, after the commit, by the sequencer, and is its place in the
 * tree and in the order of all that happened.
 */
@Entity
@Table(name = "act")
public class Act {

    /** The columns of a new row, in the order of {@link #row}. */
    private static final String[] COLUMNS = {
        "id", "kind", "subject", "actor", "at", "salt", "commitment", "leaf_hash", "detail"
    };

    @Id
    private long id;

    @Column(insertable = false, updatable = false)
    private @Nullable Long position;

    @Enumerated(EnumType.STRING)
    private ActKind kind;

    private @Nullable Long subject;

    private String actor;

    private Instant at;

    private byte[] salt;

    private byte[] commitment;

    @Column(name = "leaf_hash")
    private byte[] leafHash;

    private @Nullable String detail;

    @SuppressWarnings("NullAway.Init")
    protected Act() {}

    protected Act(long id, NewAct act, Instant at, Leaf leaf) {
        this.id = id;
        this.kind = act.kind();
        this.subject = act.subject();
        this.actor = act.actor();
        this.at = at;
        this.salt = leaf.salt();
        this.commitment = leaf.commitment();
        this.leafHash = leaf.hash();
        this.detail = act.detail();
    }

    /** The act, done at that second. */
    static Act done(NewAct act, Instant at) {
        long id = Ids.next();
        return new Act(id, act, at, Leaf.of(id, act.kind(), at, act.content()));
    }

    /** Its id. */
    public long id() {
        return id;
    }

    /** Its place in the order of all acts, from 0; empty until the sequencer has given it. */
    public OptionalLong position() {
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    /** What sort of thing was done. */
    public ActKind kind() {
        return kind;
    }

    /** The id of the complaint or batch that it is about. */
    public OptionalLong subject() {
        return subject == null ? OptionalLong.empty() : OptionalLong.of(subject);
    }

    /** The id of who acted. */
    public String actor() {
        return actor;
    }

    /** When, to the second. */
    public Instant at() {
        return at;
    }

    /** Whether the content is the one that the act committed to. */
    public boolean commitsTo(byte[] content) {
        return java.util.Arrays.equals(commitment, Leaf.commit(salt, content));
    }

    /** The text whose hash stands in the tree, for whoever wants to check it. */
    public String leafText() {
        return Leaf.text(id, kind, at, commitment);
    }

    /** Its hash in the tree; known at once, long before the position. */
    public byte[] leafHash() {
        return leafHash.clone();
    }

    /** Short JSON for machines, without anything personal. */
    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    /** The statement that writes new ones. */
    static Insertion insertion() {
        return Insertion.into("act", COLUMNS);
    }

    /** What is written of a new one; everything else begins as NULL. */
    @Nullable
    Object[] row() {
        return new @Nullable Object[] {id, kind, subject, actor, at, salt, commitment, leafHash, detail};
    }
}
