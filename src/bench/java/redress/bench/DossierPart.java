package redress.bench;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import redress.launch.OpenSearch;
import redress.planted.PlantedCorpus;

/**
 * A dossier on one station beside the same questions to OpenSearch, over the same months: the board of its counts,
 * words unusual beside all stations (significant_text against them, near-copies filtered out), for each of its
 * complaints those that share at least two of its rarest words or names (more_like_this), and the counts of all
 * stations by month and by stage that outliers, changes and delays are judged by. OpenSearch gives counts, words and
 * complaints; the statistics over them, phrases, the reasons of a link, copies and the network it does not give at all.
 * Judged by the CPU of the servers. No station is asked about twice, so that what either side remembers is what
 * stations share.
 */
final class DossierPart {

    /**
     * So long each is asked about other stations, until it has compiled what it does here: after fifty dossiers half of
     * what one costs the portal was still the compiler.
     */
    private static final Duration LONGEST_WARMING = Duration.ofMinutes(1);

    /** The first of those that are measured; rows of before the minute are of the same stations. */
    private static final int FIRST = 45;

    private static final int WARMING = 1;
    private static final int BLOCKS = 8;
    private static final int TOGETHER = 3;
    private static final double BOUND = 0.10;

    /** The planted corpus has complaints come in so many days after the incident. */
    private static final int DAYS_LATER = 3;

    private final LoadedPortal portal;
    private final PortalEngine asked;
    private final OpenSearch node;
    private final OpenEngine open;
    private final List<String> stations;
    private final List<String> others;
    private final Map<String, List<Integer>> complaints = new HashMap<>();
    private final List<Double> waits = new ArrayList<>();
    private final String months;
    private int oursAt;
    private int theirsAt;

    private DossierPart(LoadedPortal portal, PortalEngine asked, OpenSearch node, OpenEngine open, int docs)
            throws IOException {
        this.portal = portal;
        this.asked = asked;
        this.node = node;
        this.open = open;
        PlantedCorpus corpus = PlantedCorpus.of(docs, PortalCorpus.SEED);
        List<String> all =
                corpus.planted().units().stream().map(unit -> unit.key()).toList();
        stations = all.subList(FIRST, FIRST + (WARMING + BLOCKS) * TOGETHER);
        others = all.stream().filter(each -> !stations.contains(each)).toList();
        JsonObject head = head(stations.getFirst());
        LocalDate first = YearMonth.parse(head.getString("from")).atDay(1);
        LocalDate last = YearMonth.parse(head.getString("to")).atEndOfMonth();
        months = "{\"range\":{\"received\":{\"gte\":\"" + first.plusDays(DAYS_LATER) + "\",\"lte\":\""
                + last.plusDays(DAYS_LATER) + "\"}}},{\"terms\":{\"compartment\":[\"open\"]}}";
        corpus.documents()
                .filter(each -> !each.date().isBefore(first) && !each.date().isAfter(last))
                .forEach(each -> complaints
                        .computeIfAbsent(each.unit(), unit -> new ArrayList<>())
                        .add(each.number()));
    }

    /** Asks both and prints one line. */
    static void run(LoadedPortal portal, PortalEngine asked, OpenSearch node, OpenEngine open, int docs)
            throws Exception {
        DossierPart part = new DossierPart(portal, asked, node, open, docs);
        part.sameCount();
        part.warm(station -> asked.get(address(station)));
        part.warm(part::ask);
        Turns turns = Turns.of(WARMING, BLOCKS, part::ours, part::theirs);
        double[] waits = part.waits.stream().mapToDouble(wait -> wait).toArray();
        System.out.printf(
                Locale.ROOT,
                "dossier of a station: CPU %.0f ms (portal and database), opened in %.0f ms (p50) and %.0f ms at most;"
                        + " the same questions to OpenSearch %.0f ms; %s%n",
                turns.ours(),
                Turns.quantile(waits, 0.5),
                Turns.quantile(waits, 1),
                turns.theirs(),
                turns.cheaper(BOUND));
    }

    private JsonObject head(String station) throws IOException {
        return PortalEngine.json(asked.get(address(station))).getJsonObject("head");
    }

    private static String address(String station) {
        return "/api/v1/dossier?unit=" + URLEncoder.encode("bench/" + station, StandardCharsets.UTF_8);
    }

