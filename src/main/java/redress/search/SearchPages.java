package redress.search;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.access.Actor;
import redress.access.CurrentActor;
import redress.access.Role;
import redress.access.Staff;
import redress.problem.Problem;
import redress.time.Ids;
import redress.web.Form;

/** Search for people at the desk. The whole question stands in the address, so that it can be kept and passed on. */
@Path("/desk/search")
@Produces(MediaType.TEXT_HTML)
@Staff({Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER, Role.AUDITOR})
public class SearchPages {

    /** The fields of the page's forms: what is wrong in them is told beside them. */
    private static final Set<String> FIELDS = Set.of("q", "near", "in", "syntax", "histogram", "rows", "columns");

    private final Searches searches;
    private final Names names;
    private final Spellings spellings;
    private final Freshness freshness;
    private final CurrentActor current;

    @Inject
    SearchPages(Searches searches, Names names, Spellings spellings, Freshness freshness, CurrentActor current) {
        this.searches = searches;
        this.names = names;
        this.spellings = spellings;
        this.freshness = freshness;
        this.current = current;
    }

    /** The answer to the question in the address; everything where there is none. */
    @GET
    public Response search(
            @QueryParam("q") @Nullable String text,
            @QueryParam("after") @Nullable String after,
            @QueryParam("act") @Nullable String act,
            @Context UriInfo address) {
        Actor actor = current.require();
        MultivaluedMap<String, String> parameters = address.getQueryParameters();
        try {
            boolean stale = !freshness.reached(act);
            SearchQuery query =
                    spellings.widened(new Asking(names.gazetteer(), parameters).query(text, after, SearchQuery.USUAL));
            SearchPage.Reader reader = SearchPage.Reader.of(actor);
            return Response.ok(searches.search(
                            query, actor, answer -> page(query, answer, names.gazetteer(), stale, reader), true))
                    .build();
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(refused(Form.of(parameters).with(faults(problem)), SearchPage.Reader.of(actor)))
                    .build();
        }
    }

    /** What is wrong in something that the page has no field for is told at its head and beside none. */
    static List<Problem.FieldError> faults(Problem problem) {
        return problem.errors().stream()
                .map(fault -> FIELDS.contains(fault.field()) ? fault : new Problem.FieldError("", fault.message()))
                .toList();
    }

    /** What was typed, with the reason beside the field and what narrowed it kept; nothing was asked. */
    static SearchPage refused(Form form, SearchPage.Reader reader) {
        SearchPage.State nothing = new SearchPage.State(0, false, null, false, false, false, null);
        return new SearchPage(
                reader,
                form,
                nothing,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                SearchAddress.kept(form),
                List.of(),
                List.of());
    }

    static SearchPage page(
            SearchQuery query, Answer answer, Gazetteer gazetteer, boolean stale, SearchPage.Reader reader) {
        FacetList facets = new FacetList(query, answer, gazetteer);
        SearchAddress address = new SearchAddress(query);
        List<SearchPage.Chip> chips = new ArrayList<>();
        for (Dimension dimension : Dimension.all()) {
            for (String value : query.wanted(dimension)) {
                chips.add(new SearchPage.Chip(
                        "search.by." + dimension.word(),
                        facets.label(dimension, value),
                        Labels.known(dimension, value),
                        address.without(dimension, value),
                        dossier(dimension, value)));
            }
        }
        Cursor next = answer.next();
        return new SearchPage(
                reader,
                Form.of(typed(query, address)),
                new SearchPage.State(
                        answer.count(),
                        query.newestFirst(),
                        query.looksFor() ? address.inOrder(!query.newestFirst()) : null,
                        answer.partial(),
                        answer.cut(),
                        stale,
                        answer.unplaced()),
                query.read().terms().stream().map(SearchPages::term).toList(),
                chips,
                facets.facets(),
                answer.hits().stream().map(hit -> row(hit, gazetteer)).toList(),
                next == null ? null : address.after(next),
                dossier(query),
                address.kept(),
                new Tables(query, gazetteer, facets).of(answer),
                answer.wider().stream().map(SearchPages::wider).toList());
    }

    private static SearchPage.Wide wider(Wider wider) {
        String words =
                wider.kind() == Wider.Kind.ANYWHERE ? "" : wider.question().text();
        String address = new SearchAddress(wider.question()).of();
        return new SearchPage.Wide("search.wider." + wider.kind().word(), words, wider.count(), address);
    }

    private static @Nullable String dossier(SearchQuery query) {
        SavedSearch search = SavedSearch.of(query);
        return search.address().isEmpty() ? null : search.dossier();
    }

    private static Map<String, String> typed(SearchQuery query, SearchAddress address) {
        Map<String, String> typed = new HashMap<>(Map.of("q", query.text()));
        address.kept().stream()
                .filter(each -> FIELDS.contains(each.name()))
                .forEach(each -> typed.putIfAbsent(each.name(), each.value()));
        return typed;
    }

    private static SearchPage.Term term(Understanding.Term term) {
        return new SearchPage.Term(term.text(), term.meaning(), term.understood(), term.sign());
    }

    private static SearchPage.Row row(Answer.Hit hit, Gazetteer gazetteer) {
        String unit = hit.unit();
        return new SearchPage.Row(
                hit.number(),
                hit.stage(),
                LocalDate.parse(hit.received()),
                unit == null ? null : gazetteer.unitName(unit),
                unit == null ? null : dossier(Dimension.UNIT, unit),
                hit.in(),
                hit.snippet());
    }

    /** Where the dossier of a unit, an institution, a place or a commander is; null for what has none. */
    private static @Nullable String dossier(Dimension dimension, String value) {
        return switch (dimension) {
            case UNIT, INSTITUTION -> "/desk/dossier?unit=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
            case PLACE -> "/desk/dossier?place=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
            case COMMANDER -> commander(value);
            default -> null;
        };
    }

    /** The index knows officers by the number of their id, addresses by its letters; null for what is no number. */
    private static @Nullable String commander(String number) {
        try {
            return "/desk/dossier?commander=" + Ids.text(Long.parseUnsignedLong(number));
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
