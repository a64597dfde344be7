package redress.intake;

import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HexFormat;
import redress.access.Public;
import redress.problem.Problem;
import redress.web.FormBody;

/** The public form for machines: JSON in, a receipt out. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
public class ComplaintResource {

    /** Kept, since each call of the static methods of Json looks through every archive for a provider. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private final Intake intake;

    @Inject
    ComplaintResource(Intake intake) {
        this.intake = intake;
    }

    /** Takes in a complaint; the same body with the same receipt code gives the same receipt. */
    @POST
    @Public
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(InputStream body) throws IOException {
        Receipt receipt = intake.receive(ComplaintReader.read(parse(body), "en"));
        return Response.created(URI.create("/api/v1/complaints/" + receipt.number()))
                .entity(json(receipt).toString())
                .build();
    }

    private static JsonObject parse(InputStream body) throws IOException {
        byte[] bytes = FormBody.bytes(body);
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        } catch (JsonException | ClassCastException e) {
            throw Problem.of(Problem.Kind.INVALID, "unreadable-json", "The body is not a JSON object in UTF-8.");
        }
    }

    static JsonObject json(Receipt receipt) {
        return JSON.createObjectBuilder()
                .add("number", receipt.number())
                .add("receivedAt", receipt.receivedAt().toString())
                .add("receiptCode", receipt.code().grouped())
                .add(
                        "promise",
                        JSON.createObjectBuilder()
                                .add("origin", receipt.promise().origin())
                                .add(
                                        "leafHash",
                                        HexFormat.of()
                                                .formatHex(receipt.promise().leafHash()))
                                .add("publishBy", receipt.promise().publishBy().toString())
                                .add("note", receipt.promise().note()))
                .build();
    }
}
