package redress.pattern;

import org.jspecify.annotations.Nullable;

/**
 * An institution, a unit or a place, as one of a tree.
 *
 * @param key an institution's or place's code, or a unit's as institution/code
 * @param parent the key of what stands above it, or null
 * @param name its name
 * @param kind within which a like rate is to be expected: station, patrol, prison; for a place its level
 */
record Node(String key, @Nullable String parent, String name, String kind) {

    /** The code of the institution that a unit's key begins with. */
    String institution() {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
