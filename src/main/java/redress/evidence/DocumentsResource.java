package redress.evidence;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import redress.access.Actor;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.web.FileForm;

/** The documents of a complaint for scripts of the staff: the same list, the same rights. */
@Path("/api/v1/complaints/{number}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
public class DocumentsResource {

    private final Folder folder;
    private final Attaching attaching;
    private final Removing removing;
    private final CurrentActor current;

    @Inject
    DocumentsResource(Folder folder, Attaching attaching, Removing removing, CurrentActor current) {
        this.folder = folder;
        this.attaching = attaching;
        this.removing = removing;
        this.current = current;
    }

    /** The list. */
    @GET
    public String list(@PathParam("number") String number) {
        return json(folder.list(number, current.require())).build().toString();
    }

    /** Adds a document: the body is its content, whatever type it claims. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER})
    public Response add(
            @PathParam("number") String number, @QueryParam("name") @DefaultValue("") String name, InputStream body)
            throws IOException {
        byte[] content = FileForm.bytes(body, attaching.largestMib() * 1024 * 1024);
        Document document = attaching.attach(number, name, content, current.require());
        return Response.status(Response.Status.CREATED)
                .entity(json(document)
                        .add("act", Long.toString(document.added().act()))
                        .build()
                        .toString())
                .build();
    }

    /** One document with its words. */
    @GET
    @Path("/{document}")
    public String words(@PathParam("number") String number, @PathParam("document") String key) {
        Folder.Worded worded = folder.words(number, key, current.require());
        return json(worded.document()).add("words", worded.text()).build().toString();
    }

    /** Removes it for good, for one of the reasons; that it was there stays. */
    @DELETE
    @Path("/{document}")
    @Staff({Role.SUPERVISOR, Role.COMMISSIONER})
    public String remove(
            @PathParam("number") String number,
            @PathParam("document") String key,
            @QueryParam("reason") @DefaultValue("") String reason) {
        Actor actor = current.require();
        Tombstone left = removing.remove(number, key, reason, actor);
        return json(folder.after(number, actor))
                .add("act", Long.toString(left.removed().act()))
                .build()
                .toString();
    }

    /** Its content as it was sent. */
    @GET
    @Path("/{document}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(@PathParam("number") String number, @PathParam("document") String key) {
        return HandingOutPages.answer(folder.open(number, key, current.require()));
    }

    private static JsonObjectBuilder json(Folder.Held held) {
        JsonArrayBuilder documents = Json.createArrayBuilder();
        held.documents().forEach(document -> documents.add(json(document)));
        JsonArrayBuilder removed = Json.createArrayBuilder();
        held.removed().forEach(left -> removed.add(json(left)));
        return Json.createObjectBuilder().add("documents", documents).add("removed", removed);
    }

    private static JsonObjectBuilder json(Tombstone left) {
        return Json.createObjectBuilder()
                .add("document", left.key())
                .add("type", left.kind().type())
                .add("addedAt", left.added().at().toString())
                .add("removedAt", left.removed().at().toString())
                .add("removedBy", left.removed().by())
                .add("reason", left.removed().reason().name());
    }

    private static JsonObjectBuilder json(Document document) {
        return Json.createObjectBuilder()
                .add("document", document.key())
                .add("name", document.name())
                .add("type", document.kind().type())
                .add("size", document.size())
                .add("sha256", document.sha256())
                .add("addedAt", document.added().at().toString())
                .add("text", document.text().name());
    }
}
