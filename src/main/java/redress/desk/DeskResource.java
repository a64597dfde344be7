package redress.desk;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.triage.Decision;
import redress.triage.Route;
import redress.triage.Triage;

/** The desk for machines: the same queue, the same sheet, the same decision, the same rights. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
public class DeskResource {

    private final Desk desk;
    private final Triage triage;
    private final CurrentActor current;

    @Inject
    DeskResource(Desk desk, Triage triage, CurrentActor current) {
        this.desk = desk;
        this.triage = triage;
        this.current = current;
    }

    /** A page of a queue. */
    @GET
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
    public String queue(
            @QueryParam("queue") @Nullable String queue,
            @QueryParam("stage") @Nullable String stage,
            @QueryParam("severity") @Nullable String severity,
            @QueryParam("text") @Nullable String text,
            @QueryParam("page") @DefaultValue("1") String page) {
        int number = page.matches("[0-9]{1,4}") ? Integer.parseInt(page) : 1;
        QueueFilter filter = QueueFilter.of(queue, stage, severity, text, number);
        Desk.Seen seen = desk.queue(filter, current.require());
        JsonArrayBuilder rows = Json.createArrayBuilder();
        seen.rows().stream().limit(QueueList.PAGE).forEach(row -> rows.add(json(row)));
        return Json.createObjectBuilder()
                .add("total", seen.total())
                .add("page", filter.page())
                .add("complaints", rows)
                .build()
                .toString();
    }

    /** One complaint, for those who may see it. */
    @GET
    @Path("/{number}")
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
    public String complaint(@PathParam("number") String number) {
        return json(desk.open(number, current.require())).toString();
    }

    /** Decides the route; the version in the body must be the one that was read. The act lets a search wait for it. */
    @POST
    @Path("/{number}/triage")
    @Consumes(MediaType.APPLICATION_JSON)
    @Staff({Role.INTAKE_OFFICER, Role.SUPERVISOR, Role.COMMISSIONER})
    public String decide(@PathParam("number") String number, String body) {
        long act = triage.decide(number, decision(body), current.require());
        return Json.createObjectBuilder(json(desk.open(number, current.require())))
                .add("act", Long.toString(act))
                .build()
                .toString();
    }

    private static Decision decision(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonObject sent = reader.readObject();
            String assignee = sent.getString("assignee", "");
            return new Decision(
                    route(sent.getString("route", "")),
                    sent.getString("reason", ""),
                    assignee.isBlank() ? null : assignee,
                    sent.getInt("version", -1));
        } catch (JsonException | ClassCastException e) {
            throw Problem.of(Problem.Kind.INVALID, "unreadable-json", "The body is not the JSON object of a decision.");
        }
    }

    private static Route route(String word) {
        for (Route offered : Route.values()) {
            if (offered.name().equals(word)) {
                return offered;
            }
        }
        throw Problem.invalid(List.of(new FieldError("route", "triage.route.missing")));
    }

    private static JsonObjectBuilder json(QueueRow row) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("number", row.number())
                .add("allegation", row.what())
                .add("stage", row.stage())
                .add("severity", row.severity())
                .add("mustRefer", row.mustRefer())
                .add("received", row.received().toString())
                .add("messageWaits", row.asked());
        optional(json, "unit", row.unit());
        optional(json, "dueOn", row.dueOn());
        optional(json, "assignee", row.assignee());
        return json;
    }

    private static JsonObject json(Sheet sheet) {
        JsonArrayBuilder accused = Json.createArrayBuilder();
        sheet.accused()
                .forEach(one -> accused.add(Json.createObjectBuilder()
                        .add("subject", one.id())
                        .add("who", one.who())
                        .add("known", one.known())));
        JsonArrayBuilder timeline = Json.createArrayBuilder();
        for (Sheet.Moment moment : sheet.timeline()) {
            JsonObjectBuilder json =
                    Json.createObjectBuilder().add("at", moment.at().toString()).add("act", moment.kind());
            optional(json, "by", moment.who());
            timeline.add(json);
        }
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("number", sheet.number())
                .add("version", sheet.version())
                .add("stage", sheet.stage())
                .add("severity", sheet.severity())
                .add("mustRefer", sheet.mustRefer())
                .add("compartment", sheet.compartment())
                .add("channel", sheet.channel())
                .add("language", sheet.language())
                .add("receivedAt", sheet.receivedAt().toString())
                .add(
                        "incident",
                        Json.createObjectBuilder().add("when", sheet.when()).add("where", sheet.where()))
                .add("narrative", sheet.narrative())
                .add("allegations", allegations(sheet))
                .add("accused", accused)
                .add("clusters", clusters(sheet))
                .add("timeline", timeline);
        optional(json, "unit", sheet.unit());
        optional(json, "dueOn", sheet.dueOn());
        optional(json, "assignee", sheet.assignee());
        return json.build();
    }

    private static JsonArrayBuilder clusters(Sheet sheet) {
        JsonArrayBuilder clusters = Json.createArrayBuilder();
        sheet.clusters()
                .forEach(one -> clusters.add(
                        Json.createObjectBuilder().add("cluster", one.cluster()).add("label", one.label())));
        return clusters;
    }

    private static JsonArrayBuilder allegations(Sheet sheet) {
        JsonArrayBuilder allegations = Json.createArrayBuilder();
        for (Sheet.AllegationRow row : sheet.allegations()) {
            JsonObjectBuilder json =
                    Json.createObjectBuilder().add("category", row.what()).add("against", row.against());
            optional(json, "unit", row.unit());
            optional(json, "finding", row.finding());
            optional(json, "findingLocal", row.local());
            optional(json, "imposed", row.imposed());
            allegations.add(json);
        }
        return allegations;
    }

    private static void optional(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }
}
