package redress.watch;

import java.util.Arrays;
import java.util.Optional;

/** What came of an action. */
public enum Effect {
    /** What the watch looks for has become less. */
    LESS,
    /** It is as it was. */
    SAME,
    /** It has become more. */
    MORE,
    /** Nobody can tell. */
    UNKNOWN;

    /** The effect with that word. */
    static Optional<Effect> find(String word) {
        return Arrays.stream(values()).filter(each -> each.name().equals(word)).findFirst();
    }
}
