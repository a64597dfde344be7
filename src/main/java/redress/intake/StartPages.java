package redress.intake;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import redress.access.Public;
import redress.profile.Profile;

/** The pages that anybody reads before complaining. */
@Path("/")
@Public
@Produces(MediaType.TEXT_HTML)
public class StartPages {

    private final Profile profile;

    @Inject
    StartPages(Profile profile) {
        this.profile = profile;
    }

    /** What happens, how long it takes, what is needed, who will see it. */
    @GET
    public StartPage start() {
        return new StartPage();
    }

    /** How to stay safe while using the site. */
    @GET
    @Path("safety")
    public SafetyPage safety() {
        return new SafetyPage();
    }

    /** How to complain without the site. */
    @GET
    @Path("channels")
    public ChannelsPage channels() {
        return new ChannelsPage(profile.contact());
    }
}
