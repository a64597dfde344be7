package redress.lineup;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Set;
import redress.access.Actor;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.problem.Problem;
import redress.web.Form;

/** The pages on which complaints about the same unknown person or patrol are proposed, confirmed and taken back. */
@Path("/desk/clusters")
@Produces(MediaType.TEXT_HTML)
@Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
public class ClustersPages {

    private static final Set<String> DONE = Set.of("confirmed", "undone", "denied", "restored", "joined");

    private final Clustering clustering;
    private final TellingApart tellingApart;
    private final CurrentActor current;

    @Inject
    ClustersPages(Clustering clustering, TellingApart tellingApart, CurrentActor current) {
        this.clustering = clustering;
        this.tellingApart = tellingApart;
        this.current = current;
    }

    /** The proposals of the months that the address asks for, and what stands. */
    @GET
    public Response look(@Context UriInfo address) {
        Form form = Form.of(address.getQueryParameters());
        Actor actor = current.require();
        String done = form.value("done");
        String notice = DONE.contains(done) ? "lineup.clusters." + done : null;
        boolean may = actor.hasAny(Role.INVESTIGATOR, Role.SUPERVISOR);
        try {
            ClusterBoard board = clustering.look(Months.of(form), actor);
            return page(200, new ClustersPage(actor.displayName(), form, board, may, notice));
        } catch (Problem refused) {
            return page(
                    Typed.status(refused),
                    new ClustersPage(actor.displayName(), Typed.back(form, refused), null, may, notice));
        }
    }

    /** The complaints that somebody is about to confirm. */
    @GET
    @Path("/confirm")
    @Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
    public Response draft(@Context UriInfo address) {
        return draft(200, Form.of(address.getQueryParameters()));
    }

    /** Confirms a cluster of the complaints that are ticked. */
    @POST
    @Path("/confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
    public Response confirm(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            clustering.confirm(
                    new Clustering.Statement(form.values("member"), form.value("label"), form.value("reason")),
                    current.require());
            return Response.seeOther(URI.create("/desk/clusters?done=confirmed"))
                    .build();
        } catch (Problem refused) {
            return draft(Typed.status(refused), Typed.back(form, refused));
        }
    }

    /** Says that all the complaints shown, ticked or not, are not about the same. */
    @POST
    @Path("/deny")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
    public Response deny(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            tellingApart.deny(form.values("shown"), form.value("reason"), current.require());
            return Response.seeOther(URI.create("/desk/clusters?done=denied")).build();
        } catch (Problem refused) {
            return draft(Typed.status(refused), Typed.back(form, refused));
        }
    }

    /** The cluster that somebody is about to take back. */
    @GET
    @Path("/{cluster}/undo")
    @Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
    public Response standing(@PathParam("cluster") String cluster) {
        return standing(200, cluster, Form.blank());
    }

    /** Takes a cluster back. */
    @POST
    @Path("/{cluster}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
    public Response undo(@PathParam("cluster") String cluster, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            clustering.undo(cluster, form.value("reason"), current.require());
            return Response.seeOther(URI.create("/desk/clusters?done=undone")).build();
        } catch (Problem refused) {
            return standing(Typed.status(refused), cluster, Typed.back(form, refused));
        }
    }

    private Response draft(int status, Form form) {
        Actor actor = current.require();
        // A page that comes back with a fault shows all that stood on it before, ticked or not.
        Clustering.Draft draft =
                clustering.draft(form.values(form.answered("shown") ? "shown" : "member"), Months.of(form), actor);
        return page(status, new ClusterPage(actor.displayName(), form, draft, null));
    }

    private Response standing(int status, String cluster, Form form) {
        Actor actor = current.require();
        return page(status, new ClusterPage(actor.displayName(), form, null, clustering.standing(cluster, actor)));
    }

    private static Response page(int status, redress.web.Page page) {
        return Response.status(status)
                .entity(page)
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }
}
