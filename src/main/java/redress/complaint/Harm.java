package redress.complaint;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who was harmed, and the worst that happened to a body, as far as told. */
@Embeddable
public class Harm {

    /** Who was harmed, seen from the person who complains. */
    public enum Whom {
        /** The person who complains. */
        SELF,
        /** A member of the family. */
        FAMILY,
        /** Somebody whom the person knows. */
        KNOWN,
        /** Somebody whom the person saw and does not know. */
        STRANGER
    }

    /** The worst that happened to a body. */
    public enum Injury {
        /** Nobody was hurt. */
        NONE,
        /** Somebody was hurt. */
        INJURED,
        /** Somebody died. */
        DEATH,
        /** The person does not know. */
        UNKNOWN
    }

    @Enumerated(EnumType.STRING)
    private @Nullable Whom harmed;

    @Enumerated(EnumType.STRING)
    private @Nullable Injury injury;

    protected Harm() {}

    /** What was told; null where the question was left out. */
    public static Harm told(@Nullable Whom whom, @Nullable Injury injury) {
        Harm harm = new Harm();
        harm.harmed = whom;
        harm.injury = injury;
        return harm;
    }

    static Harm unknown() {
        return new Harm();
    }

    /** Who was harmed. */
    public Optional<Whom> whom() {
        return Optional.ofNullable(harmed);
    }

    /** The worst that happened to a body. */
    public Optional<Injury> injury() {
        return Optional.ofNullable(injury);
    }
}
