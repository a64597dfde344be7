package redress.triage;

import org.jspecify.annotations.Nullable;

/**
 * What somebody decides.
 *
 * @param route where the complaint goes
 * @param reason why; at least {@value #SHORTEST} characters, since the complainant may be told and a review may read it
 * @param assignee into whose hands it goes: an investigator who may see it; only where it is investigated
 * @param version the version of the complaint that the person looked at
 */
public record Decision(Route route, String reason, @Nullable String assignee, int version) {

    /** The shortest reason, in characters. */
    public static final int SHORTEST = 10;

    /** The longest reason, in characters. */
    public static final int LONGEST = 4_000;
}
