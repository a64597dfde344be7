package redress.pattern;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was read before some complaints changed, and is as good as new once these have been looked at again.
 *
 * @param value what was read
 * @param changed the ids of those that changed since
 */
record Outdated<T>(T value, Set<Long> changed) {

    /**
     * All values after a change, those that were outdated before as well. What misses more changes than are looked at
     * by themselves is let go.
     */
    static <K, T> Map<K, Outdated<T>> after(Map<K, T> current, Map<K, Outdated<T>> before, Set<Long> changed) {
        Map<K, Outdated<T>> all = new HashMap<>();
        before.forEach((key, old) -> all.put(key, old.and(changed)));
        current.forEach((key, value) -> all.put(key, new Outdated<>(value, changed)));
        all.values().removeIf(old -> old.changed().size() > Changes.MOST);
        return all;
    }

    /** The same after more complaints changed. */
    Outdated<T> and(Set<Long> more) {
        Set<Long> both = new HashSet<>(changed);
        both.addAll(more);
        return new Outdated<>(value, both);
    }
}
