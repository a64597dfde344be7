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
import java.util.List;
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
    private final Joining joining;
    private final TellingApart tellingApart;
    private final CurrentActor current;

    @Inject
    ClustersResource(Clustering clustering, Joining joining, TellingApart tellingApart, CurrentActor current) {
        this.clustering = clustering;
        this.joining = joining;
        this.tellingApart = tellingApart;
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
        Clustering.Confirmed confirmed = clustering.confirm(
                new Clustering.Statement(
                        texts(sent, "members"), sent.getString("label", ""), sent.getString("reason", "")),
                current.require());
        return told(confirmed);
    }

    /** Joins other clusters or complaints to a cluster; the answer names the one that takes their place. */
    @POST
    @Path("/{cluster}/join")
    @Consumes(MediaType.APPLICATION_JSON)
    @Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
    public String join(@PathParam("cluster") String cluster, String body) {
        JsonObject sent = sent(body);
        Clustering.Statement said = new Clustering.Statement(
                texts(sent, "members"), sent.getString("label", ""), sent.getString("reason", ""));
        return told(joining.join(cluster, texts(sent, "clusters"), said, current.require()));
    }

    private static String told(Clustering.Confirmed confirmed) {
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

    /** Says that complaints are not about the same person or patrol. */
    @POST
    @Path("/denials")
    @Consumes(MediaType.APPLICATION_JSON)
    @Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
    public String deny(String body) {
        JsonObject sent = sent(body);
        TellingApart.Denied denied =
                tellingApart.deny(texts(sent, "members"), sent.getString("reason", ""), current.require());
        return Json.createObjectBuilder()
                .add("denial", Ids.text(denied.denial()))
                .add("act", Long.toString(denied.act()))
                .build()
                .toString();
    }

    /** Takes such an answer back. */
    @POST
    @Path("/denials/{denial}/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    @Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
    public String restore(@PathParam("denial") String denial, String body) {
        long act = tellingApart.undo(denial, sent(body).getString("reason", ""), current.require());
        return Json.createObjectBuilder().add("act", Long.toString(act)).build().toString();
    }

    /** The texts of an array; none where there is no such array. */
    private static List<String> texts(JsonObject sent, String field) {
        JsonArray texts = sent.getJsonArray(field);
        return (texts == null ? JsonValue.EMPTY_JSON_ARRAY : texts)
                .getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList();
    }

    private static JsonObject sent(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw Problem.of(Problem.Kind.INVALID, "unreadable-json", "The body is not the JSON object of a cluster.");
        }
    }
}
