package redress.watch;

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

/** One firing of a watch: somebody looks, says what was done, and later what came of it. */
@Path("/desk/watches/firings/{firing}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER})
public class FiringPages {

    private final WatchDesk desk;
    private final Reviewing reviewing;
    private final CurrentActor current;

    @Inject
    FiringPages(WatchDesk desk, Reviewing reviewing, CurrentActor current) {
        this.desk = desk;
        this.reviewing = reviewing;
        this.current = current;
    }

    /** The firing, for whoever may see it. */
    @GET
    @Consumes(MediaType.WILDCARD)
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
    public FiringPage firing(@PathParam("firing") String firing) {
        return page(firing, Form.blank(), "");
    }

    /** Says what was done. */
    @POST
    @Path("/review")
    public Response review(@PathParam("firing") String firing, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            reviewing.review(
                    WatchPages.id(firing),
                    Action.find(form.value("action")).orElse(null),
                    form.value("reason"),
                    current.require());
            return Response.seeOther(URI.create("/desk/watches")).build();
        } catch (Problem problem) {
            return refused(firing, form, problem);
        }
    }

    /** Says what came of it. */
    @POST
    @Path("/effect")
    public Response effect(@PathParam("firing") String firing, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            reviewing.follow(
                    WatchPages.id(firing),
                    Effect.find(form.value("effect")).orElse(null),
                    form.value("words"),
                    current.require());
            return Response.seeOther(URI.create("/desk/watches")).build();
        } catch (Problem problem) {
            return refused(firing, form, problem);
        }
    }

    private Response refused(String firing, Form form, Problem problem) {
        return switch (problem.kind()) {
            case INVALID ->
                Response.status(Response.Status.BAD_REQUEST)
                        .entity(page(firing, form.with(problem.errors()), ""))
                        .build();
            case CONFLICT ->
                Response.status(Response.Status.CONFLICT)
                        .entity(page(firing, form, "watch.conflict"))
                        .build();
            default -> throw problem;
        };
    }

    private FiringPage page(String id, Form form, String notice) {
        Actor actor = current.require();
        Firing firing = desk.firing(WatchPages.id(id), actor);
        return new FiringPage(
                actor.displayName(),
                desk.today(),
                firing,
                desk.names(firing),
                Keeping.mayChange(actor, firing.watch().owner()),
                form,
                notice);
    }
}
