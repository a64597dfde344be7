package redress.watch;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import redress.access.Actor;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.profile.Profile;
import redress.profile.WatchRules;
import redress.search.WatchPort;
import redress.time.Ids;
import redress.web.Form;

/** The queue of the watches, and one watch; what is found is looked at on {@link FiringPages}. */
@Path("/desk/watches")
@Produces(MediaType.TEXT_HTML)
@Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER})
public class WatchPages {

    private final WatchDesk desk;
    private final Keeping keeping;
    private final WatchPort port;
    private final Profile profile;
    private final CurrentActor current;

    @Inject
    WatchPages(WatchDesk desk, Keeping keeping, WatchPort port, Profile profile, CurrentActor current) {
        this.desk = desk;
        this.keeping = keeping;
        this.port = port;
        this.profile = profile;
        this.current = current;
    }

    /** What waits for somebody to look, and the watches. */
    @GET
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
    public WatchesPage queue() {
        Actor actor = current.require();
        return WatchesPage.of(desk.queue(actor), actor);
    }

    /**
     * The form for a watch on the search in the address, or for a rule; what cannot be watched is told with a reason.
     */
    @GET
    @Path("/new")
    public Response ask(@Context UriInfo address) {
        Watch.Kind kind = WantedForm.kind(Form.of(address.getQueryParameters()).value("kind"));
        WatchRules rules = profile.watches();
        Map<String, String> known = new HashMap<>(Map.of(
                "kind",
                kind.name(),
                "until",
                desk.today().plusDays(rules.usualDays()).toString()));
        if (kind == Watch.Kind.SEARCH) {
            return searching(address, known);
        }
        known.put("complaints", Integer.toString(rules.complaints()));
        known.put("days", Integer.toString(rules.withinDays()));
        return Response.ok(page(Form.of(known))).build();
    }

    /** A search that cannot be watched stays as it was asked, so that the way back to it is not lost. */
    private Response searching(UriInfo address, Map<String, String> known) {
        try {
            known.put("search", port.saved(address.getQueryParameters()).address());
            return Response.ok(page(Form.of(known))).build();
        } catch (Problem problem) {
            known.put(
                    "search", Objects.requireNonNullElse(address.getRequestUri().getRawQuery(), ""));
            List<FieldError> beside = problem.errors().stream()
                    .map(error -> new FieldError("search", error.message()))
                    .toList();
            return refused(problem, page(Form.of(known).with(beside)));
        }
    }

    /** Makes a watch; what was typed comes back when it does not hold. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            keeping.make(WantedForm.read(form, port), current.require());
            return Response.seeOther(URI.create("/desk/watches")).build();
        } catch (Problem problem) {
            return refused(problem, page(form.with(problem.errors())));
        }
    }

    private NewWatchPage page(Form form) {
        return new NewWatchPage(
                current.require().displayName(),
                form,
                WantedForm.kind(form.value("kind")),
                "/desk/search?" + form.value("search"));
    }

    /** One watch with everything that it brought up. */
    @GET
    @Path("/{id}")
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
    public WatchPage watch(@PathParam("id") String id) {
        return page(id, Form.blank());
    }

    /** Lets it run until another day. */
    @POST
    @Path("/{id}/renew")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response renew(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            keeping.renew(id(id), WantedForm.day(form.value("until")), current.require());
            return Response.seeOther(URI.create("/desk/watches/" + id)).build();
        } catch (Problem problem) {
            return refused(problem, page(id, form.with(problem.errors())));
        }
    }

    /** Ends it. */
    @POST
    @Path("/{id}/end")
    public Response end(@PathParam("id") String id) {
        keeping.end(id(id), current.require());
        return Response.seeOther(URI.create("/desk/watches/" + id)).build();
    }

    private WatchPage page(String id, Form form) {
        Actor actor = current.require();
        WatchDesk.One one = desk.open(id(id), actor);
        return new WatchPage(
                actor.displayName(),
                one.today(),
                one.watch(),
                one.silent(),
                one.firings(),
                one.names(),
                Keeping.mayChange(actor, one.watch().owner()),
                form);
    }

    private static Response refused(Problem problem, Object page) {
        if (problem.kind() != Problem.Kind.INVALID) {
            throw problem;
        }
        return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
    }

    /** The id in an address; what is none is not found. */
    static long id(String text) {
        return Ids.find(text).orElseThrow(Problem::notFound);
    }
}
