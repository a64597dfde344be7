package redress.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asks, on each request, and refuses nobody: what a route wants is the {@link Doorkeeper}'s business. It
 * reads headers only; a parameter read here would swallow the body of a form. On the API a bearer token outweighs the
 * session.
 *
 * <p>It is given to the server as a module of Jakarta Authentication 3.0 itself, once, when the application starts. As
 * an {@code HttpAuthenticationMechanism} it would be looked up by name twice in each request (decision 9).
 */
@Singleton
class DeskMechanism implements ServerAuthModule {

    private static final Logger LOG = System.getLogger(DeskMechanism.class.getName());
    private static final String BEARER = "Bearer ";
    private static final Class<?>[] MESSAGES = {HttpServletRequest.class, HttpServletResponse.class};

    private final CurrentActor current;
    private final LiveSessions sessions;
    private final TokensAtHand tokens;
    private final DeskCookies cookies;
    private @Nullable CallbackHandler container;

    @Inject
    DeskMechanism(CurrentActor current, LiveSessions sessions, TokensAtHand tokens, DeskCookies cookies) {
        this.current = current;
        this.sessions = sessions;
        this.tokens = tokens;
        this.cookies = cookies;
    }

    /** Before anything is asked of the application. */
    void stand(@Observes @Priority(0) @Initialized(ApplicationScoped.class) ServletContext application) {
        AuthConfigFactory.getFactory().registerServerAuthModule(this, application);
    }

    @Override
    public void initialize(
            MessagePolicy request, MessagePolicy response, CallbackHandler handler, Map<String, Object> options) {
        container = handler;
    }

    @Override
    public Class<?>[] getSupportedMessageTypes() {
        return MESSAGES.clone();
    }

    /** Tells the container who asks, which is nobody in particular on most requests; never refuses. */
    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
            throws AuthException {
        Optional<Actor> actor = actor((HttpServletRequest) message.getRequestMessage());
        try {
            Objects.requireNonNull(container)
                    .handle(actor.map(found -> known(client, found)).orElseGet(() -> nobody(client)));
        } catch (IOException | UnsupportedCallbackException untold) {
            throw new AuthException("The container could not be told who asks", untold);
        }
        return AuthStatus.SUCCESS;
    }

    private static Callback[] known(Subject client, Actor actor) {
        String[] roles = actor.roles().stream().map(Role::word).toArray(String[]::new);
        return new Callback[] {
            new CallerPrincipalCallback(client, actor.id()), new GroupPrincipalCallback(client, roles)
        };
    }

    private static Callback[] nobody(Subject client) {
        return new Callback[] {new CallerPrincipalCallback(client, (Principal) null)};
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) {
        return AuthStatus.SEND_SUCCESS;
    }

    @Override
    public void cleanSubject(MessageInfo message, Subject subject) {
        subject.getPrincipals().clear();
    }

    private Optional<Actor> actor(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && Doorkeeper.isApi(request.getRequestURI())
                ? byToken(authorization)
                : bySession(request.getCookies());
    }

    private Optional<Actor> byToken(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        try {
            Actor actor = tokens.actor(authorization.substring(BEARER.length()).strip());
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
