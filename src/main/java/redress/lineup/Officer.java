package redress.lineup;

import org.jspecify.annotations.Nullable;

/**
 * A member of a force, as the roster knows one.
 *
 * @param id the key
 * @param institution the code of the service
 * @param service the name of the service
 * @param key the service's own key
 * @param name given and family name as far as they are known; empty where neither is
 * @param badge the badge number, or null
 * @param rank the rank, or null
 */
record Officer(
        long id,
        String institution,
        String service,
        String key,
        String name,
        @Nullable String badge,
        @Nullable String rank) {}
