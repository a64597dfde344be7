package redress.complaint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Lob;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.likeness.Signature;

/** The complainant's own words, one part for each question. Nobody ever edits them. */
@Embeddable
public class Story {

    @Lob
    private @Nullable String narrative;

    /** Made from the narrative on the way in; also absent in rows that are older than it. */
    @Column(name = "narrative_signature")
    private byte @Nullable [] signature;

    @Lob
    @Column(name = "evidence_words")
    private @Nullable String evidence;

    @Lob
    @Column(name = "witness_words")
    private @Nullable String witnesses;

    @Lob
    @Column(name = "elsewhere_words")
    private @Nullable String elsewhere;

    @Lob
    @Column(name = "wanted_words")
    private @Nullable String wanted;

    protected Story() {}

    /** What happened; which evidence exists and where; who saw it; where else it was told; what should come of it. */
    public static Story told(
            String narrative,
            @Nullable String evidence,
            @Nullable String witnesses,
            @Nullable String elsewhere,
            @Nullable String wanted) {
        Story story = new Story();
        story.narrative = narrative;
        story.signature = Signature.toStore(narrative);
        story.evidence = evidence;
        story.witnesses = witnesses;
        story.elsewhere = elsewhere;
        story.wanted = wanted;
        return story;
    }

    /** What happened; empty where an old register holds no account. */
    public String narrative() {
        return narrative == null ? "" : narrative;
    }

    /** The signature of the narrative, as it is stored. */
    byte @Nullable [] signature() {
        return signature;
    }

    /** Which evidence exists and where. */
    public Optional<String> evidence() {
        return Optional.ofNullable(evidence);
    }

    /** Who else saw it. */
    public Optional<String> witnesses() {
        return Optional.ofNullable(witnesses);
    }

    /** Where else it was reported, and with what result. */
    public Optional<String> elsewhere() {
        return Optional.ofNullable(elsewhere);
    }

    /** What should come of it. */
    public Optional<String> wanted() {
        return Optional.ofNullable(wanted);
    }
}
