package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redress.PortalTest;
import redress.ledger.ActRows;
import redress.time.Ids;

/** What tests of watches ask of the portal: complaints that come, watches as JSON, a look into the tables. */
abstract class WatchCalls extends PortalTest {

    static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    static final String UNTIL = TODAY.plusDays(90).toString();
    static final String SCRIPT = "00000000-0000-4000-8000-000000000100";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** A complaint that comes in through the open door; its number. */
    static String complaint(String narrative) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(url("/api/v1/complaints"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.createObjectBuilder()
                        .add("narrative", narrative)
                        .build()
                        .toString()))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer.body()).getString("number");
    }

    /** Names an officer as accused in a complaint, in the tables alone, as a later correction of the desk would. */
    static String accusing(String number, long officer) {
        change(
                "INSERT INTO subject (id, complaint_id, officer_id) SELECT ?, id, ? FROM complaint WHERE number = ?",
                Ids.next(),
                officer,
                number);
        return number;
    }

    /** A watch of the scripts on words; its id. */
    static String watch(String words) {
        HttpResponse<String> made = post(
                "/api/v1/watches",
                "{\"label\":\"Words\",\"purpose\":\"A test of the portal itself.\",\"search\":\"q=" + words
                        + "\",\"until\":\"" + UNTIL + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made.body()).getString("id");
    }

    /** Lets an intake officer give a complaint to somebody, which changes it. */
    static void assign(String number, String actor) {
        HttpResponse<String> decided = post(
                "/api/v1/complaints/" + number + "/triage",
                "{\"route\":\"INVESTIGATE\",\"reason\":\"It is ours and grave.\",\"version\":1,\"assignee\":\"" + actor
                        + "\"}");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
    }

    /** The firings of a watch of the scripts. */
    static JsonArray firings(String watch) {
        return json(get("/api/v1/watches/" + watch).body()).getJsonArray("firings");
    }

    /** The numbers of the complaints that a watch of the scripts has met, the latest first. */
    static List<String> met(String watch) {
        return firings(watch).getValuesAs(JsonObject.class).stream()
                .map(firing -> firing.getString("complaint"))
                .toList();
    }

    static HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(url(path))
                .header("Authorization", "Bearer " + scriptToken())
                .build());
    }

    static HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(url(path))
                .header("Authorization", "Bearer " + scriptToken())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new AssertionError(hurried);
        }
    }

    /** What is asked for, as soon as it is as it should be: the followers are a moment behind. */
    static <T> T eventually(Supplier<T> asked, Predicate<T> wanted) {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        T found = asked.get();
        while (!wanted.test(found) && System.nanoTime() < until) {
            found = asked.get();
        }
        assertThat(found).matches(wanted);
        return found;
    }

    /** A script opens the dossier to which the page leads, by what JSON says of a firing. */
    static void leadsToItsDossier(JsonObject firing, String kind, String parameter, String name) {
        assertThat(firing.getString("kind")).isEqualTo(kind);
        String key = firing.getJsonObject("reckoned").getString("key");
        HttpResponse<String> dossier = get("/api/v1/dossier?" + parameter + "=" + key);
        assertThat(dossier.statusCode()).as(dossier.body()).isEqualTo(200);
        assertThat(json(dossier.body()).getJsonObject("head").getString("name")).contains(name);
    }

    /** Waits until the watches have seen everything that was done. */
    static void caughtUp() {
        eventually(
                () -> number("SELECT (SELECT COUNT(*) FROM act WHERE position IS NULL)"
                        + " + (SELECT COUNT(*) FROM act WHERE position > (SELECT position FROM watch_position))"),
                waiting -> waiting == 0);
    }

    static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    static long number(String sql, Object... values) {
        try (Connection connection = jdbc();
                PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, values);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    /**
     * Lets the index follow what was changed by hand in the tables: every change of a complaint has an act beside it.
     */
    static void acted(String number) {
        try (Connection connection = jdbc()) {
            ActRows.changed(connection, number);
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    static void change(String sql, @Nullable Object... values) {
        try (Connection connection = jdbc();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            assertThat(statement.executeUpdate()).isPositive();
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
