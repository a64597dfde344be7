package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redress.PortalTest;
import redress.launch.Portal;

/** Two nodes on one database: each keeps an index of its own, and both end with the same. */
class TwoNodesIT extends PortalTest {

    private static final int COMPLAINTS = 40;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void two_nodes_on_one_database_end_with_equal_digests_and_find_what_the_other_took_in() throws Exception {
        Portal second = stack().secondNode();
        try {
            Set<String> numbers = new HashSet<>();
            for (int i = 0; i < COMPLAINTS; i++) {
                numbers.add(send(i % 2 == 0 ? baseUrl() : second.url()));
            }
            assertThat(numbers).as("no number is given twice").hasSize(COMPLAINTS);
            JsonObject one = agreed(baseUrl());
            JsonObject other = agreed(second.url());
            assertThat(other.getString("indexDigest")).isEqualTo(one.getString("indexDigest"));
            assertThat(other.getJsonNumber("documents").longValue())
                    .isEqualTo(one.getJsonNumber("documents").longValue());
            assertThat(found(baseUrl())).isEqualTo(COMPLAINTS);
            assertThat(found(second.url())).isEqualTo(COMPLAINTS);
        } finally {
            second.process().stop(Duration.ofSeconds(60));
        }
    }

    private String send(String node) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(node + "/api/v1/complaints"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"narrative\":\"Quinquereme at the twin office, told to whichever answered.\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer.body()).getString("number");
    }

    /** The health of a node once its index and the database agree and nothing is behind. */
    private JsonObject agreed(String node) throws Exception {
        Instant end = Instant.now().plusSeconds(60);
        JsonObject health = json(ask(node + "/api/v1/search/health"));
        while (!health.getBoolean("equal") && Instant.now().isBefore(end)) {
            health = json(ask(node + "/api/v1/search/health"));
        }
        assertThat(health.getBoolean("equal")).as(health.toString()).isTrue();
        return health;
    }

    private int found(String node) throws Exception {
        return json(ask(node + "/api/v1/search?q=quinquereme")).getInt("count");
    }

    private String ask(String address) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + scriptToken())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
