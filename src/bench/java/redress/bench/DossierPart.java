package redress.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import redress.launch.OpenSearch;
import redress.planted.PlantedCorpus;

/**
 * A dossier on one station beside the same questions to OpenSearch: the board of its counts, unusual words
 * (significant_text with near-copies filtered out), complaints like each of its own (more_like_this), and the counts of
 * all stations by month that an outlier and a change are judged by. OpenSearch gives counts and words; the statistics
 * over them, the links and the network it does not give at all. Judged by the CPU of the servers.
 */
final class DossierPart {

    private static final int WARMING = 4;
    private static final int BLOCKS = 10;
    private static final int STATIONS = 3;
    private static final double BOUND = 0.10;

    private final LoadedPortal portal;
    private final PortalEngine asked;
    private final OpenSearch node;
    private final OpenEngine open;
    private final Map<String, String> alike = new HashMap<>();

    private DossierPart(LoadedPortal portal, PortalEngine asked, OpenSearch node, OpenEngine open) {
        this.portal = portal;
        this.asked = asked;
        this.node = node;
        this.open = open;
    }

    /** Asks both and prints one line. */
    static void run(LoadedPortal portal, PortalEngine asked, OpenSearch node, OpenEngine open, int docs)
            throws Exception {
        DossierPart part = new DossierPart(portal, asked, node, open);
        PlantedCorpus corpus = PlantedCorpus.of(docs, PortalCorpus.SEED);
        List<String> stations = corpus.planted().units().stream()
                .limit(STATIONS)
                .map(unit -> unit.key())
                .toList();
        corpus.documents()
                .filter(document -> stations.contains(document.unit()))
                .forEach(document -> part.alike.merge(document.unit(), like(document.number()), String::concat));
        Turns turns = Turns.of(WARMING, BLOCKS, () -> part.ours(stations), () -> part.theirs(stations));
        System.out.printf(
                Locale.ROOT,
                "dossier of a station: CPU %.0f ms (portal and database), the same questions to OpenSearch %.0f ms; %s%n",
                turns.ours(),
                turns.theirs(),
                turns.cheaper(BOUND));
    }

    private double ours(List<String> stations) throws IOException {
        double before = portal.cpuMillis();
        for (String station : stations) {
            asked.get("/api/v1/dossier?unit=" + URLEncoder.encode("bench/" + station, StandardCharsets.UTF_8));
        }
        return (portal.cpuMillis() - before) / stations.size();
    }

    private double theirs(List<String> stations) throws IOException {
        double before = node.process().processorTime().toNanos() / 1e6;
        for (String station : stations) {
            String filter = "{\"bool\":{\"filter\":[{\"term\":{\"unit\":\"" + station
                    + "\"}},{\"terms\":{\"compartment\":[\"open\"]}}]}}";
            open.call("POST /complaints/_search", board(filter));
            open.call("POST /complaints/_search", words(filter));
            open.call("POST /complaints/_search", peers());
            open.call("POST /_msearch", alike.getOrDefault(station, ""));
        }
        return (node.process().processorTime().toNanos() / 1e6 - before) / stations.size();
    }

    private static String board(String filter) {
        String counts = SearchEngine.DIMENSIONS.stream()
                .map(each -> "\"%s\":{\"terms\":{\"field\":\"%s\",\"size\":100}}".formatted(each, each))
                .collect(Collectors.joining(","));
        return "{\"size\":0,\"query\":" + filter + ",\"aggs\":{" + counts + "}}";
    }

    private static String words(String filter) {
        return "{\"size\":0,\"query\":" + filter
                + ",\"aggs\":{\"words\":{\"significant_text\":{\"field\":\"narrative\","
                + "\"filter_duplicate_text\":true,\"min_doc_count\":3,\"size\":50,\"gnd\":{}}}}}";
    }

    private static String peers() {
        return "{\"size\":0,\"aggs\":{\"unit\":{\"terms\":{\"field\":\"unit\",\"size\":10000},\"aggs\":{\"month\":{"
                + "\"date_histogram\":{\"field\":\"received\",\"calendar_interval\":\"month\"}}}}}}";
    }

    /** Which complaints are like this one? Asked of each complaint of the station. */
    private static String like(int number) {
        return "{\"index\":\"complaints\"}\n{\"size\":10,\"_source\":false,\"query\":{\"more_like_this\":{"
                + "\"fields\":[\"narrative\"],\"like\":[{\"_index\":\"complaints\",\"_id\":\"" + number
                + "\"}],\"minimum_should_match\":\"30%\"}}}\n";
    }
}
