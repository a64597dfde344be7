package redress.bench;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import redress.launch.OpenSearch;
import redress.planted.PlantedDocument;

/**
 * OpenSearch with one shard, with the fields that an index of ours has: words beside their stems at the same place,
 * places of words in the text for highlights, every dimension. It is asked as an application would ask it: the words in
 * the fields that we look in with our weights, the access filter as a filter, one terms aggregation a dimension,
 * highlights of the hits.
 */
final class OpenEngine implements SearchEngine {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String FIELDS = "[\"narrative\",\"statements^0.8\",\"names^1.2\",\"labels^0.5\",\"number^6\"]";
    private static final String AGGREGATIONS = DIMENSIONS.stream()
            .map(each ->
                    "\"%s\":{\"terms\":{\"field\":\"%s\",\"size\":%d}}".formatted(each, each, SearchQuestion.VALUES))
            .collect(Collectors.joining(",", "{", "}"));

    /** Every dimension that a complaint of the corpus has a value of in an index of ours, and what a filter needs. */
    private static final List<String> KEYS = List.of(
            "unit",
            "category",
            "stage",
            "year",
            "place",
            "hour",
            "incident_year",
            "month",
            "incident_month",
            "weekday",
            "finding",
            "channel",
            "institution",
            "register",
            "language",
            "compartment");

    private static final List<String> FINDINGS = List.of("SUSTAINED", "NOT_SUSTAINED", "UNFOUNDED", "EXONERATED");
    private static final List<String> CHANNELS = List.of("WEB", "PHONE", "LETTER", "OFFICE");

    private static final int TOO_MANY = 429;
    private static final int MOST_AGAIN = 30;

    private final Wire wire;

    /** Connects and makes the index. */
    OpenEngine(OpenSearch node) throws IOException {
        wire = new Wire(node.url());
        String plain = "{\"type\":\"text\"}";
        String shown = "{\"type\":\"text\",\"index_options\":\"offsets\"}";
        String told = "{\"type\":\"text\",\"index_options\":\"offsets\",\"analyzer\":\"told\"}";
        String keys = KEYS.stream()
                .map(key -> "\"" + key + "\":{\"type\":\"keyword\"}")
                .collect(Collectors.joining(","));
        String mapping = "{\"settings\":{\"number_of_shards\":1,\"number_of_replicas\":0,\"refresh_interval\":\"1s\","
                + "\"analysis\":{\"analyzer\":{\"told\":{\"type\":\"custom\",\"tokenizer\":\"standard\",\"filter\":"
                + "[\"lowercase\",\"asciifolding\",\"keyword_repeat\",\"kstem\",\"remove_duplicates\"]}}}},"
                + "\"mappings\":{\"dynamic\":\"strict\",\"properties\":{"
                + "\"narrative\":" + told + ",\"statements\":" + told + ",\"names\":" + shown + ",\"labels\":" + plain
                + ",\"number\":" + plain + "," + keys
                + ",\"received\":{\"type\":\"date\"},\"incident\":{\"type\":\"date\"},\"spot\":{\"type\":\"geo_point\"}}}}";
        call("PUT /complaints", mapping);
        // 65,535 unless told otherwise: fewer than the months of the stations of a million complaints.
        call("PUT /_cluster/settings", "{\"persistent\":{\"search.max_buckets\":1000000}}");
    }

    /** One request that must be accepted. */
    String call(String what, String body) throws IOException {
        int status = wire.send(what, JSON, body);
        if (status >= 300) {
            throw new IllegalStateException("OpenSearch answered " + status + " to " + what + ": " + wire.text());
        }
        return wire.text();
    }

