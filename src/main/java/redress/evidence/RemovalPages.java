package redress.evidence;

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

/** The page on which a document is removed: once more what it is, and why it has to go. */
@Path("/desk/complaints/{number}/documents/{document}/removal")
@Produces(MediaType.TEXT_HTML)
@Staff({Role.SUPERVISOR, Role.COMMISSIONER})
public class RemovalPages {

    private final Removing removing;
    private final CurrentActor current;

    @Inject
    RemovalPages(Removing removing, CurrentActor current) {
        this.removing = removing;
        this.current = current;
    }

    /** The document that somebody is about to remove. */
    @GET
    public Response ask(@PathParam("number") String number, @PathParam("document") String key) {
        return page(200, number, key, Form.blank());
    }

    /** Removes it; without a reason nothing is removed. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(
            @PathParam("number") String number,
            @PathParam("document") String key,
            MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            Tombstone left = removing.remove(number, key, form.value("reason"), current.require());
            return Response.seeOther(
                            URI.create("/desk/complaints/" + number + "/documents?removed=" + left.key() + "#removed"))
                    .build();
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.INVALID) {
                throw refused;
            }
            return page(400, number, key, form.with(refused.errors()));
        }
    }

    private Response page(int status, String number, String key, Form form) {
        Actor actor = current.require();
        return Response.status(status)
                .entity(new RemovalPage(actor.displayName(), number, removing.standing(number, key, actor), form))
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }
}
