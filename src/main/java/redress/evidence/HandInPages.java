package redress.evidence;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import redress.access.Public;
import redress.complaint.ReceiptCode;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.web.FileForm;
import redress.web.Form;

/**
 * Where a complainant hands in a document, by receipt code. Nothing is kept between the page and its answer, and the
 * answer says no more than that the document arrived: it neither lists nor hands out what is there.
 */
@Path("/track/document")
@Public
@Produces(MediaType.TEXT_HTML)
public class HandInPages {

    /** Each upload is held in memory while it is sealed; more at once are asked to come again. */
    private static final int AT_ONCE = 3;

    private final HandingIn handingIn;
    private final Attaching attaching;
    private final Semaphore room = new Semaphore(AT_ONCE);

    @Inject
    HandInPages(HandingIn handingIn, Attaching attaching) {
        this.handingIn = handingIn;
        this.attaching = attaching;
    }

    /** Asks for the code and the document. */
    @GET
    public HandInPage ask() {
        return new HandInPage(Form.blank(), attaching.largestMib(), false);
    }

    /** Takes the document, or says what is wrong. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response send(@HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream body) throws IOException {
        if (!room.tryAcquire()) {
            return answer(503, List.of(new FieldError("file", "handin.busy")), false);
        }
        try {
            FileForm.Sent sent = FileForm.read(type, body, attaching.largestMib() * 1024 * 1024, "file");
            handingIn.handIn(code(sent.field("code")), sent.name(), sent.content());
            return answer(200, List.of(), true);
        } catch (Problem refused) {
            return switch (refused.kind()) {
                case INVALID -> answer(400, refused.errors(), false);
                case TOO_LARGE -> answer(413, List.of(new FieldError("file", "handin.refused.large")), false);
                default -> throw refused;
            };
        } finally {
            room.release();
        }
    }

    private static ReceiptCode code(String typed) {
        try {
            return ReceiptCode.parse(typed);
        } catch (Problem malformed) {
            throw Problem.invalid(List.of(new FieldError("code", "handin.code.malformed")));
        }
    }

    /** The code is not given back, so that it stands in no page. */
    private Response answer(int status, List<FieldError> errors, boolean done) {
        return Response.status(status)
                .entity(new HandInPage(Form.blank().with(errors), attaching.largestMib(), done))
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }
}
