package redress.lineup;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import redress.access.Actor;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.problem.Problem;
import redress.web.Form;

/** The page on which the answer that complaints are not about the same person or patrol is taken back. */
@Path("/desk/clusters/denials/{denial}/undo")
@Produces(MediaType.TEXT_HTML)
@Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
public class ClusterDenialPages {

    private final TellingApart tellingApart;
    private final CurrentActor current;

    @Inject
    ClusterDenialPages(TellingApart tellingApart, CurrentActor current) {
        this.tellingApart = tellingApart;
        this.current = current;
    }

    /** The answer that somebody is about to take back. */
    @GET
    public Response standing(@PathParam("denial") String denial) {
        return page(200, denial, Form.blank());
    }

    /** Takes the answer back. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response undo(@PathParam("denial") String denial, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            tellingApart.undo(denial, form.value("reason"), current.require());
            return Response.seeOther(URI.create("/desk/clusters?done=restored")).build();
        } catch (Problem refused) {
            return page(Typed.status(refused), denial, Typed.back(form, refused));
        }
    }

    private Response page(int status, String denial, Form form) {
        Actor actor = current.require();
        ClusterBoard.Denied denied = tellingApart.standing(denial, actor);
        return Response.status(status)
                .entity(new DenialPage(
                        actor.displayName(),
                        form,
                        String.join(", ", denied.members()),
                        new Lineup.Confirmed(denied.reason(), denied.by(), denied.at()),
                        new DenialPage.Paths("/desk/clusters", "/desk/clusters/denials/" + denied.denial() + "/undo")))
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }
}