    /** Sends documents in one {@code _bulk}, again after a second where the node has no memory for it just now. */
    void bulk(List<PlantedDocument> documents) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        documents.forEach(document -> line(body, document));
        String what = "POST /_bulk?filter_path=errors";
        for (int again = 0; wire.send(what, JSON, body.toString()) == TOO_MANY; again++) {
            if (again == MOST_AGAIN) {
                throw new IllegalStateException("OpenSearch has no memory: " + wire.text());
            }
            Thread.sleep(1_000);
        }
        String answer = wire.text();
        if (!answer.contains("\"errors\":false")) {
            throw new IllegalStateException("OpenSearch refused documents");
        }
    }

    /** Makes everything visible and waits for merges. */
    void settle() throws IOException, InterruptedException {
        call("POST /complaints/_flush", "");
        call("POST /complaints/_refresh", "");
        while (!call("GET /complaints/_stats/merge?filter_path=_all.total.merges.current", "")
                .contains("\"current\":0")) {
            Thread.sleep(20);
        }
    }

    private static void line(StringBuilder body, PlantedDocument document) {
        int number = document.number();
        String received = document.date().plusDays(3).toString();
        String[] levels = document.unit().split("/");
        body.append("{\"index\":{\"_index\":\"complaints\",\"_id\":\"")
                .append(number)
                .append("\"}}\n{");
        member(body, "narrative", document.narrative());
        member(body, "statements", String.join(" ", document.description()));
        member(body, "names", String.join(" ", document.names()));
        member(body, "labels", document.category() + " " + document.place());
        member(body, "number", "B-" + received.substring(0, 4) + "-" + number);
        member(body, "category", document.category());
        member(body, "stage", PortalCorpus.stage(number));
        member(body, "year", received.substring(0, 4));
        member(body, "place", document.place());
        member(body, "hour", "%02d".formatted(document.hour()));
        lessAsked(body, document, received);
        member(body, "compartment", "open");
        member(body, "received", received);
        member(body, "spot", document.latitude() + "," + document.longitude());
        body.append("\"unit\":[\"bench\",\"").append(levels[0]).append("\",\"").append(levels[0]);
        body.append('/')
                .append(levels[1])
                .append("\",\"")
                .append(document.unit())
                .append("\"]}\n");
    }

    /** What no question of the bench counts and an index of ours holds for others that do. */
    private static void lessAsked(StringBuilder body, PlantedDocument document, String received) {
        String incident = document.date().toString();
        member(body, "incident_year", incident.substring(0, 4));
        member(body, "month", received.substring(0, 7));
        member(body, "incident_month", incident.substring(0, 7));
        member(body, "weekday", Integer.toString(document.date().getDayOfWeek().getValue()));
        member(body, "finding", FINDINGS.get(document.number() / 7 % FINDINGS.size()));
        member(body, "channel", CHANNELS.get(document.number() / 3 % CHANNELS.size()));
        member(body, "institution", "police");
        member(body, "register", "own");
        member(body, "language", "en");
        member(body, "incident", incident);
    }

    private static void member(StringBuilder body, String name, String value) {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        body.append('"').append(name).append("\":\"").append(escaped).append("\",");
    }

    @Override
    public void ask(SearchQuestion question) throws IOException {
        String each = question.words().stream()
                .map(word -> "{\"multi_match\":{\"query\":\"%s\",\"type\":\"most_fields\",\"fields\":%s}}"
                        .formatted(word, FIELDS))
                .collect(Collectors.joining(",", "[", "]"));
        String words = switch (question.kind()) {
            case AND -> "\"must\":" + each + ",";
            case OR -> "\"should\":" + each + ",\"minimum_should_match\":1,";
            case ALL -> "";
        };
        String sort = question.words().isEmpty() ? ",\"sort\":[{\"received\":\"desc\"}]" : "";
        call(
                "POST /complaints/_search",
                "{\"size\":" + SearchQuestion.HITS + ",\"track_total_hits\":true,"
                        + "\"_source\":[\"number\",\"stage\",\"received\",\"unit\"],"
                        + "\"query\":{\"bool\":{" + words + "\"filter\":[{\"terms\":{\"compartment\":[\"open\"]}}]}}"
                        + ",\"highlight\":{\"fields\":{\"narrative\":{},\"statements\":{},\"names\":{}}}"
                        + ",\"aggs\":" + AGGREGATIONS + sort + "}");
    }

    @Override
    public Said say(SearchQuestion question) throws IOException {
        ask(question);
        JsonObject answer = PortalEngine.json(wire.text());
        Map<String, List<Long>> counts = new TreeMap<>();
        for (String dimension : DIMENSIONS) {
            List<Long> values = new ArrayList<>();
            for (JsonValue bucket : answer.getJsonObject("aggregations")
                    .getJsonObject(dimension)
                    .getJsonArray("buckets")) {
                values.add(bucket.asJsonObject().getJsonNumber("doc_count").longValue());
            }
            counts.put(dimension, values);
        }
        return Said.of(
                answer.getJsonObject("hits")
                        .getJsonObject("total")
                        .getJsonNumber("value")
                        .longValue(),
                counts);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
