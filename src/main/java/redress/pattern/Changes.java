package redress.pattern;

import java.util.Set;

/**
 * What the ledger tells to have changed for dossiers since some position.
 *
 * @param everything whether more may have changed than single complaints, or too many of them
 * @param complaints the ids of those that changed or came in
 */
record Changes(boolean everything, Set<Long> complaints) {

    /** So many are looked at by themselves; with more everything is read anew. */
    static final int MOST = 1_000;

    /** Nothing that a dossier reads. */
    static final Changes NONE = new Changes(false, Set.of());

    /** Anything may have. */
    static final Changes EVERYTHING = new Changes(true, Set.of());

    /** These complaints and nothing else. */
    static Changes of(Set<Long> complaints) {
        return complaints.size() > MOST ? EVERYTHING : new Changes(false, Set.copyOf(complaints));
    }

    boolean nothing() {
        return !everything && complaints.isEmpty();
    }
}
