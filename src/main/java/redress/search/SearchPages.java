package redress.search;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.access.Actor;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;

/** Search for people at the desk. The whole question stands in the address, so that it can be kept and passed on. */
@Path("/desk/search")
@Produces(MediaType.TEXT_HTML)
@Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
public class SearchPages {

    private final Searches searches;
    private final Names names;
    private final CurrentActor current;

    @Inject
    SearchPages(Searches searches, Names names, CurrentActor current) {
        this.searches = searches;
        this.names = names;
        this.current = current;
    }

    /** The answer to the question in the address; everything where there is none. */
    @GET
    public SearchPage search(
            @QueryParam("q") @Nullable String text,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo address) {
        Actor actor = current.require();
        SearchQuery query = SearchQuery.of(text, address.getQueryParameters(), after, SearchQuery.USUAL);
        return page(query, searches.search(query, actor), names.gazetteer(), actor.displayName());
    }

    static SearchPage page(SearchQuery query, Answer answer, Gazetteer gazetteer, String who) {
        FacetList facets = new FacetList(query, answer, gazetteer);
        SearchAddress address = new SearchAddress(query);
        List<SearchPage.Chip> chips = new ArrayList<>();
        List<SearchPage.Kept> kept = new ArrayList<>();
        for (Dimension dimension : Dimension.all()) {
            for (String value : query.wanted(dimension)) {
                chips.add(new SearchPage.Chip(
                        "search.by." + dimension.word(),
                        facets.label(dimension, value),
                        address.without(dimension, value)));
                kept.add(new SearchPage.Kept(dimension.word(), value));
            }
        }
        Cursor next = answer.next();
        return new SearchPage(
                who,
                query.text(),
                query.newestFirst(),
                answer.count(),
                answer.partial(),
                answer.cut(),
                chips,
                facets.facets(),
                answer.hits().stream().map(hit -> row(hit, gazetteer)).toList(),
                next == null ? null : address.after(next),
                kept);
    }

    private static SearchPage.Row row(Answer.Hit hit, Gazetteer gazetteer) {
        String unit = hit.unit();
        return new SearchPage.Row(
                hit.number(),
                hit.stage(),
                LocalDate.parse(hit.received()),
                unit == null ? null : gazetteer.unitName(unit),
                hit.snippet());
    }
}
