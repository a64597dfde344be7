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
import org.jspecify.annotations.Nullable;
import redress.access.Public;
import redress.complaint.ReceiptCode;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.web.FileForm;
import redress.web.Form;
import redress.web.FormBody;

/**
 * Where a complainant hands in a document, by receipt code. Nothing is kept between the page and its answer: a code
 * that was typed to follow the complaint travels from page to page in the form, never in an address. The answer says no
 * more than that the document arrived: it neither lists nor hands out what is there.
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
        return new HandInPage(Form.blank(), attaching.largestMib(), false, null);
    }

    /**
     * Asks for the document alone: the code comes from the page on which it was typed a moment ago. Whether it is
     * anybody's is told when the document is sent, not before.
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(InputStream body) throws IOException {
        try {
            ReceiptCode code = code(FormBody.first(FormBody.read(body), "code"));
            return answer(200, List.of(), false, code.digits());
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.INVALID) {
                throw refused;
            }
            return answer(400, refused.errors(), false, null);
        }
    }

    /** Takes the document, or says what is wrong. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response send(@HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream body) throws IOException {
        if (!room.tryAcquire()) {
            return answer(503, List.of(new FieldError("file", "handin.busy")), false, null);
        }
        String carried = null;
        try {
            FileForm.Sent sent = FileForm.read(type, body, attaching.largestMib() * 1024 * 1024, "file");
            ReceiptCode code = code(sent.field("code"));
            carried = sent.field("carried").isEmpty() ? null : code.digits();
            handingIn.handIn(code, sent.chosen("file").name(), sent.content());
            return answer(200, List.of(), true, carried);
        } catch (Problem refused) {
            return switch (refused.kind()) {
                case INVALID -> answer(400, refused.errors(), false, typed(refused) ? null : carried);
                case TOO_LARGE -> answer(413, List.of(new FieldError("file", "handin.refused.large")), false, carried);
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

    /** Whether the code is what is wrong, so that it has to be typed again. */
    private static boolean typed(Problem refused) {
        return refused.errors().stream().anyMatch(error -> error.field().equals("code"));
    }

    /** A code that was typed here is not given back, so that it stands in no more pages than before. */
    private Response answer(int status, List<FieldError> errors, boolean done, @Nullable String carried) {
        return Response.status(status)
                .entity(new HandInPage(Form.blank().with(errors), attaching.largestMib(), done, carried))
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }
}
