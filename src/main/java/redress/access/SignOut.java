package redress.access;

import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Optional;

/** The ways out: the person asks, or Keycloak tells that its session is over. */
@Singleton
class SignOut {

    private static final Logger LOG = System.getLogger(SignOut.class.getName());

    private final DeskSessions sessions;
    private final RealmClient client;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Event<DeskVisit> visits;

    @Inject
    SignOut(DeskSessions sessions, RealmClient client, Tokens tokens, InstantSource clock, Event<DeskVisit> visits) {
        this.sessions = sessions;
        this.client = client;
        this.tokens = tokens;
        this.clock = clock;
        this.visits = visits;
    }

    /** Ends the session here and in Keycloak. Here it ends even when Keycloak does not answer. */
    void asked(String cookie) {
        Optional<DeskSession> found = sessions.find(cookie);
        if (found.isEmpty() || !sessions.end(cookie)) {
            return;
        }
        try {
            client.endSession(LiveSessions.Inside.open(cookie, found.get()).refreshToken());
        } catch (IOException silent) {
            LOG.log(
                    Level.WARNING,
                    "Keycloak was not told of a sign-out: {0}",
                    silent.getClass().getSimpleName());
        }
        visits.fire(new DeskVisit.SignedOut(found.get().actor(), DeskVisit.Reason.ASKED));
    }

    /** Ends the session that the same browser had before; Keycloak's own may be the new one's as well. */
    void replaced(String cookie) {
        Optional<DeskSession> found = sessions.find(cookie);
        if (found.isPresent() && sessions.end(cookie)) {
            visits.fire(new DeskVisit.SignedOut(found.get().actor(), DeskVisit.Reason.ASKED));
        }
    }

    /** Ends what Keycloak's logout token names; refuses a token that does not hold or comes a second time. */
    void backChannel(String logoutToken) throws TokenRefused {
        LogoutTokenClaimsSet claims = tokens.logout(logoutToken);
        if (claims.getJWTID() == null || !sessions.firstUse(claims.getJWTID().getValue(), clock.instant())) {
            throw new TokenRefused("logout token used before");
        }
        String realmSession =
                claims.getSessionID() == null ? null : claims.getSessionID().getValue();
        String actor = claims.getSubject() == null ? null : claims.getSubject().getValue();
        for (String ended : sessions.endAll(realmSession, actor)) {
            visits.fire(new DeskVisit.SignedOut(ended, DeskVisit.Reason.BACK_CHANNEL));
        }
    }
}
