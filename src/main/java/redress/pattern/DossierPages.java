package redress.pattern;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import redress.access.Actor;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.problem.Problem;
import redress.web.Form;

/**
 * The dossier for people at the desk. The whole question stands in the address, so that it can be kept and passed on.
 */
@Path("/desk/dossier")
@Produces(MediaType.TEXT_HTML)
@Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
public class DossierPages {

    private final Dossiers dossiers;
    private final CurrentActor current;

    @Inject
    DossierPages(Dossiers dossiers, CurrentActor current) {
        this.dossiers = dossiers;
        this.current = current;
    }

    /** The dossier that the address asks for; the form alone where it asks for none. */
    @GET
    public Response open(@Context UriInfo address) {
        Actor actor = current.require();
        Form form = Form.of(address.getQueryParameters());
        if (!Question.in(form)) {
            return page(200, new DossierPage(actor.displayName(), form, null));
        }
        try {
            return page(200, new DossierPage(actor.displayName(), form, dossiers.open(Question.of(form), actor)));
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.INVALID) {
                throw refused;
            }
            return page(400, new DossierPage(actor.displayName(), form.with(refused.errors()), null));
        }
    }

    private static Response page(int status, DossierPage page) {
        return Response.status(status)
                .entity(page)
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }
}
