package redress.complaint;

import org.jspecify.annotations.Nullable;

/** Which complaints somebody may see: whoever asks this room for several says it, as it knows nothing of roles. */
@FunctionalInterface
public interface Onlooker {

    /** Whether the complaint with this key, in this compartment, assigned to this actor or nobody, may be seen. */
    boolean maySee(long complaint, String compartment, @Nullable String assignee);
}
