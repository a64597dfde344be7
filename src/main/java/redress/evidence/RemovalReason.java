package redress.evidence;

import java.util.Arrays;
import java.util.Optional;

/** Why a document was removed. Stored by name: a reason may be added, never renamed. */
public enum RemovalReason {
    /** It belongs to another complaint. */
    WRONG_COMPLAINT,
    /** It shows or names somebody who has nothing to do with the complaint and is put at risk by it. */
    THIRD_PERSON,
    /** Whoever gave it wants it back. */
    TAKEN_BACK,
    /** The law or a court forbids to keep it. */
    UNLAWFUL,
    /** It harms the computer of whoever opens it. */
    HARMFUL;

    /** The reason of this name; none where there is no such reason. */
    static Optional<RemovalReason> named(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(name))
                .findFirst();
    }
}
