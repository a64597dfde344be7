package redress.triage;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import redress.PortalTest;
import redress.complaint.ReceiptCode;

/** The first decision on the real servers. */
class TriageIT extends PortalTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** A complaint as its sender knows it. */
    private record Sent(ReceiptCode code, String number) {}

    /** Somebody else's change is written but not committed when the decision reads, and committed when it writes. */
    @Test
    void of_two_who_write_at_the_same_moment_the_second_is_told_that_somebody_was_faster() throws Exception {
        Sent sent = complaint("They took the keys of the taxi.");
        CompletableFuture<HttpResponse<String>> late;
        try (Connection faster = jdbc()) {
            faster.setAutoCommit(false);
            change(faster, "UPDATE complaint SET version = version + 1 WHERE number = ?", sent.number());
            late = CompletableFuture.supplyAsync(() -> decided(sent, "\"route\":\"MEDIATE\""));
            awaitBlocked();
            faster.commit();
        }
        HttpResponse<String> answer = late.join();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(json(answer.body()).getString("type")).isEqualTo("/problems/changed-meanwhile");
        assertThat(read("SELECT stage FROM complaint WHERE number = ?", sent.number()))
                .isEqualTo("RECEIVED");
    }

    /** Waits until a statement of the portal waits for the row, with the patience of a slow machine. */
    private static void awaitBlocked() throws SQLException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        String waiting = "SELECT COUNT(*) FROM information_schema.processlist WHERE id <> CONNECTION_ID()"
                + " AND (info LIKE 'UPDATE complaint %' OR info LIKE 'INSERT INTO triage_decision %') AND '' = ?";
        while (read(waiting, "").equals("0") && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000L);
        }
        assertThat(read(waiting, "")).isEqualTo("1");
    }

    private static Sent complaint(String narrative) throws Exception {
        ReceiptCode code = ReceiptCode.mint();
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(url("/api/v1/complaints"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.createObjectBuilder()
                                .add("receiptCode", code.digits())
                                .add("narrative", narrative)
                                .build()
                                .toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new Sent(code, json(answer.body()).getString("number"));
    }

    /** The answer to a decision on a complaint that nobody has changed yet. */
    private static HttpResponse<String> decided(Sent sent, String fields) {
        return CLIENT.sendAsync(
                        HttpRequest.newBuilder(url("/api/v1/complaints/" + sent.number() + "/triage"))
                                .header("Authorization", "Bearer " + scriptToken())
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"reason\":\"A reason for the decision.\",\"version\":1," + fields + "}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .join();
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static String read(String sql, String value) throws SQLException {
        try (Connection connection = jdbc();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, value);
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return String.valueOf(row.getString(1));
            }
        }
    }

    private static void change(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
