package redress.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;

/**
 * Keeps foreign sites from acting through a signed-in browser: a request that changes something must come from a page
 * of this portal, which the browser says in {@code Sec-Fetch-Site}; older ones, and all over plain HTTP but to the same
 * machine, say it in {@code Origin}, and only where the page's {@code Referrer-Policy} lets them. Who says neither is
 * refused. The cookie's SameSite attribute is the other half.
 */
final class SameOrigin {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private SameOrigin() {}

    static Problem refusal() {
        return Problem.of(
                Problem.Kind.FORBIDDEN, "foreign-origin", "This form was not sent from a page of this portal.");
    }

    static boolean holds(ContainerRequestContext request, String publicUrl) {
        return READING.contains(request.getMethod())
                || holds(request.getHeaderString("Sec-Fetch-Site"), request.getHeaderString("Origin"), publicUrl);
    }

    /** The same question for a request that changes something, on the two headers alone. */
    static boolean holds(@Nullable String fetchSite, @Nullable String origin, String publicUrl) {
        if (fetchSite != null) {
            return fetchSite.equals("same-origin") || fetchSite.equals("none");
        }
        return origin != null && origin.equals(originOf(publicUrl));
    }

    private static String originOf(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
