package redress.search;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;

/** Search for scripts of the staff, and the health of the index of this node. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

    private static final int MOST_VALUES = 100;

    private final Searches searches;
    private final Names names;
    private final IndexHealth health;
    private final IndexFollower follower;
    private final CurrentActor actor;

    @Inject
    SearchResource(Searches searches, Names names, IndexHealth health, IndexFollower follower, CurrentActor actor) {
        this.searches = searches;
        this.names = names;
        this.health = health;
        this.follower = follower;
        this.actor = actor;
    }

    /** What was found; every count is of complaints. */
    public record Found(
            String countingUnit,
            long count,
            boolean partial,
            boolean cut,
            List<HitRow> hits,
            Map<String, List<FacetRow>> facets,
            @Nullable String next) {}

    /** One complaint. The snippet is in pieces of plain text. */
    public record HitRow(
            String number,
            @Nullable String stage,
            String received,
            @Nullable String unit,
            @Nullable String unitName,
            List<Piece> snippet) {}

    /** A piece of a snippet. */
    public record Piece(String text, boolean match) {}

    /** One value of a facet: its key for the parameter, its name, and how many complaints have it. */
    public record FacetRow(String value, String label, long count) {}

    /** Searches with words and filters; see docs/search.md for the parameters. */
    @GET
    @Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
    public Found search(
            @QueryParam("q") @Nullable String text,
            @QueryParam("after") @Nullable String after,
            @QueryParam("size") @DefaultValue("20") String size,
            @Context UriInfo address) {
        SearchQuery query = SearchQuery.of(text, address.getQueryParameters(), after, number(size));
        return found(searches.search(query, actor.require()), names.gazetteer());
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

    private static Found found(Answer answer, Gazetteer gazetteer) {
        Map<String, List<FacetRow>> facets = new LinkedHashMap<>();
        for (Dimension dimension : Dimension.all()) {
            facets.put(
                    dimension.word(),
                    answer.counts(dimension).stream()
                            .limit(MOST_VALUES)
                            .map(c -> new FacetRow(c.value(), gazetteer.label(dimension, c.value()), c.count()))
                            .toList());
        }
        Cursor next = answer.next();
        return new Found(
                "complaints",
                answer.count(),
                answer.partial(),
                answer.cut(),
                answer.hits().stream().map(hit -> row(hit, gazetteer)).toList(),
                facets,
                next == null ? null : next.text());
    }

    private static HitRow row(Answer.Hit hit, Gazetteer gazetteer) {
        String unit = hit.unit();
        return new HitRow(
                hit.number(),
                hit.stage(),
                hit.received(),
                unit,
                unit == null ? null : gazetteer.unitName(unit),
                hit.snippet().stream()
                        .map(piece -> new Piece(piece.text(), piece.match()))
                        .toList());
    }
}
