package redress.desk;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import redress.access.Actor;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.correspondence.Correspondence;
import redress.evidence.Folder;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.triage.Decision;
import redress.triage.Route;
import redress.triage.Triage;
import redress.web.Form;

/** The pages of the desk: the queue, one complaint, the triage decision. */
@Path("/desk")
@Produces(MediaType.TEXT_HTML)
@Staff
public class DeskPages {

    private final Desk desk;
    private final Triage triage;
    private final Correspondence correspondence;
    private final Folder folder;
    private final CurrentActor current;

    @Inject
    DeskPages(Desk desk, Triage triage, Correspondence correspondence, Folder folder, CurrentActor current) {
        this.desk = desk;
        this.triage = triage;
        this.correspondence = correspondence;
        this.folder = folder;
        this.current = current;
    }

    /** The queue; the whole filter is in the URL. */
    @GET
    public QueuePage queue(
            @QueryParam("queue") @Nullable String queue,
            @QueryParam("stage") @Nullable String stage,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("text") @Nullable String text,
            @QueryParam("page") @DefaultValue("1") String page) {
        Actor actor = current.require();
        int number = page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 1;
        QueueFilter filter = QueueFilter.of(queue, stage, severity, text, number);
        return QueuePage.of(filter, desk.queue(filter, actor), actor);
    }

    /** One complaint, for those who may see it. */
    @GET
    @Path("/complaints/{number}")
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
    public SheetPage complaint(
            @PathParam("number") String number,
            @QueryParam("decided") @Nullable String decided,
            @QueryParam("recorded") @Nullable String recorded,
            @QueryParam("document") @Nullable String document) {
        String act = decided == null ? recorded : decided;
        String notice = decided == null ? "desk.recorded" : "desk.decided";
        String done = act == null ? null : notice;
        return page(
                desk.open(number, current.require()),
                Form.blank(),
                document == null ? done : "evidence.added",
                act != null && act.matches("[0-9]{1,18}") ? act : null);
    }

    /** Decides the route; what was typed comes back when it does not hold. */
    @POST
    @Path("/complaints/{number}/triage")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Staff({Role.INTAKE_OFFICER, Role.SUPERVISOR, Role.COMMISSIONER})
    public Response decide(@PathParam("number") String number, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            long act = triage.decide(number, decision(form), current.require());
            return Response.seeOther(URI.create("/desk/complaints/" + number + "?decided=" + act))
                    .build();
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID && problem.kind() != Problem.Kind.CONFLICT) {
                throw problem;
            }
            return undecided(desk.open(number, current.require()), form, problem);
        }
    }

    /** A decision that was not taken, as it was typed; to be read only where no first decision is open any more. */
    private Response undecided(Sheet sheet, Form form, Problem problem) {
        if (!sheet.awaitsTriage()) {
            return Response.status(409)
                    .entity(page(sheet, form, SheetPage.OVERTAKEN, null))
                    .build();
        }
        return problem.kind() == Problem.Kind.CONFLICT
                ? Response.status(409)
                        .entity(page(sheet, form, SheetPage.CONFLICT, null))
                        .build()
                : Response.status(400)
                        .entity(page(sheet, form.with(problem.errors()), null, null))
                        .build();
    }

    /** Writes a message, a note or a letter; what was typed comes back when it does not hold. */
    @POST
    @Path("/complaints/{number}/records")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER})
    public Response record(@PathParam("number") String number, MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        try {
            OptionalLong act =
                    correspondence.record(number, RecordForm.draft(form), form.value("key"), current.require());
            String told = act.isPresent() ? Long.toString(act.getAsLong()) : "again";
            return Response.seeOther(URI.create("/desk/complaints/" + number + "?recorded=" + told))
                    .build();
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            Form faulty = form.with(RecordForm.errors(form, problem.errors()));
            return Response.status(400)
                    .entity(page(desk.open(number, current.require()), faulty, null, null))
                    .build();
        }
    }

    private SheetPage page(Sheet sheet, Form form, @Nullable String notice, @Nullable String act) {
        Actor actor = current.require();
        Map<String, String> investigators = sheet.awaitsTriage() ? desk.investigators(sheet.number()) : Map.of();
        return new SheetPage(
                sheet,
                folder.shown(sheet.number(), actor),
                investigators,
                actor.hasAny(Role.INTAKE_OFFICER, Role.SUPERVISOR, Role.COMMISSIONER),
                correspondence.mayWrite(actor),
                form,
                notice,
                act,
                actor.displayName());
    }

    private static Decision decision(Form form) {
        Route route = null;
        for (Route offered : Route.values()) {
            if (offered.name().equals(form.value("route"))) {
                route = offered;
            }
        }
        if (route == null) {
            throw Problem.invalid(List.of(new FieldError("route", "triage.route.missing")));
        }
        String assignee = form.value("assignee");
        String version = form.value("version");
        return new Decision(
                route,
                form.value("reason"),
                assignee.isBlank() ? null : assignee,
                version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1);
    }
}
