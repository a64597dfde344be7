package redress.access;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import redress.wiring.Part;

/**
 * Access tokens that were found to hold a moment ago, so that a script which asks many times a minute does not have its
 * signature checked each time. What a token says lasts as long as the token does; it is asked again after a minute, and
 * never passes once it has expired. Tokens that were refused are not remembered, nor is any token itself: its SHA-256
 * stands for it.
 */
@Part
class TokensAtHand {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final Tokens tokens;
    private final InstantSource clock;
    private final Map<String, Held> held = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
            return size() > MOST;
        }
    };

    private record Held(Actor actor, Instant until) {}

    @Inject
    TokensAtHand(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Who acts by this token now. */
    Actor actor(String token) throws TokenRefused {
        String key = Base64.getEncoder().encodeToString(Secrets.digest(token));
        Instant now = clock.instant();
        synchronized (held) {
            Held known = held.get(key);
            if (known != null && now.isBefore(known.until())) {
                return known.actor();
            }
            held.remove(key);
        }
        Tokens.Access access = tokens.access(token);
        Instant minute = now.plus(LONGEST);
        Instant until = access.expires().isBefore(minute) ? access.expires() : minute;
        synchronized (held) {
            held.put(key, new Held(access.actor(), until));
        }
        return access.actor();
    }
}
