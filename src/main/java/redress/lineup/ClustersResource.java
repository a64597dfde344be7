package redress.lineup;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
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
    public String confirm(InputStream body) throws IOException {
        Sent sent = Sent.of(body);
        Clustering.Confirmed confirmed = clustering.confirm(
                new Clustering.Statement(sent.texts("members"), sent.text("label"), sent.text("reason")),
                current.require());
        return told(confirmed);
    }

    /** Joins other clusters or complaints to a cluster; the answer names the one that takes their place. */
    @POST
    @Path("/{cluster}/join")
    @Consumes(MediaType.APPLICATION_JSON)
    @Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
    public String join(@PathParam("cluster") String cluster, InputStream body) throws IOException {
        Sent sent = Sent.of(body);
        Clustering.Statement said =
                new Clustering.Statement(sent.texts("members"), sent.text("label"), sent.text("reason"));
        return told(joining.join(cluster, sent.texts("clusters"), said, current.require()));
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
    public String undo(@PathParam("cluster") String cluster, InputStream body) throws IOException {
        long act = clustering.undo(cluster, Sent.of(body).text("reason"), current.require());
        return Json.createObjectBuilder().add("act", Long.toString(act)).build().toString();
    }

    /** Says that complaints are not about the same person or patrol. */
    @POST
    @Path("/denials")
    @Consumes(MediaType.APPLICATION_JSON)
    @Staff({Role.INVESTIGATOR, Role.SUPERVISOR})
    public String deny(InputStream body) throws IOException {
        Sent sent = Sent.of(body);
        TellingApart.Denied denied = tellingApart.deny(sent.texts("members"), sent.text("reason"), current.require());
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
    public String restore(@PathParam("denial") String denial, InputStream body) throws IOException {
        long act = tellingApart.undo(denial, Sent.of(body).text("reason"), current.require());
        return Json.createObjectBuilder().add("act", Long.toString(act)).build().toString();
    }
}
