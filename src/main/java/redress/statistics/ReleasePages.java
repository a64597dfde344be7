package redress.statistics;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;

/** Where a publisher releases the figures. */
@Path("/desk/figures")
@Produces(MediaType.TEXT_HTML)
@Staff(Role.PUBLISHER)
public class ReleasePages {

    private final Publishing publishing;
    private final Figures figures;
    private final CurrentActor current;

    @Inject
    ReleasePages(Publishing publishing, Figures figures, CurrentActor current) {
        this.publishing = publishing;
        this.figures = figures;
        this.current = current;
    }

    /** Says when figures were released last, and offers to do it again. */
    @GET
    public ReleasePage ask() {
        return new ReleasePage(
                figures.newest().map(Release::madeAt).orElse(null),
                current.require().displayName());
    }

    /** Releases the figures. */
    @POST
    public Response release() {
        publishing.release(current.require());
        return Response.seeOther(URI.create("/desk/figures")).build();
    }
}
