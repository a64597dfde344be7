package redress.lineup;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.StringReader;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.problem.Problem;
import redress.time.Ids;
import redress.web.Form;

/** Proposals and confirmed clusters of complaints about the same unknown person or patrol, for scripts of the staff. */
@Path("/api/v1/clusters")
@Produces(MediaType.APPLICATION_JSON)
@Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
public class ClustersResource {

    private final Clustering clustering;
    private final CurrentActor current;

    @Inject
    ClustersResource(Clustering clustering, CurrentActor current) {
        this.clustering = clustering;
        this.current = current;
    }

    /** The proposals of some months, and what stands. */
    @GET
    public ClusterBoard look(@Context UriInfo address) {
        return clustering.look(Months.of(Form.of(address.getQueryParameters())), current.require());
    }

    /** Confirms that complaints are about the same unknown person or patrol. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
    public String confirm(String body) {
        JsonObject sent = sent(body);
        JsonArray members = sent.getJsonArray("members");
        Clustering.Confirmed confirmed = clustering.confirm(
                new Clustering.Statement(
                        (members == null ? JsonValue.EMPTY_JSON_ARRAY : members)
                                .getValuesAs(JsonString.class).stream()
                                        .map(JsonString::getString)
                                        .toList(),
                        sent.getString("label", ""),
                        sent.getString("reason", "")),
                current.require());
        return Json.createObjectBuilder()
                .add("cluster", Ids.text(confirmed.cluster()))
                .add("act", Long.toString(confirmed.act()))
                .build()
                .toString();
    }

    /** Takes a cluster back. */
    @POST
    @Path("/{cluster}/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    @Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
    public String undo(@PathParam("cluster") String cluster, String body) {
        long act = clustering.undo(cluster, sent(body).getString("reason", ""), current.require());
        return Json.createObjectBuilder().add("act", Long.toString(act)).build().toString();
    }

    private static JsonObject sent(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw Problem.of(Problem.Kind.INVALID, "unreadable-json", "The body is not the JSON object of a cluster.");
        }
    }
}
