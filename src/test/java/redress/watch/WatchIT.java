package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import redress.DeskBrowser;
import redress.PortalTest;

/** A watch from the search that is saved to the effect that is recorded, on the real servers. */
class WatchIT extends PortalTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String UNTIL =
            LocalDate.now(java.time.ZoneOffset.UTC).plusDays(90).toString();

    @Test
    void a_saved_search_fires_for_a_complaint_that_comes_and_the_queue_shows_it_until_somebody_has_looked()
            throws Exception {
        DeskBrowser ama = DeskBrowser.signedIn("ama");
        HttpResponse<String> form = ama.get("/desk/watches/new?q=quillwort+ferryman");
        assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
        String search =
                Jsoup.parse(form.body()).selectFirst("input[name=search]").attr("value");
        assertThat(search).isEqualTo("q=quillwort+ferryman");
        HttpResponse<String> refused = ama.post(
                "/desk/watches",
                Map.of("kind", "SEARCH", "search", search, "label", "", "purpose", "", "until", UNTIL));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Say in 10 to 1,000 characters why");
        HttpResponse<String> made = ama.post(
                "/desk/watches",
                Map.of(
                        "kind", "SEARCH",
                        "search", search,
                        "label", "Ferryman at the quay",
                        "purpose", "Several people told the same story at the quay.",
                        "until", UNTIL));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        complaint("A neighbour complains of noise at the market.");
        String number = complaint("At the quay the ferryman, called Quillwort, took my phone.");
        String queue = eventually(() -> ama.get("/desk/watches").body(), page -> page.contains(number));
        assertThat(queue).contains("Ferryman at the quay").contains("To look at: 1");
        assertThat(ama.get("/desk").body()).contains("class=\"waiting\">1");
        String firing = Jsoup.parse(queue)
                .select("a[href^=/desk/watches/firings/]")
                .first()
                .attr("href");
        HttpResponse<String> reviewed = ama.post(
                firing + "/review",
                Map.of("action", "COMMAND_ASKED", "reason", "The command of the quay post was asked to look."));
        assertThat(reviewed.statusCode()).as(reviewed.body()).isEqualTo(303);
        assertThat(ama.get("/desk/watches").body()).contains("Nothing new.");
        assertThat(ama.post(firing + "/review", Map.of("action", "NOTHING", "reason", "Somebody else was faster."))
                        .statusCode())
                .isEqualTo(409);
        change("UPDATE watch_firing SET effect_due_on = '2020-01-01' WHERE action = 'COMMAND_ASKED'");
        assertThat(ama.get("/desk/watches").body()).contains("Did it help? 1");
        assertThat(ama.post(firing + "/effect", Map.of("effect", "LESS", "words", "No further complaint since then."))
                        .statusCode())
                .isEqualTo(303);
        assertThat(ama.get("/desk/watches").body()).doesNotContain("Did it help?");
        assertThat(acts("WATCH_MADE")).isPositive();
        assertThat(acts("FIRING_REVIEWED")).isEqualTo(1);
        assertThat(acts("EFFECT_RECORDED")).isEqualTo(1);
    }

    private static JsonObject watches() {
        return json(get("/api/v1/watches"));
    }

    private static String complaint(String narrative) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(url("/api/v1/complaints"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.createObjectBuilder()
                                .add("narrative", narrative)
                                .build()
                                .toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer.body()).getString("number");
    }

    private static String get(String path) {
        return send(HttpRequest.newBuilder(url(path))
                        .header("Authorization", "Bearer " + scriptToken())
                        .build())
                .body();
    }

    private static HttpResponse<String> post(String path, JsonValue body) {
        return send(HttpRequest.newBuilder(url(path))
                .header("Authorization", "Bearer " + scriptToken())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    /** What is asked for, as soon as it is as it should be: the followers are a moment behind. */
    private static <T> T eventually(Supplier<T> asked, java.util.function.Predicate<T> wanted) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        T found = asked.get();
        while (!wanted.test(found) && System.nanoTime() < until) {
            found = asked.get();
        }
        assertThat(found).matches(wanted);
        return found;
    }

    private static long acts(String kind) throws SQLException {
        return number("SELECT COUNT(*) FROM act WHERE kind = ?", kind);
    }

    private static long number(String sql, Object... values) throws SQLException {
        try (Connection connection = jdbc();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static void change(String sql, Object... values) throws SQLException {
        try (Connection connection = jdbc();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).isPositive();
        }
    }
}
