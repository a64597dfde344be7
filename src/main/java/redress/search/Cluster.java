package redress.search;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.JsonpMapper;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/**
 * The connection to an OpenSearch cluster. This is the only class that knows the client's library: it is loaded when
 * OpenSearch has been chosen and never before. Requests and answers are JSON trees of the platform; the library brings
 * connections, their reuse, TLS and the choice of a node.
 */
final class Cluster implements Closeable {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final OpenSearchTransport transport;
    private final OpenSearchGenericClient client;

    private Cluster(OpenSearchTransport transport) {
        this.transport = transport;
        this.client = new OpenSearchGenericClient(transport);
    }

    /**
     * A connection to these nodes. {@code authorization} is the value of the header of that name, or null for none; it
     * is sent to all of them.
     */
    static Cluster at(List<URI> nodes, @Nullable String authorization) {
        HttpHost[] hosts = nodes.stream().map(HttpHost::create).toArray(HttpHost[]::new);
        ApacheHttpClient5TransportBuilder builder =
                ApacheHttpClient5TransportBuilder.builder(hosts).setMapper(new Trees());
        if (authorization != null) {
            builder.setDefaultHeaders(new BasicHeader[] {new BasicHeader("Authorization", authorization)});
        }
        return new Cluster(builder.build());
    }

    /**
     * What the cluster answered.
     *
     * @param status the status of HTTP
     * @param body the JSON, empty where there was none
     */
    record Reply(int status, JsonObject body) {

        /** Whether what was asked for is not there. */
        boolean absent() {
            return status == 404;
        }

        /** The body of an answer that must be a good one; the reason of another is told without what was sent. */
        JsonObject ok() throws IOException {
            if (status >= 300) {
                throw new IOException("OpenSearch answered " + status + ": " + kind());
            }
            return body;
        }

        /** Only the kind of a failure: its reason may quote words of a question. */
        private String kind() {
            return body.containsKey("error")
                            && body.get("error") instanceof JsonObject error
                            && error.containsKey("type")
                    ? error.getString("type")
                    : "no reason";
        }
    }

    Reply get(String path) throws IOException {
        return send("GET", path, null);
    }

    Reply delete(String path) throws IOException {
        return send("DELETE", path, null);
    }

    Reply put(String path, Map<String, ?> body) throws IOException {
        return send("PUT", path, json(body));
    }

    Reply post(String path, Map<String, ?> body) throws IOException {
        return send("POST", path, json(body));
    }

    /** Many acts at once, one JSON text a line. */
    Reply lines(String path, String lines) throws IOException {
        return send("POST", path, body(lines, "application/x-ndjson"));
    }

    /** A tree of maps, lists, text and numbers as JSON. */
    static String text(Map<String, ?> tree) {
        return JSON.createObjectBuilder(tree).build().toString();
    }

    private static Body json(Map<String, ?> tree) {
        return body(text(tree), "application/json");
    }

    private static Body body(String text, String type) {
        return Objects.requireNonNull(Body.from(text.getBytes(StandardCharsets.UTF_8), type));
    }

    private Reply send(String method, String path, @Nullable Body body) throws IOException {
        int question = path.indexOf('?');
        String endpoint = question < 0 ? path : path.substring(0, question);
        Map<String, String> parameters = question < 0 ? Map.of() : query(path.substring(question + 1));
        Request request = Requests.create(method, endpoint, List.of(), parameters, body);
        try (Response response = client.execute(request)) {
            Body answer = response.getBody().orElse(null);
            return new Reply(
                    response.getStatus(),
                    answer == null ? JSON.createObjectBuilder().build() : read(answer));
        }
    }

    private static JsonObject read(Body answer) {
        byte[] bytes = answer.bodyAsBytes();
        if (bytes.length == 0 || bytes[0] != '{') {
            return JSON.createObjectBuilder().build();
        }
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        }
    }

    private static Map<String, String> query(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : text.split("&")) {
            int equals = part.indexOf('=');
            parameters.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return parameters;
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }

    /** What the transport asks for and, with requests of our own, never uses: a way to make JSON of objects. */
    private static final class Trees implements JsonpMapper {

        @Override
        public JsonProvider jsonProvider() {
            return JSON;
        }

        @Override
        public <T> T deserialize(JsonParser parser, Class<T> type) {
            throw new UnsupportedOperationException("only trees are read");
        }

        @Override
        public <T> void serialize(T value, JsonGenerator generator) {
            throw new UnsupportedOperationException("only trees are written");
        }
    }
}
