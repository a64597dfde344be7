package redress.intake;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import redress.access.PlainRoute;
import redress.access.Public;
import redress.ledger.Promise;
import redress.problem.Problem;
import redress.web.JsonBody;
import redress.web.RefusalMapper;

/**
 * The public form for machines: JSON in, a receipt out. It stands before the JAX-RS engine, which would cost more than
 * everything that is done here; only this one request is taken out of the stream, all others go on.
 */
public class ComplaintDoor extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String PATH = "/api/v1/complaints";
    /** Of an answer, in characters. */
    private static final int USUAL_LENGTH = 1024;

    /** Kept, since each call of the static methods of Json looks through every archive for a provider. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private final transient Intake intake;
    private final transient RefusalMapper refusals;

    /** Called by the server. */
    @Inject
    public ComplaintDoor(Intake intake, RefusalMapper refusals) {
        this.intake = intake;
        this.refusals = refusals;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
            return;
        }
        // Whatever is thrown has to be told by the one place that knows how to tell it.
        FutureTask<Receipt> task = new FutureTask<>(() -> submit(request));
        task.run();
        if (task.state() == Future.State.SUCCESS) {
            created(task.resultNow(), response);
        } else {
            refusals.tell(task.exceptionNow(), response);
        }
    }

    /** Takes in a complaint; the same body with the same receipt code gives the same receipt. */
    @PlainRoute(verb = "POST", path = PATH)
    @Public
    Receipt submit(HttpServletRequest request) throws IOException {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/json")) {
            throw Problem.of(
                    Problem.Kind.UNSUPPORTED,
                    "unsupported-media-type",
                    "Send JSON, with Content-Type: application/json.");
        }
        JsonObject body = JsonBody.read(request.getInputStream(), request.getContentLengthLong());
        return intake.receive(ComplaintReader.read(body, "en"));
    }

    private static void created(Receipt receipt, HttpServletResponse response) throws IOException {
        byte[] body = json(receipt).getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_CREATED);
        response.setHeader("Location", PATH + "/" + receipt.number());
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Written at once, since a tree of objects first would take as long again. */
    private static String json(Receipt receipt) {
        Promise promise = receipt.promise();
        StringWriter text = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject()
                    .write("number", receipt.number())
                    .write("receivedAt", receipt.receivedAt().toString())
                    .write("receiptCode", receipt.code().grouped())
                    .writeStartObject("promise")
                    .write("origin", promise.origin())
                    .write("leafHash", HexFormat.of().formatHex(promise.leafHash()))
                    .write("publishBy", promise.publishBy().toString())
                    .write("note", promise.note())
                    .writeEnd()
                    .writeEnd();
        }
        return text.toString();
    }
}
