package redress.statistics;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redress.access.Public;

/** Public figures: a page with server-made charts and their tables, and the same numbers as a file. */
@Path("/")
@Public
public class StatisticsPages {

    private final Figures figures;

    @Inject
    StatisticsPages(Figures figures) {
        this.figures = figures;
    }

    /** The figures of one service. */
    @GET
    @Path("statistics")
    @Produces(MediaType.TEXT_HTML)
    public StatisticsPage page(@QueryParam("service") @Nullable String service) {
        Release release = figures.newest().orElse(null);
        if (release == null) {
            return new StatisticsPage(null, 0, Map.of(), "", List.of());
        }
        Map<String, String> institutions = figures.institutions(release);
        String first = institutions.keySet().stream().findFirst().orElse("-");
        String chosen = service != null && institutions.containsKey(service) ? service : first;
        return new StatisticsPage(
                release.madeAt(), release.threshold(), institutions, chosen, figures.cells(release, chosen));
    }

    /** All figures of the newest release as a table (RFC 4180); a hidden number is an empty field. */
    @GET
    @Path("statistics.csv")
    @Produces("text/csv")
    public String table() {
        StringBuilder csv = new StringBuilder("figure,counting_unit,service,year,cell,count\r\n");
        figures.newest()
                .ifPresent(release -> figures.cells(release, null)
                        .forEach(cell -> csv.append(cell.figure())
                                .append(',')
                                .append(cell.figure().unit())
                                .append(',')
                                .append(field(cell.institution()))
                                .append(',')
                                .append(cell.year())
                                .append(',')
                                .append(field(cell.name()))
                                .append(',')
                                .append(cell.shown() == null ? "" : cell.shown())
                                .append("\r\n")));
        return csv.toString();
    }

    /** Quoted where needed, and with an apostrophe before what a spreadsheet would run as a formula. */
    static String field(String text) {
        String safe = text.matches("[=+@\\t-].+") ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
