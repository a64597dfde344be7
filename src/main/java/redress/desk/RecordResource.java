package redress.desk;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import redress.access.Actor;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.correspondence.Correspondence;
import redress.correspondence.Draft;
import redress.problem.Problem;
import redress.time.Ids;
import redress.web.JsonBody;

/** Messages, notes and letters of a complaint for machines, with the same rights as on its page. */
@Path("/api/v1/complaints/{number}/records")
@Produces(MediaType.APPLICATION_JSON)
public class RecordResource {

    private final Desk desk;
    private final Correspondence correspondence;
    private final CurrentActor current;

    @Inject
    RecordResource(Desk desk, Correspondence correspondence, CurrentActor current) {
        this.desk = desk;
        this.correspondence = correspondence;
        this.current = current;
    }

    /** What the caller may read of them, the oldest first; reading is an act in the ledger. */
    @GET
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
    public String read(@PathParam("number") String number) {
        return json(desk.open(number, current.require()).papers(), null);
    }

    /** Writes one; with the same key and text it is kept once. The act lets a search wait for it. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER})
    public Response write(@PathParam("number") String number, InputStream body) throws IOException {
        Actor actor = current.require();
        JsonObject record = JsonBody.read(body, -1);
        OptionalLong act;
        try {
            act = correspondence.record(number, draft(record), record.getString("key", ""), actor);
        } catch (ClassCastException unreadable) {
            throw Problem.of(Problem.Kind.INVALID, "unreadable-json", "The body is not the JSON object of a record.");
        }
        String text = act.isPresent() ? Long.toString(act.getAsLong()) : null;
        return Response.status(Response.Status.CREATED)
                .entity(json(desk.open(number, actor).papers(), text))
                .build();
    }

    /** Erases the words of one; that it was there stays. */
    @DELETE
    @Path("/{record}")
    @Staff({Role.SUPERVISOR, Role.COMMISSIONER})
    public String erase(@PathParam("number") String number, @PathParam("record") String record) {
        long id = Ids.find(record).orElseThrow(Problem::notFound);
        Actor actor = current.require();
        long act = correspondence.erase(number, id, actor);
        return json(desk.open(number, actor).papers(), Long.toString(act));
    }

    private static Draft draft(JsonObject sent) {
        String text = sent.getString("text", "");
        return switch (sent.getString("kind", "")) {
            case "MESSAGE" -> Draft.toComplainant(text);
            case "NOTE" -> Draft.note(text);
            case "LETTER" ->
                RecordForm.letter(
                        sent.getString("direction", "OUT"),
                        new Draft.Letterhead(
                                sent.getString("party", ""),
                                sent.getString("subject", ""),
                                RecordForm.day(sent.getString("dated", ""))),
                        text);
            default -> throw RecordForm.unknown();
        };
    }

    private static String json(List<Paper> papers, @Nullable String act) {
        JsonArrayBuilder records = Json.createArrayBuilder();
        for (Paper paper : papers) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("id", paper.id())
                    .add("kind", paper.kind())
                    .add("direction", paper.direction())
                    .add("at", paper.at().toString());
            optional(json, "by", paper.who());
            optional(json, "party", paper.party());
            optional(json, "subject", paper.subject());
            optional(json, "dated", paper.dated());
            optional(json, "text", paper.text());
            records.add(json);
        }
        JsonObjectBuilder json = Json.createObjectBuilder().add("records", records);
        optional(json, "act", act);
        return json.build().toString();
    }

    private static void optional(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }
}
