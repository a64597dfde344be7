package redress.evidence;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.access.Actor;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.web.FileForm;
import redress.web.Form;

/** The documents of a complaint at the desk: the list, adding one, handing one out. */
@Path("/desk/complaints/{number}/documents")
@Produces(MediaType.TEXT_HTML)
@Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
public class DocumentsPages {

    private final Folder folder;
    private final Attaching attaching;
    private final CurrentActor current;

    @Inject
    DocumentsPages(Folder folder, Attaching attaching, CurrentActor current) {
        this.folder = folder;
        this.attaching = attaching;
        this.current = current;
    }

    /** The list. */
    @GET
    public DocumentsPage list(@PathParam("number") String number, @QueryParam("removed") @Nullable String removed) {
        return page(number, Form.blank(), removed != null);
    }

    /** Adds the document of the form; what is wrong with it is said beside the field. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER})
    public Response add(
            @PathParam("number") String number, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream body)
            throws IOException {
        try {
            FileForm.Sent sent = FileForm.read(type, body, attaching.largestMib() * 1024 * 1024, "file")
                    .chosen("file");
            Document document = attaching.attach(number, sent.name(), sent.content(), current.require());
            return Response.seeOther(
                            URI.create("/desk/complaints/" + number + "?document=" + document.key() + "#documents"))
                    .build();
        } catch (Problem refused) {
            return switch (refused.kind()) {
                case INVALID -> refused(400, number, refused.errors());
                case TOO_LARGE -> refused(413, number, List.of(new FieldError("file", "handin.refused.large")));
                default -> throw refused;
            };
        }
    }

    /** Hands a document out as it was sent; a browser keeps it and does not show it. */
    @GET
    @Path("/{document}")
    @Produces(MediaType.WILDCARD)
    public Response open(@PathParam("number") String number, @PathParam("document") String key) {
        return HandingOutPages.answer(folder.open(number, key, current.require()));
    }

    private Response refused(int status, String number, List<FieldError> errors) {
        return Response.status(status)
                .entity(page(number, Form.blank().with(errors), false))
                .type(MediaType.TEXT_HTML_TYPE)
                .build();
    }

    private DocumentsPage page(String number, Form form, boolean removed) {
        Actor actor = current.require();
        folder.list(number, actor);
        return new DocumentsPage(actor.displayName(), folder.shown(number, actor), form, removed);
    }
}
