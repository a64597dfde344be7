package redress.lineup;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.StringReader;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.problem.Problem;

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
    public String confirm(@PathParam("complaint") String complaint, @PathParam("subject") String subject, String body) {
        return act(identifying.confirm(statement(complaint, subject, body), current.require()));
    }

    /** Takes a confirmation back; the version must be the one that was read. */
    @POST
    @Path("/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    public String undo(@PathParam("complaint") String complaint, @PathParam("subject") String subject, String body) {
        return act(identifying.undo(statement(complaint, subject, body), current.require()));
    }

    /** Rules an officer out; the version is not read, since the complaint stays as it is. */
    @POST
    @Path("/denials")
    @Consumes(MediaType.APPLICATION_JSON)
    public String deny(@PathParam("complaint") String complaint, @PathParam("subject") String subject, String body) {
        return act(rulingOut.deny(statement(complaint, subject, body), current.require()));
    }

    /** Takes such an answer back. */
    @POST
    @Path("/denials/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    public String restore(@PathParam("complaint") String complaint, @PathParam("subject") String subject, String body) {
        return act(rulingOut.undo(statement(complaint, subject, body), current.require()));
    }

    private static String act(long act) {
        return Json.createObjectBuilder().add("act", Long.toString(act)).build().toString();
    }

    private static Identifying.Statement statement(String complaint, String subject, String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonObject sent = reader.readObject();
            return new Identifying.Statement(
                    complaint,
                    subject,
                    sent.getString("officer", ""),
                    sent.getString("reason", ""),
                    sent.getInt("version", -1));
        } catch (JsonException | ClassCastException e) {
            throw Problem.of(Problem.Kind.INVALID, "unreadable-json", "The body is not the JSON object of a link.");
        }
    }
}
