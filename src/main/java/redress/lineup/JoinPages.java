package redress.lineup;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import redress.access.Actor;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.problem.Problem;
import redress.web.Form;

/** The page on which complaints or other clusters are added to a cluster. */
@Path("/desk/clusters/join")
@Produces(MediaType.TEXT_HTML)
@Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
public class JoinPages {

    private final Joining joining;
    private final Clustering clustering;
    private final CurrentActor current;

    @Inject
    JoinPages(Joining joining, Clustering clustering, CurrentActor current) {
        this.joining = joining;
        this.clustering = clustering;
        this.current = current;
    }

    /** What may be added to the cluster that the address names. */
    @GET
    public Response draft(@Context UriInfo address) {
        return draft(200, Form.of(address.getQueryParameters()));
    }

    /** Adds what is ticked. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response join(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            joining.join(
                    form.value("into"),
                    form.values("cluster"),
                    new Clustering.Statement(form.values("member"), form.value("label"), form.value("reason")),
                    current.require());
            return Response.seeOther(URI.create("/desk/clusters?done=joined")).build();
        } catch (Problem refused) {
            return draft(Typed.status(refused), Typed.back(form, refused));
        }
    }

    private Response draft(int status, Form form) {
        Actor actor = current.require();
        Joining.Draft joined = joining.draft(form.value("into"), actor);
        return Response.status(status)
                .entity(new JoinPage(actor.displayName(), form, joined, added(form, joined.into(), actor)))
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }

    /** The complaints that may be added, with what ties them to one another and to those of the cluster. */
    private Clustering.Draft added(Form form, ClusterBoard.Standing into, Actor actor) {
        List<String> more = form.values(form.answered("shown") ? "shown" : "member");
        if (more.isEmpty()) {
            return new Clustering.Draft(List.of(), List.of(), Set.of());
        }
        List<String> all = new ArrayList<>(into.members());
        all.addAll(more);
        Clustering.Draft draft = clustering.draft(all, Months.of(form), actor);
        return new Clustering.Draft(
                draft.members().stream()
                        .filter(member -> !into.members().contains(member.number()))
                        .toList(),
                draft.ties().stream()
                        .filter(tie -> more.contains(tie.one()) || more.contains(tie.other()))
                        .toList(),
                draft.known());
    }
}
