package redress.tracking;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.access.Public;
import redress.complaint.ReceiptCode;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;

/**
 * The way back by receipt code for machines. The code is in a header, since addresses are kept in logs and histories.
 */
@Path("/api/v1/complaints/track")
@Produces(MediaType.APPLICATION_JSON)
public class TrackResource {

    /** The header that carries the code. */
    public static final String HEADER = "Receipt-Code";

    private final Tracking tracking;

    @Inject
    TrackResource(Tracking tracking) {
        this.tracking = tracking;
    }

    /** Where the complaint of the code stands; not found for a code that is nobody's. */
    @GET
    @Public
    public String track(@HeaderParam(HEADER) @Nullable String code) {
        if (code == null || code.isBlank()) {
            throw Problem.invalid(List.of(new FieldError(HEADER, "submission.code.malformed")));
        }
        return json(tracking.find(ReceiptCode.parse(code)).orElseThrow(Problem::notFound));
    }

    private static String json(Tracked tracked) {
        JsonArrayBuilder steps = Json.createArrayBuilder();
        tracked.steps()
                .forEach(step -> steps.add(Json.createObjectBuilder()
                        .add("at", step.at().toString())
                        .add("what", step.text())));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("number", tracked.number())
                .add("receivedAt", tracked.receivedAt().toString())
                .add("stage", tracked.stage().name())
                .add("late", tracked.late())
                .add("steps", steps);
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
