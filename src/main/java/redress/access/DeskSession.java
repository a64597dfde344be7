package redress.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * One signed-in browser. It ends after a quarter of an hour without a request and after eight hours in any case.
 * Keycloak is asked about it again when a minute has passed; while Keycloak does not answer at all, it holds five
 * minutes more.
 *
 * @param actor the actor's id
 * @param roles as Keycloak told them last
 * @param sealed refresh token and display name, see {@link Secrets}
 */
record DeskSession(String actor, Set<Role> roles, byte[] sealed, Times times) {

    static final Duration IDLE = Duration.ofMinutes(15);
    static final Duration ABSOLUTE = Duration.ofHours(8);
    static final Duration RECHECK = Duration.ofSeconds(60);
    static final Duration GRACE = Duration.ofMinutes(5);
    static final Duration TOUCH = Duration.ofSeconds(15);

    /** When it began, was last used, was last checked and was last confirmed by Keycloak. */
    record Times(Instant beganAt, Instant seenAt, Instant checkedAt, Instant confirmedAt) {}

    boolean over(Instant now) {
        return !now.isBefore(times.seenAt().plus(IDLE))
                || !now.isBefore(times.beganAt().plus(ABSOLUTE));
    }

    boolean checkDue(Instant now) {
        return !now.isBefore(times.checkedAt().plus(RECHECK));
    }

    boolean touchDue(Instant now) {
        return !now.isBefore(times.seenAt().plus(TOUCH));
    }

    /** Whether Keycloak's last yes is too long ago to be believed. */
    boolean doubtful(Instant now) {
        return !now.isBefore(times.confirmedAt().plus(RECHECK).plus(GRACE));
    }
}
