package redress.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;

/** The desk's door as the browser and Keycloak see it. Nothing here is a page of its own; each answer leads on. */
@Path("/desk")
@Dependent
public class SignInPages {

    private static final Logger LOG = System.getLogger(SignInPages.class.getName());
    private static final int LONGEST = 4000;

    private final SignIn signIn;
    private final SignOut signOut;
    private final CurrentActor current;
    private final DeskCookies cookies;
    private final String publicUrl;

    /** Called by the server. */
    @Inject
    SignInPages(
            SignIn signIn,
            SignOut signOut,
            CurrentActor current,
            DeskCookies cookies,
            @ConfigProperty(name = "redress.public-url") String publicUrl) {
        this.signIn = signIn;
        this.signOut = signOut;
        this.current = current;
        this.cookies = cookies;
        this.publicUrl = publicUrl;
    }

    /** Leads to Keycloak, or back at once for somebody who is signed in. */
    @GET
    @Path("/sign-in")
    @Public
    public Response signIn(@QueryParam("return") @Nullable String wanted, @Context HttpHeaders headers) {
        String returnPath = ReturnPath.allowed(wanted);
        if (current.actor().isPresent()) {
            return leadTo(publicUrl + returnPath).build();
        }
        String known = cookie(headers, cookies.signInName());
        String browser = known == null ? Secrets.fresh() : known;
        URI keycloak = signIn.begin(browser, returnPath);
        return leadTo(keycloak.toString())
                .header(HttpHeaders.SET_COOKIE, cookies.signIn(browser))
                .build();
    }

    /** Where Keycloak leads back to. */
    @GET
    @Path("/callback")
    @Public
    public Response callback(
            @QueryParam("state") @Nullable String state,
            @QueryParam("code") @Nullable String code,
            @QueryParam("iss") @Nullable String issuer,
            @Context HttpHeaders headers) {
        String browser = cookie(headers, cookies.signInName());
        try {
            SignIn.Begun begun = signIn.complete(new SignIn.Answer(state, code, issuer, browser));
            String former = cookie(headers, cookies.sessionName());
            if (former != null) {
                signOut.replaced(former);
            }
            return leadTo(publicUrl + begun.returnPath())
                    .header(HttpHeaders.SET_COOKIE, cookies.session(begun.cookie()))
                    .build();
        } catch (TokenRefused refused) {
            LOG.log(Level.WARNING, "Sign-in refused: {0}", refused.getMessage());
            throw Problem.of(
                    Problem.Kind.FORBIDDEN,
                    "sign-in-refused",
                    "This sign-in did not begin in this browser, took too long, or was used before. Please go to the"
                            + " desk and sign in again.");
        } catch (IOException silent) {
            LOG.log(
                    Level.WARNING,
                    "Keycloak does not answer: {0}",
                    silent.getClass().getSimpleName());
            throw Problem.of(
                    Problem.Kind.UNAVAILABLE, "sign-in-unavailable", "The sign-in does not answer at present.");
        }
    }

    /** Ends the session of this browser, here and in Keycloak, and leads to the start page; also when it is over. */
    @POST
    @Path("/sign-out")
    @Public
    public Response signOut(@Context HttpHeaders headers) {
        String site = headers.getHeaderString("Sec-Fetch-Site");
        if (!SameOrigin.holds(site, headers.getHeaderString("Origin"), publicUrl)) {
            throw SameOrigin.refusal();
        }
        String session = cookie(headers, cookies.sessionName());
        if (session != null) {
            signOut.asked(session);
        }
        return Response.seeOther(URI.create(publicUrl + "/"))
                .header(HttpHeaders.SET_COOKIE, cookies.noSession())
                .build();
    }

    /** Keycloak tells that a session is over (OpenID Connect Back-Channel Logout 1.0). The token is the proof. */
    @POST
    @Path("/back-channel-logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Public
    public Response backChannelLogout(@FormParam("logout_token") @Nullable String token) {
        try {
            if (token == null || token.length() > LONGEST) {
                throw new TokenRefused("no logout token");
            }
            signOut.backChannel(token);
            return Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
        } catch (TokenRefused refused) {
            LOG.log(Level.WARNING, "Logout token refused: {0}", refused.getMessage());
            throw Problem.of(Problem.Kind.INVALID, "logout-token-refused", "This logout token does not hold.");
        }
    }

    private static Response.ResponseBuilder leadTo(String address) {
        return Response.status(Response.Status.FOUND)
                .location(URI.create(address))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static @Nullable String cookie(HttpHeaders headers, String name) {
        Cookie found = headers.getCookies().get(name);
        return found == null || !found.getValue().matches("[A-Za-z0-9_-]{43}") ? null : found.getValue();
    }
}
