package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.DeskBrowser;
import redress.PortalTest;
import redress.launch.Portal;
import redress.ledger.ActRows;
import redress.register.ImportCommand;

/** Two nodes on one database: each keeps an index of its own, and both end with the same. */
class TwoNodesIT extends PortalTest {

    private static final int COMPLAINTS = 40;
    private static final int IMPORTED = 3;
    private static final String WORD = "quinquereme";
    private static final String APART = "it-twin";
    private static final String SCRIPT = "00000000-0000-4000-8000-000000000100";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void two_nodes_on_one_database_find_what_the_other_did_and_end_with_the_same_also_after_a_kill() throws Exception {
        change("INSERT INTO compartment_member (compartment, actor) VALUES (?, ?)", APART, SCRIPT);
        Portal second = stack().secondNode();
        try {
            List<String> numbers = takenIn(second.url());
            eachFindsWhatWasWrittenOnTheOther(baseUrl(), second.url(), numbers.get(0));
            eachFindsWhatWasWrittenOnTheOther(second.url(), baseUrl(), numbers.get(1));
            seal(numbers.get(2));
            bothHold(second.url(), COMPLAINTS, 1);

            second.process().kill();
            numbers.add(send(baseUrl()));
            decided(baseUrl(), numbers.get(3));
            seal(numbers.get(4));
            erased(numbers.get(5), written(baseUrl(), numbers.get(5), "quinquefoil"));
            imported();
            second = second.restart();
            bothHold(second.url(), COMPLAINTS + 1 + IMPORTED, 2);
            for (String node : List.of(baseUrl(), second.url())) {
                assertThat(found(node, "quinquefoil", "")).as("erased").isZero();
                assertThat(found(node, WORD + "&stage=MEDIATION", "")).isEqualTo(3);
            }
        } finally {
            second.process().stop(Duration.ofSeconds(60));
            change("DELETE FROM compartment_member WHERE compartment = ?", APART);
        }
    }

    private List<String> takenIn(String other) throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < COMPLAINTS; i++) {
            numbers.add(send(i % 2 == 0 ? baseUrl() : other));
        }
        assertThat(new HashSet<>(numbers)).as("no number is given twice").hasSize(COMPLAINTS);
        return numbers;
    }

    private void eachFindsWhatWasWrittenOnTheOther(String one, String other, String number) throws Exception {
        String word = "quinquennium" + number.replaceAll("\\D", "");
        String record = written(one, number, word);
        assertThat(found(other, word, record)).as("written there").isEqualTo(1);
        assertThat(found(other, word + "&stage=MEDIATION", decided(one, number)))
                .as("decided there")
                .isEqualTo(1);
        assertThat(found(other, word, erased(number, record)))
                .as("erased on the first node")
                .isZero();
    }

    /** Both indexes are as the tables are, and as each other, compartment by compartment. */
    private void bothHold(String other, int complaints, int sealed) throws Exception {
        JsonObject one = agreed(baseUrl());
        JsonObject two = agreed(other);
        assertThat(two.getJsonArray("compartments")).isEqualTo(one.getJsonArray("compartments"));
        assertThat(two.getJsonNumber("documents")).isEqualTo(one.getJsonNumber("documents"));
        assertThat(one.getJsonArray("compartments").getValuesAs(JsonObject.class).stream()
                        .filter(label -> label.getString("compartment").equals(APART))
                        .map(label -> label.getInt("documents")))
                .containsExactly(sealed);
        assertThat(found(baseUrl(), WORD, "")).isEqualTo(complaints);
        assertThat(found(other, WORD, "")).isEqualTo(complaints);
    }

    private String send(String node) throws Exception {
        return post(
                        node + "/api/v1/complaints",
                        "{\"narrative\":\"Quinquereme at the twin office, told to whichever answered.\"}",
                        201)
                .getString("number");
    }

    /** A message to the complainant; the act of it. */
    private String written(String node, String number, String word) throws Exception {
        return post(
                        node + "/api/v1/complaints/" + number + "/records",
                        "{\"kind\":\"MESSAGE\",\"text\":\"Please ask for " + word + ".\"}",
                        201)
                .getString("act");
    }

    private String decided(String node, String number) throws Exception {
        return post(
                        node + "/api/v1/complaints/" + number + "/triage",
                        "{\"route\":\"MEDIATE\",\"reason\":\"Both want to talk.\",\"version\":1}",
                        200)
                .getString("act");
    }

    /** The words of its one record are erased, once that was taken in; the act of it. */
    private String erased(String number, String after) throws Exception {
        assertThat(found(baseUrl(), WORD, after)).isPositive();
        String records = baseUrl() + "/api/v1/complaints/" + number + "/records";
        String id = json(ask(records)).getJsonArray("records").getJsonObject(0).getString("id");
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(records + "/" + id))
                        .header("Cookie", DeskBrowser.signedIn("senad").cookies())
                        .header("Sec-Fetch-Site", "same-origin")
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body()).getString("act");
    }

    private static void seal(String number) throws SQLException {
        change("UPDATE complaint SET compartment = ?, version = version + 1 WHERE number = ?", APART, number);
        try (Connection connection = jdbc()) {
            ActRows.changed(connection, number);
        }
    }

    private static void change(String sql, String... values) throws SQLException {
        try (Connection connection = jdbc();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).isPositive();
        }
    }

    private void imported() throws Exception {
        Path mapping = Files.writeString(folder.resolve("twin.yaml"), """
                register: twin
                language: en
                categories: profile
                institution: {code: police, name: Velmora Police Service, kind: police}
                sources:
                  - name: complaints
                    file: complaints.csv
                    complaint_key: case
                    complaint: {received_on: received, narrative: told}
                """);
        Files.writeString(folder.resolve("complaints.csv"), """
                case,received,told
                a,2020-03-04,A quinquereme of the old register.
                b,2020-03-05,Another quinquereme.
                c,2020-03-06,The last quinquereme.
                """);
        Map<String, String> settings = stack().database().settings();
        Files.createDirectories(Path.of(settings.getOrDefault("REDRESS_IMPORTS", "")));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = new ImportCommand(settings, new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(List.of(mapping.toString(), folder.toString()));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
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

    /** How many a node finds once it has taken in this act; none waits for nothing. */
    private int found(String node, String question, String act) throws Exception {
        JsonObject found = json(ask(node + "/api/v1/search?q=" + question, "X-Read-Your-Writes", act));
        assertThat(found.getBoolean("stale")).as("it waited in vain").isFalse();
        return found.getInt("count");
    }

    private JsonObject post(String address, String body, int status) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + scriptToken())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json(answer.body());
    }

    private String ask(String address, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + scriptToken());
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
