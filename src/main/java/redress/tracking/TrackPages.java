package redress.tracking;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import redress.access.Public;
import redress.complaint.ReceiptCode;
import redress.problem.Problem;
import redress.web.FormBody;
import redress.web.Page;

/** The way back by receipt code. The code is only ever in the body of a request, never in an address. */
@Path("/track")
@Public
@Produces(MediaType.TEXT_HTML)
public class TrackPages {

    private static final int LONGEST_TYPED = 200;

    private final Tracking tracking;

    @Inject
    TrackPages(Tracking tracking) {
        this.tracking = tracking;
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
        String typed = FormBody.first(FormBody.read(body), "code").strip();
        if (typed.isEmpty()) {
            return new AskPage("", "missing");
        }
        Optional<ReceiptCode> code = read(typed);
        if (code.isEmpty()) {
            return new AskPage(typed.substring(0, Math.min(typed.length(), LONGEST_TYPED)), "malformed");
        }
        return tracking.find(code.get()).<Page>map(FoundPage::new).orElseGet(() -> new AskPage(typed, "unknown"));
    }

    private static Optional<ReceiptCode> read(String typed) {
        try {
            return Optional.of(ReceiptCode.parse(typed));
        } catch (Problem malformed) {
            return Optional.empty();
        }
    }
}
