package redress.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import redress.problem.Problem;

/**
 * Stands before every route and opens only what declares its callers: {@link Public} or {@link Staff}. A route that
 * declares nothing (also those that the server makes by itself, such as the answer to OPTIONS or a WADL) is not there.
 * The server's own role annotations are not relied on, since it ignores some of them.
 */
@Provider
@Dependent
@Priority(Priorities.AUTHENTICATION - 900)
class Doorkeeper implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final CurrentActor current;
    private final String publicUrl;

    @Context
    @SuppressWarnings("NullAway.Init")
    private ResourceInfo route;

    @Inject
    Doorkeeper(CurrentActor current, @ConfigProperty(name = "redress.public-url") String publicUrl) {
        this.current = current;
        this.publicUrl = publicUrl;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = route.getResourceMethod();
        Optional<Callers> callers = method == null ? Optional.empty() : Callers.of(method);
        switch (callers.orElseThrow(Problem::notFound)) {
            case Callers.Anyone anyone -> {}
            case Callers.Signed signed -> admit(request, signed);
        }
    }

    private void admit(ContainerRequestContext request, Callers.Signed signed) {
        Optional<Actor> actor = current.actor();
        if (actor.isEmpty()) {
            turnAway(request);
            return;
        }
        if (current.bySession() && !SameOrigin.holds(request, publicUrl)) {
            throw SameOrigin.refusal();
        }
        if (!signed.admits(actor.get())) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "role-needed", "Your role does not allow this.");
        }
    }

    /**
     * A person who reads a page is led to the sign-in and back; everybody else is told 401. Somebody who sends a form
     * of our own pages was signed in when it was opened, and is told so in a way that gives back what was typed. A form
     * of another site gets nothing of itself back: it would speak with our voice.
     */
    private void turnAway(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (isApi(path)) {
            throw CurrentActor.nobody();
        }
        if (!READING.contains(request.getMethod())) {
            throw SameOrigin.holds(request, publicUrl) ? CurrentActor.sessionOver() : CurrentActor.nobody();
        }
        String wanted = ReturnPath.of(request.getUriInfo().getRequestUri());
        request.abortWith(Response.status(Response.Status.FOUND)
                .header(HttpHeaders.LOCATION, publicUrl + "/desk/sign-in?return=" + ReturnPath.encoded(wanted))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build());
    }

    static boolean isApi(String path) {
        return path.startsWith("api/") || path.startsWith("/api/");
    }
}
