package redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redress.PortalTest;
import redress.complaint.ReceiptCode;

/** What is left when the server is killed while a thousand people send: everything that was acknowledged, once. */
class CrashIT extends PortalTest {

    private static final int SENDERS = 1_000;
    private static final int BEFORE_THE_KILL = 150;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    @Test
    void every_acknowledged_receipt_opens_after_a_kill_and_none_is_doubled() throws Exception {
        List<ReceiptCode> codes =
                IntStream.range(0, SENDERS).mapToObj(i -> ReceiptCode.mint()).toList();
        Map<ReceiptCode, String> acknowledged = new ConcurrentHashMap<>();
        CountDownLatch enough = new CountDownLatch(BEFORE_THE_KILL);
        try (ExecutorService senders = Executors.newFixedThreadPool(32)) {
            codes.forEach(code -> senders.submit(() -> {
                String number = send(code);
                if (number != null) {
                    acknowledged.put(code, number);
                    enough.countDown();
                }
            }));
            enough.await();
            stack().crashPortal();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL);
        for (Map.Entry<ReceiptCode, String> entry : acknowledged.entrySet()) {
            assertThat(track(entry.getKey()).getString("number")).isEqualTo(entry.getValue());
        }
        // Who got no answer sends again, as people do: the same code, so nothing is doubled.
        for (ReceiptCode code : codes) {
            assertThat(send(code)).isNotNull();
        }
        assertThat(number("SELECT COUNT(*) FROM complaint WHERE narrative LIKE 'Crash test complaint %'"))
                .isEqualTo(SENDERS);
        assertThat(number("SELECT COUNT(DISTINCT number) FROM complaint WHERE narrative LIKE 'Crash test complaint %'"))
                .isEqualTo(SENDERS);
        assertThat(agreesWithin(Duration.ofSeconds(60))).isTrue();
    }

    private @org.jspecify.annotations.Nullable String send(ReceiptCode code) {
        String body = Json.createObjectBuilder()
                .add("receiptCode", code.digits())
                .add("narrative", "Crash test complaint " + code.digits().substring(0, 6))
                .build()
                .toString();
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(url("/api/v1/complaints"))
                            .header("Content-Type", "application/json")
                            .timeout(Duration.ofSeconds(60))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 201 ? json(answer.body()).getString("number") : null;
        } catch (IOException broken) {
            return null; // the server died under the request; the sender does not know whether it arrived
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private JsonObject track(ReceiptCode code) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(url("/api/v1/complaints/track"))
                        .header("Receipt-Code", code.digits())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    /** Whether index and database have the same digest before the time is over. */
    private boolean agreesWithin(Duration patience) throws Exception {
        Instant end = Instant.now().plus(patience);
        while (Instant.now().isBefore(end)) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(url("/api/v1/search/health"))
                            .header("Authorization", "Bearer " + scriptToken())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200 && json(answer.body()).getBoolean("equal")) {
                return true;
            }
        }
        return false;
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static long number(String sql) throws Exception {
        try (var connection = jdbc();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
