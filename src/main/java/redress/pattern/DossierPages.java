package redress.pattern;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
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
    private final InstantSource clock;

    @Inject
    DossierPages(Dossiers dossiers, CurrentActor current, InstantSource clock) {
        this.dossiers = dossiers;
        this.current = current;
        this.clock = clock;
    }

    /** The dossier that the address asks for; the form alone where it asks for none. */
    @GET
    public Response open(@Context UriInfo address) {
        Actor actor = current.require();
        Form form = Form.of(address.getQueryParameters());
        if (!Question.in(form)) {
            return page(200, shown(actor, form, null));
        }
        try {
            return page(200, shown(actor, form, dossiers.open(Question.of(form), actor)));
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.INVALID) {
                throw refused;
            }
            return page(400, shown(actor, form.with(refused.errors()), null));
        }
    }

    private DossierPage shown(Actor actor, Form form, @Nullable Dossier dossier) {
        YearMonth present = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
        boolean mayConfirm = actor.hasAny(Role.INVESTIGATOR, Role.SUPERVISOR);
        return new DossierPage(actor.displayName(), form, dossier, present, mayConfirm);
    }

    private static Response page(int status, DossierPage page) {
        return Response.status(status)
                .entity(page)
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }
}
