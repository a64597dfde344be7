package redress.pattern;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.web.Form;

/** The dossier for scripts of the staff. */
@Path("/api/v1/dossier")
@Produces(MediaType.APPLICATION_JSON)
public class DossierResource {

    private final Dossiers dossiers;
    private final CurrentActor actor;

    @Inject
    DossierResource(Dossiers dossiers, CurrentActor actor) {
        this.dossiers = dossiers;
        this.actor = actor;
    }

    /**
     * The dossier of one unit, officer, commander, place, cluster or search; see docs/pattern.md for the parameters.
     */
    @GET
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
    public Dossier open(@Context UriInfo address) {
        return dossiers.open(Question.of(Form.of(address.getQueryParameters())), actor.require());
    }
}
