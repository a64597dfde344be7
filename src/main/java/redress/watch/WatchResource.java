package redress.watch;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import redress.access.Actor;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.search.WatchPort;
import redress.web.Form;

/** Watches and what they brought up, for scripts of the staff: the same queue, the same decisions, the same rights. */
@Path("/api/v1/watches")
@Produces(MediaType.APPLICATION_JSON)
@Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER})
public class WatchResource {

    private final WatchDesk desk;
    private final Keeping keeping;
    private final Reviewing reviewing;
    private final WatchPort port;
    private final CurrentActor current;

    @Inject
    WatchResource(WatchDesk desk, Keeping keeping, Reviewing reviewing, WatchPort port, CurrentActor current) {
        this.desk = desk;
        this.keeping = keeping;
        this.reviewing = reviewing;
        this.port = port;
        this.current = current;
    }

    /** The watches that the caller may see, and what waits for somebody to look. */
    @GET
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
    public String queue() {
        WatchDesk.Queue queue = desk.queue(current.require());
        JsonArrayBuilder watches = Json.createArrayBuilder();
        queue.watches()
                .forEach(watch -> watches.add(
                        Told.watch(watch, queue.today(), queue.silent().get(watch.id()))));
        return Json.createObjectBuilder()
                .add("waiting", Told.firings(queue.waiting()))
                .add("watches", watches)
                .build()
                .toString();
    }

    /** Makes a watch. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(String body) {
        Actor actor = current.require();
        Watch made = keeping.make(WantedForm.read(Told.form(body), port), actor);
        return Response.status(Response.Status.CREATED)
                .entity(Told.watch(made, desk.today(), desk.silent(made, actor))
                        .build()
                        .toString())
                .build();
    }

    /** One watch with everything that it brought up. */
    @GET
    @Path("/{id}")
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
    public String watch(@PathParam("id") String id) {
        WatchDesk.One one = desk.open(WatchPages.id(id), current.require());
        return Told.watch(one.watch(), one.today(), one.silent())
                .add("firings", Told.firings(one.firings()))
                .build()
                .toString();
    }

    /** Lets a watch run until another day. */
    @POST
    @Path("/{id}/renew")
    @Consumes(MediaType.APPLICATION_JSON)
    public String renew(@PathParam("id") String id, String body) {
        Actor actor = current.require();
        Watch renewed =
                keeping.renew(WatchPages.id(id), WantedForm.day(Told.form(body).value("until")), actor);
        return Told.watch(renewed, desk.today(), desk.silent(renewed, actor))
                .build()
                .toString();
    }

    /** Ends a watch for good. */
    @POST
    @Path("/{id}/end")
    public String end(@PathParam("id") String id) {
        Actor actor = current.require();
        Watch ended = keeping.end(WatchPages.id(id), actor);
        return Told.watch(ended, desk.today(), desk.silent(ended, actor))
                .build()
                .toString();
    }

    /** One firing. */
    @GET
    @Path("/firings/{firing}")
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
    public String firing(@PathParam("firing") String firing) {
        return told(firing);
    }

    /** Says what was done about a firing. */
    @POST
    @Path("/firings/{firing}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    public String review(@PathParam("firing") String firing, String body) {
        Form form = Told.form(body);
        reviewing.review(
                WatchPages.id(firing),
                Action.find(form.value("action")).orElse(null),
                form.value("reason"),
                current.require());
        return told(firing);
    }

    /** Says what came of it. */
    @POST
    @Path("/firings/{firing}/effect")
    @Consumes(MediaType.APPLICATION_JSON)
    public String effect(@PathParam("firing") String firing, String body) {
        Form form = Told.form(body);
        reviewing.follow(
                WatchPages.id(firing),
                Effect.find(form.value("effect")).orElse(null),
                form.value("words"),
                current.require());
        return told(firing);
    }

    private String told(String firing) {
        return Told.firing(desk.firing(WatchPages.id(firing), current.require()))
                .build()
                .toString();
    }
}
