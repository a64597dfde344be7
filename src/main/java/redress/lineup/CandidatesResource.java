package redress.lineup;

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

/** Who somebody may be, for scripts of the staff. */
@Path("/api/v1/officers")
@Produces(MediaType.APPLICATION_JSON)
@Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
public class CandidatesResource {

    private final Lineups lineups;
    private final CurrentActor current;

    @Inject
    CandidatesResource(Lineups lineups, CurrentActor current) {
        this.lineups = lineups;
        this.current = current;
    }

    /** The candidates for a name, a number, or the subject of a complaint. */
    @GET
    @Path("/candidates")
    public Lineup candidates(@Context UriInfo address) {
        return lineups.ask(Sought.of(Form.of(address.getQueryParameters())), current.require());
    }
}
