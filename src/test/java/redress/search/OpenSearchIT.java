package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import redress.PortalTest;
import redress.launch.Portal;

/** The portal as somebody runs it whose searches OpenSearch answers, beside one with an index of its own. */
class OpenSearchIT extends PortalTest {

    private static final int COMPLAINTS = 12;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void the_archive_holds_nothing_of_the_client() throws Exception {
        try (ZipFile war = new ZipFile(Path.of("target/redress.war").toFile())) {
            assertThat(war.stream().map(entry -> entry.getName()))
                    .filteredOn(name -> name.startsWith("WEB-INF/lib/"))
                    .isNotEmpty()
                    .noneMatch(name ->
                            name.contains("opensearch") || name.contains("httpclient5") || name.contains("httpcore5"));
        }
    }

    @Test
    void a_portal_on_opensearch_finds_and_counts_what_one_on_its_own_index_does() throws Exception {
        Portal far = stack().anotherNode(
                        "far",
                        Map.of(
                                "redress.search.engine",
                                "opensearch",
                                "redress.search.opensearch.url",
                                OpenSearchExample.address().toString(),
                                "redress.search.opensearch.prefix",
                                OpenSearchExample.fresh()));
        try {
            for (int i = 0; i < COMPLAINTS; i++) {
                send(i % 2 == 0 ? baseUrl() : far.url());
            }
            String question = "/api/v1/search?q=%22carrack+moored%22&facets=stage,channel,year&histogram=month"
                    + "&rows=stage&columns=channel&sort=newest";
            JsonObject own = settled(baseUrl() + question);
            JsonObject there = settled(far.url() + question);
            for (String told : new String[] {"count", "hits", "facets", "histogram", "table"}) {
                assertThat(there.get(told)).as(told).isEqualTo(own.get(told));
            }
        } finally {
            far.process().stop(Duration.ofSeconds(60));
        }
    }

    private void send(String node) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(node + "/api/v1/complaints"))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"narrative\":\"The carrack moored at the checkpoint and its officers took money.\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** The answer once everything that was sent is found; the last one when that does not come. */
    private JsonObject settled(String address) throws Exception {
        Instant end = Instant.now().plusSeconds(90);
        HttpResponse<String> answer = ask(address);
        while ((answer.statusCode() != 200 || count(answer) < COMPLAINTS)
                && Instant.now().isBefore(end)) {
            answer = ask(address);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(count(answer)).as(address).isEqualTo(COMPLAINTS);
        return json(answer);
    }

    private static int count(HttpResponse<String> answer) {
        return json(answer).getInt("count");
    }

    private HttpResponse<String> ask(String address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + scriptToken())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }
}
