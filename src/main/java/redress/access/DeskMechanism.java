package redress.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asks, on each request, and refuses nobody: what a route wants is the {@link Doorkeeper}'s business. It
 * reads headers only; a parameter read here would swallow the body of a form. On the API a bearer token outweighs the
 * session.
 */
@Singleton
class DeskMechanism implements HttpAuthenticationMechanism {

    private static final Logger LOG = System.getLogger(DeskMechanism.class.getName());
    private static final String BEARER = "Bearer ";

    private final CurrentActor current;
    private final LiveSessions sessions;
    private final Tokens tokens;
    private final DeskCookies cookies;

    @Inject
    DeskMechanism(CurrentActor current, LiveSessions sessions, Tokens tokens, DeskCookies cookies) {
        this.current = current;
        this.sessions = sessions;
        this.tokens = tokens;
        this.cookies = cookies;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String authorization = request.getHeader("Authorization");
        Optional<Actor> actor = authorization != null && Doorkeeper.isApi(request.getRequestURI())
                ? byToken(authorization)
                : bySession(request.getCookies());
        return actor.map(found -> context.notifyContainerAboutLogin(
                        found.id(), found.roles().stream().map(Role::word).collect(Collectors.toSet())))
                .orElseGet(context::doNothing);
    }

    private Optional<Actor> byToken(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        try {
            Actor actor = tokens.access(authorization.substring(BEARER.length()).strip())
                    .actor();
            current.actsByToken(actor);
            return Optional.of(actor);
        } catch (TokenRefused refused) {
            LOG.log(Level.INFO, "Bearer token refused: {0}", refused.getMessage());
            current.tokenWasRefused();
            return Optional.empty();
        }
    }

    private Optional<Actor> bySession(Cookie @Nullable [] cookies) {
        Optional<Actor> actor = value(cookies, this.cookies.sessionName()).flatMap(sessions::actor);
        actor.ifPresent(current::actsBySession);
        return actor;
    }

    /** The value of a cookie that is there once; two of a name are a trick of a neighbouring host. */
    static Optional<String> value(Cookie @Nullable [] cookies, String name) {
        if (cookies == null) {
            return Optional.empty();
        }
        Set<String> values = Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> value.length() == 43)
                .collect(Collectors.toSet());
        return values.size() == 1 ? values.stream().findFirst() : Optional.empty();
    }
}
