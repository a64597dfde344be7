package redress.pattern;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A peer group: whom a dossier is about and with whom it is compared.
 *
 * <p>A member is a unit with everything below it, an officer, the commands of a commander, or a place.
 */
interface Group {

    /**
     * A time that somebody served for a member.
     *
     * @param member the key of the member
     * @param from the first day
     * @param to the last day, included
     */
    record Served(String member, LocalDate from, LocalDate to) {}

    /** The key of the member that the dossier is about. */
    String own();

    /** All members with their names, the own one among them. */
    Map<String, String> names();

    /** Equal for groups that have the same members, whichever is the own one. */
    Object members();

    /** For which members a complaint against this one counts. */
    Collection<String> counted(Accused accused);

    /** For which members this posting is exposure. */
    Collection<Served> served(Posting posting);

    /** Why it can never be said whether counts are more than those of the others; null where it can be. */
    default @Nullable Lack uncompared() {
        return null;
    }
}
