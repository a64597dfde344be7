package redress.lineup;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;

/** The link of a subject to an officer for scripts of the staff: said, denied and taken back. */
@Path("/api/v1/complaints/{complaint}/subjects/{subject}/officer")
@Produces(MediaType.APPLICATION_JSON)
@Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
public class SubjectResource {

    private final Identifying identifying;
    private final RulingOut rulingOut;
    private final CurrentActor current;

    @Inject
    SubjectResource(Identifying identifying, RulingOut rulingOut, CurrentActor current) {
        this.identifying = identifying;
        this.rulingOut = rulingOut;
        this.current = current;
    }

    /** Confirms who a subject is; the version must be the one that was read. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public String confirm(
            @PathParam("complaint") String complaint, @PathParam("subject") String subject, InputStream body)
            throws IOException {
        return act(identifying.confirm(statement(complaint, subject, body), current.require()));
    }

    /** Takes a confirmation back; the version must be the one that was read. */
    @POST
    @Path("/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    public String undo(@PathParam("complaint") String complaint, @PathParam("subject") String subject, InputStream body)
            throws IOException {
        return act(identifying.undo(statement(complaint, subject, body), current.require()));
    }

    /** Rules an officer out; the version is not read, since the complaint stays as it is. */
    @POST
    @Path("/denials")
    @Consumes(MediaType.APPLICATION_JSON)
    public String deny(@PathParam("complaint") String complaint, @PathParam("subject") String subject, InputStream body)
            throws IOException {
        return act(rulingOut.deny(statement(complaint, subject, body), current.require()));
    }

    /** Takes such an answer back. */
    @POST
    @Path("/denials/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    public String restore(
            @PathParam("complaint") String complaint, @PathParam("subject") String subject, InputStream body)
            throws IOException {
        return act(rulingOut.undo(statement(complaint, subject, body), current.require()));
    }

    private static String act(long act) {
        return Json.createObjectBuilder().add("act", Long.toString(act)).build().toString();
    }

    private static Identifying.Statement statement(String complaint, String subject, InputStream body)
            throws IOException {
        Sent sent = Sent.of(body);
        return new Identifying.Statement(
                complaint, subject, sent.text("officer"), sent.text("reason"), sent.whole("version", -1));
    }
}
