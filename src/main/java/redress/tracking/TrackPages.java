package redress.tracking;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redress.access.Public;
import redress.complaint.ReceiptCode;
import redress.correspondence.Correspondence;
import redress.problem.Problem;
import redress.web.Form;
import redress.web.FormBody;
import redress.web.Page;

/** The way back by receipt code. The code is only ever in the body of a request, never in an address. */
@Path("/track")
@Public
@Produces(MediaType.TEXT_HTML)
public class TrackPages {

    private static final int LONGEST_TYPED = 200;
    private static final int LONGEST_KEY = 40;

    private final Tracking tracking;
    private final Correspondence correspondence;

    @Inject
    TrackPages(Tracking tracking, Correspondence correspondence) {
        this.tracking = tracking;
        this.correspondence = correspondence;
    }

    /** Asks for the code. */
    @GET
    public Page ask() {
        return new AskPage("", null);
    }

    /** The complaint of the code, or what is wrong with the code. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Page find(InputStream body) throws IOException {
        Map<String, List<String>> sent = FormBody.read(body);
        return found(sent, Form.blank(), false);
    }

    /** There is nothing to read at this address: whoever comes by it is asked for the code. */
    @GET
    @Path("/messages")
    public Page askAgain() {
        return ask();
    }

    /** A message to the commission. Sent a second time it is kept once; what does not hold comes back as typed. */
    @POST
    @Path("/messages")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(InputStream body) throws IOException {
        Map<String, List<String>> sent = FormBody.read(body);
        Optional<ReceiptCode> code = read(FormBody.first(sent, "code").strip());
        if (code.isEmpty()) {
            return Response.ok(found(sent, Form.blank(), false)).build();
        }
        String text = FormBody.first(sent, "text");
        String key = FormBody.first(sent, "key");
        try {
            correspondence.write(code.get(), text, key.substring(0, Math.min(key.length(), LONGEST_KEY)));
            return Response.ok(found(sent, Form.blank(), true)).build();
        } catch (Problem problem) {
            return switch (problem.kind()) {
                case INVALID ->
                    Response.status(Response.Status.BAD_REQUEST)
                            .entity(found(sent, Form.of(Map.of("text", text)).with(problem.errors()), false))
                            .build();
                case NOT_FOUND -> Response.ok(found(sent, Form.blank(), false)).build();
                default -> throw problem;
            };
        }
    }

    private Page found(Map<String, List<String>> sent, Form form, boolean written) {
        String typed = FormBody.first(sent, "code").strip();
        if (typed.isEmpty()) {
            return new AskPage("", "missing");
        }
        Optional<ReceiptCode> code = read(typed);
        if (code.isEmpty()) {
            return new AskPage(typed.substring(0, Math.min(typed.length(), LONGEST_TYPED)), "malformed");
        }
        boolean all = !FormBody.first(sent, "all").isEmpty();
        return tracking.find(code.get())
                .<Page>map(tracked -> new FoundPage(tracked, code.get(), form, written, all))
                .orElseGet(() -> new AskPage(typed, "unknown"));
    }

    private static Optional<ReceiptCode> read(String typed) {
        try {
            return Optional.of(ReceiptCode.parse(typed));
        } catch (Problem malformed) {
            return Optional.empty();
        }
    }
}
