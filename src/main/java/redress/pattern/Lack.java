package redress.pattern;

import org.jspecify.annotations.Nullable;
import redress.chance.Verdict;

/**
 * Why there is no verdict.
 *
 * @param what of what there is too little: peers, peer events, exposure or monthly events; or why it would mean nothing
 * @param found how much of it there is
 * @param needed how much of it there must be
 */
public record Lack(String what, double found, double needed) {

    /** Whoever sees only what was assigned sees which complaints somebody assigned, and that says nothing of units. */
    static final Lack ASSIGNED = new Lack("ASSIGNED", 0, 0);

    /** There is nobody to compare with, however much is known of the scope itself. */
    static final Lack NO_PEERS = new Lack("NO_PEERS", 0, 0);

    /** All the rest is one, and how much groups differ anyway shows only among many: more of it would not help. */
    static final Lack ONE_OTHER = new Lack("ONE_OTHER", 0, 0);

    /** Why there is none, or null where there is one. */
    static @Nullable Lack of(Verdict<?> verdict) {
        return verdict instanceof Verdict.None<?>(Verdict.Lack what, double found, double needed)
                ? new Lack(what.name(), found, needed)
                : null;
    }
}