    private void sameCount() throws IOException {
        String station = stations.getFirst();
        int ours = head(station).getInt("complaints");
        int theirs = PortalEngine.json(open.call("POST /complaints/_search", board(filter(station))))
                .getJsonObject("hits")
                .getJsonObject("total")
                .getInt("value");
        if (ours != theirs) {
            throw new IllegalStateException("a station has " + ours + " complaints here and " + theirs + " there");
        }
    }

    private interface Asked {
        void about(String station) throws IOException;
    }

    private void warm(Asked side) throws IOException {
        long end = System.nanoTime() + LONGEST_WARMING.toNanos();
        for (String station : others) {
            if (System.nanoTime() > end) {
                return;
            }
            side.about(station);
        }
    }

    private double ours() throws IOException {
        asked.ready();
        double before = portal.cpuMillis();
        for (int i = 0; i < TOGETHER; i++) {
            long began = System.nanoTime();
            asked.get(address(stations.get(oursAt++)));
            if (oursAt > WARMING * TOGETHER) {
                waits.add((System.nanoTime() - began) / 1e6);
            }
        }
        return (portal.cpuMillis() - before) / TOGETHER;
    }

    private double theirs() throws IOException {
        double before = node.process().processorTime().toNanos() / 1e6;
        for (int i = 0; i < TOGETHER; i++) {
            ask(stations.get(theirsAt++));
        }
        return (node.process().processorTime().toNanos() / 1e6 - before) / TOGETHER;
    }

    private void ask(String station) throws IOException {
        open.call("POST /complaints/_search", board(filter(station)));
        open.call("POST /complaints/_search", words(filter(station)));
        open.call("POST /complaints/_search", peers());
        if (complaints.containsKey(station)) {
            open.call(
                    "POST /_msearch",
                    complaints.get(station).stream().map(DossierPart::like).collect(Collectors.joining()));
        }
    }

    private String filter(String station) {
        return "{\"bool\":{\"filter\":[{\"term\":{\"unit\":\"" + station + "\"}}," + months + "]}}";
    }

    private String everywhere() {
        return "{\"bool\":{\"filter\":[" + months + "]}}";
    }

    private static String board(String filter) {
        String counts = SearchEngine.DIMENSIONS.stream()
                .map(each -> "\"%s\":{\"terms\":{\"field\":\"%s\",\"size\":100}}".formatted(each, each))
                .collect(Collectors.joining(","));
        return "{\"size\":0,\"track_total_hits\":true,\"query\":" + filter + ",\"aggs\":{" + counts + "}}";
    }

    private String words(String filter) {
        return "{\"size\":0,\"query\":" + filter
                + ",\"aggs\":{\"words\":{\"significant_text\":{\"field\":\"narrative\","
                + "\"filter_duplicate_text\":true,\"min_doc_count\":3,\"size\":100,\"gnd\":{},"
                + "\"background_filter\":" + everywhere() + "}}}}";
    }

    /** Months and stages outside: with stations outside OpenSearch makes a list of all months for each of them. */
    private String peers() {
        String unit = "\"aggs\":{\"unit\":{\"terms\":{\"field\":\"unit\",\"size\":10000}}}";
        return "{\"size\":0,\"query\":" + everywhere()
                + ",\"aggs\":{\"month\":{\"date_histogram\":{\"field\":\"received\",\"calendar_interval\":\"month\"},"
                + unit + "},\"stage\":{\"terms\":{\"field\":\"stage\"}," + unit + "}}}";
    }

    /** Which complaints share two rare words or names with this one? Asked of each complaint of the station. */
    private static String like(int number) {
        return "{\"index\":\"complaints\"}\n{\"size\":10,\"_source\":[\"number\",\"received\"],\"query\":{\"bool\":{"
                + "\"filter\":[{\"terms\":{\"compartment\":[\"open\"]}}],\"must\":[{\"more_like_this\":{"
                + "\"fields\":[\"narrative\",\"statements\",\"names\"],\"like\":[{\"_index\":\"complaints\",\"_id\":\""
                + number + "\"}],\"min_term_freq\":1,\"min_doc_freq\":2,\"minimum_should_match\":\"2\"}}]}}}\n";
    }
}
