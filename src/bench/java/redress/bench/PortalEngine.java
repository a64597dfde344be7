package redress.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redress.launch.Stack;

/** The portal, asked through HTTP by a script with an account of its own: login checked and access filter at work. */
final class PortalEngine implements SearchEngine {

    /** A token lives for minutes; a new one is fetched well before. */
    private static final long TOKEN_NANOS = 60_000_000_000L;

    private final Stack stack;
    private final Wire wire;
    private String token = "";
    private long fetched;

    PortalEngine(Stack stack) throws IOException {
        this.stack = stack;
        wire = new Wire(stack.portal().url());
    }

    /** Fetches a token where the last one is old. */
    @Override
    public void ready() {
        if (token.isEmpty() || System.nanoTime() - fetched > TOKEN_NANOS) {
            token = stack.keycloak().scriptToken();
            fetched = System.nanoTime();
        }
    }

    @Override
    public void ask(SearchQuestion question) throws IOException {
        String between = question.kind() == SearchQuestion.Kind.OR ? " | " : " ";
        get("/api/v1/search?size=" + SearchQuestion.HITS + "&facets=" + String.join(",", DIMENSIONS) + "&q="
                + URLEncoder.encode(String.join(between, question.words()), StandardCharsets.UTF_8));
    }

    /** A GET that must be answered; gives the body. */
    String get(String path) throws IOException {
        ready();
        int status = wire.send("GET " + path, "Authorization: Bearer " + token + "\r\n", "");
        if (status != 200) {
            throw new IllegalStateException("The portal answered " + status + ": " + wire.text());
        }
        return wire.text();
    }

    @Override
    public Said say(SearchQuestion question) throws IOException {
        ask(question);
        JsonObject found = json(wire.text());
        Map<String, List<Long>> counts = new TreeMap<>();
        for (String dimension : DIMENSIONS) {
            List<Long> values = new ArrayList<>();
            for (JsonValue value : found.getJsonObject("facets").getJsonArray(dimension)) {
                values.add(value.asJsonObject().getJsonNumber("count").longValue());
            }
            counts.put(dimension, values);
        }
        return Said.of(found.getJsonNumber("count").longValue(), counts);
    }

    static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
