package redress.tracking;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.access.Public;
import redress.complaint.ReceiptCode;
import redress.correspondence.Correspondence;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.web.JsonBody;

/**
 * The way back by receipt code for machines. The code is in a header, since addresses are kept in logs and histories.
 */
@Path("/api/v1/complaints/track")
@Produces(MediaType.APPLICATION_JSON)
public class TrackResource {

    /** The header that carries the code. */
    public static final String HEADER = "Receipt-Code";

    private final Tracking tracking;
    private final Correspondence correspondence;

    @Inject
    TrackResource(Tracking tracking, Correspondence correspondence) {
        this.tracking = tracking;
        this.correspondence = correspondence;
    }

    /** Where the complaint of the code stands; not found for a code that is nobody's. */
    @GET
    @Public
    public String track(@HeaderParam(HEADER) @Nullable String code) {
        return json(tracking.find(read(code)).orElseThrow(Problem::notFound));
    }

    /** A message to the commission; with the same key and text it is kept once, however often it is sent. */
    @POST
    @Path("/messages")
    @Public
    @Consumes(MediaType.APPLICATION_JSON)
    public Response write(@HeaderParam(HEADER) @Nullable String header, InputStream body) throws IOException {
        ReceiptCode code = read(header);
        JsonObject message = JsonBody.read(body, -1);
        try {
            correspondence.write(code, message.getString("text", ""), message.getString("key", ""));
        } catch (ClassCastException unreadable) {
            throw Problem.of(Problem.Kind.INVALID, "unreadable-json", "The body is not the JSON object of a message.");
        }
        String tracked = json(tracking.find(code).orElseThrow(Problem::notFound));
        return Response.status(Response.Status.CREATED).entity(tracked).build();
    }

    private static ReceiptCode read(@Nullable String code) {
        if (code == null || code.isBlank()) {
            throw Problem.invalid(List.of(new FieldError(HEADER, "submission.code.malformed")));
        }
        return ReceiptCode.parse(code);
    }

    private static String json(Tracked tracked) {
        JsonArrayBuilder steps = Json.createArrayBuilder();
        tracked.steps()
                .forEach(step -> steps.add(Json.createObjectBuilder()
                        .add("at", step.at().toString())
                        .add("what", step.text())));
        JsonArrayBuilder messages = Json.createArrayBuilder();
        for (Tracked.Message message : tracked.messages()) {
            JsonObjectBuilder one = Json.createObjectBuilder()
                    .add("at", message.at().toString())
                    .add("from", message.own() ? "complainant" : "commission");
            String text = message.text();
            messages.add(text == null ? one.addNull("text") : one.add("text", text));
        }
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("number", tracked.number())
                .add("receivedAt", tracked.receivedAt().toString())
                .add("stage", tracked.stage().name())
                .add("late", tracked.late())
                .add("steps", steps)
                .add("messages", messages);
        if (tracked.dueOn() != null) {
            json.add("dueOn", tracked.dueOn().toString());
        }
        if (tracked.proof() != null) {
            json.add(
                    "proof",
                    Json.createObjectBuilder()
                            .add(
                                    "leaf",
                                    HexFormat.of().formatHex(tracked.proof().leafHash()))
                            .add("position", tracked.proof().position())
                            .add("size", tracked.proof().head().size())
                            .add(
                                    "root",
                                    HexFormat.of()
                                            .formatHex(tracked.proof().head().root())));
        }
        return json.build().toString();
    }
}
