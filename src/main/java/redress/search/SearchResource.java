package redress.search;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.web.Language;
import redress.web.Texts;

/**
 * Search for scripts of the staff, and the health of the index of this node. One object answers all requests, since it
 * keeps nothing of any: to make one for each took a fortieth of a search's time.
 */
@Singleton
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

    private static final String OWN_WRITES = "X-Read-Your-Writes";
    /** More bytes than the head of an answer has. */
    private static final int HEADERS = 4 * 1024;

    private final Searches searches;
    private final Names names;
    private final Spellings spellings;
    private final Freshness freshness;
    private final IndexHealth health;
    private final IndexFollower follower;
    private final Texts texts;
    private final CurrentActor actor;

    @Inject
    SearchResource(
            Searches searches,
            Names names,
            Spellings spellings,
            Freshness freshness,
            IndexHealth health,
            IndexFollower follower,
            Texts texts,
            CurrentActor actor) {
        this.searches = searches;
        this.names = names;
        this.spellings = spellings;
        this.freshness = freshness;
        this.health = health;
        this.follower = follower;
        this.texts = texts;
        this.actor = actor;
    }

    /** Searches with words and filters, answered as {@link Found}; see docs/search.md for the parameters. */
    @GET
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
    public byte[] search(
            @QueryParam("q") @Nullable String text,
            @QueryParam("size") @DefaultValue("20") String size,
            @HeaderParam(OWN_WRITES) @Nullable String ownWrite,
            @Context UriInfo address,
            @Context HttpServletResponse response) {
        MultivaluedMap<String, String> parameters = address.getQueryParameters();
        String act = ownWrite == null ? parameters.getFirst("act") : ownWrite;
        boolean stale = !freshness.reached(act);
        SearchQuery query = spellings
                .widened(new Asking(names.gazetteer(), parameters)
                        .query(text, parameters.getFirst("after"), number(size)))
                .listing(Found.ASKED_VALUES);
        byte[] body = searches.search(
                query,
                actor.require(),
                answer -> FoundJson.of(
                        Found.of(query, answer, names.gazetteer(), stale, key -> texts.text(Language.ENGLISH, key))),
                "true".equals(parameters.getFirst("wider")));
        // One way to the network instead of one for every 8 KB.
        response.setBufferSize(body.length + HEADERS);
        // Known before the first byte leaves: an answer that breaks off on the way is seen to be one, and needs no end.
        response.setContentLength(body.length);
        return body;
    }

    /** How far the index is behind and whether it agrees with the database. */
    @GET
    @Path("/health")
    @Staff({Role.AUDITOR, Role.ADMINISTRATOR})
    public IndexHealth.State health() {
        return health.state(actor.require());
    }

    /** Builds the index anew while the old one answers. */
    @POST
    @Path("/reindex")
    @Staff(Role.ADMINISTRATOR)
    public Response reindex() {
        boolean begun = follower.rebuild();
        return Response.accepted(Map.of("begun", begun)).build();
    }

    private static int number(String size) {
        return size.matches("\\d{1,4}") ? Integer.parseInt(size) : SearchQuery.USUAL;
    }
}
