package redress.access;

import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Says whom a session's cookie stands for, and lets a session live no longer than Keycloak wants: at most once a minute
 * a new token is asked for, and who gets none is out.
 */
@Singleton
class LiveSessions {

    private static final Logger LOG = System.getLogger(LiveSessions.class.getName());
    private static final int STRIPES = 64;

    private final DeskSessions sessions;
    private final RealmClient realm;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Event<DeskVisit> visits;
    private final AbsentSight absent;
    private final Object[] stripes =
            IntStream.range(0, STRIPES).mapToObj(i -> new Object()).toArray();

    @Inject
    LiveSessions(
            DeskSessions sessions,
            RealmClient realm,
            Tokens tokens,
            InstantSource clock,
            Event<DeskVisit> visits,
            AbsentSight absent) {
        this.sessions = sessions;
        this.realm = realm;
        this.tokens = tokens;
        this.clock = clock;
        this.visits = visits;
        this.absent = absent;
    }

    /** The secrets of a session beside its row. */
    record Inside(String refreshToken, String displayName) {
        byte[] sealed(String cookie) {
            return Secrets.seal(cookie, refreshToken + "\n" + displayName.replace('\n', ' '));
        }

        static Inside open(String cookie, DeskSession session) {
            String[] parts = Secrets.open(cookie, session.sealed()).split("\n", 2);
            return new Inside(parts[0], parts.length > 1 ? parts[1] : "");
        }
    }

    /** Begins a session that never had another owner; gives what the browser is to hold. */
    String begin(Tokens.Access access, String refreshToken) {
        String cookie = Secrets.fresh();
        byte[] sealed = new Inside(refreshToken, access.actor().displayName()).sealed(cookie);
        sessions.begin(cookie, access.actor(), access.realmSession(), sealed, clock.instant());
        absent.note(access.actor());
        visits.fire(new DeskVisit.SignedIn(access.actor()));
        return cookie;
    }

    /** Whom this cookie stands for now, if anybody. */
    Optional<Actor> actor(String cookie) {
        Instant now = clock.instant();
        Optional<DeskSession> found = sessions.find(cookie);
        if (found.isPresent() && found.get().over(now)) {
            sessions.end(cookie);
            return Optional.empty();
        }
        if (found.isPresent() && found.get().checkDue(now)) {
            found = checked(cookie, now);
        }
        return found.map(session -> seen(cookie, session, now));
    }

    private Actor seen(String cookie, DeskSession session, Instant now) {
        if (session.touchDue(now)) {
            sessions.touch(cookie, now);
        }
        return new Actor(session.actor(), Inside.open(cookie, session).displayName(), session.roles());
    }

    /** One request of a session asks, the others of this node wait for what it hears. */
    private Optional<DeskSession> checked(String cookie, Instant now) {
        synchronized (stripes[Math.floorMod(cookie.hashCode(), STRIPES)]) {
            Optional<DeskSession> found = sessions.find(cookie);
            if (found.isPresent()
                    && found.get().checkDue(now)
                    && sessions.claimCheck(cookie, found.get().times().checkedAt(), now)) {
                ask(cookie, found.get(), now);
                found = sessions.find(cookie);
            }
            return found.filter(session -> !session.doubtful(now));
        }
    }

    private void ask(String cookie, DeskSession session, Instant now) {
        Inside inside = Inside.open(cookie, session);
        try {
            OIDCTokens fresh = realm.refresh(inside.refreshToken());
            Tokens.Access access = tokens.access(fresh.getAccessToken().getValue());
            if (!access.actor().id().equals(session.actor())) {
                throw new TokenRefused("another subject");
            }
            String refreshToken = fresh.getRefreshToken() == null
                    ? inside.refreshToken()
                    : fresh.getRefreshToken().getValue();
            byte[] sealed = new Inside(refreshToken, inside.displayName()).sealed(cookie);
            sessions.confirm(cookie, access.actor().roles(), sealed, now);
            absent.note(access.actor());
        } catch (TokenRefused refused) {
            LOG.log(Level.INFO, "Session of {0} ended: {1}", session.actor(), refused.getMessage());
            if (sessions.end(cookie)) {
                // A right that was lost is told by another refusal, or by the roles of the next sign-in.
                if (!refused.sessionEnded()) {
                    absent.forget(session.actor());
                }
                visits.fire(new DeskVisit.SignedOut(session.actor(), DeskVisit.Reason.REFUSED));
            }
        } catch (IOException silent) {
            LOG.log(
                    Level.WARNING,
                    "Keycloak does not answer: {0}",
                    silent.getClass().getSimpleName());
        }
    }
}
