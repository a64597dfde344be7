package redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import redress.PortalTest;
import redress.complaint.ReceiptCode;
import redress.likeness.Signature;

/** What somebody who sends a complaint over HTTP meets: a receipt, once and for good, or a clear word why not. */
class SubmissionIT extends PortalTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void gives_one_receipt_for_fifty_equal_sends_at_once() throws Exception {
        ReceiptCode code = ReceiptCode.mint();
        String body = body(code, "They took our boat and asked for money to give it back.");
        Set<String> answers = new HashSet<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(50)) {
            List<Future<HttpResponse<String>>> sent = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                sent.add(senders.submit(() -> post(body)));
            }
            for (Future<HttpResponse<String>> answer : sent) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(201);
                answers.add(answer.get().body());
            }
        }
        assertThat(answers).hasSize(1);
        String number = json(answers.iterator().next()).getString("number");
        assertThat(count("SELECT COUNT(*) FROM complaint WHERE number = ?", number))
                .isEqualTo(1);
    }

    @Test
    void a_complaint_does_not_wait_for_one_that_the_database_holds_up() throws Exception {
        try (Connection held = jdbc();
                Statement lock = held.createStatement()) {
            held.setAutoCommit(false);
            lock.executeQuery("SELECT code FROM institution WHERE code = 'police' FOR UPDATE");
            CompletableFuture<HttpResponse<String>> first =
                    sent("{\"narrative\":\"They took the car.\",\"institution\":\"police\"}"
                            .getBytes(StandardCharsets.UTF_8));
            while (!insertsAnIncident()) {
                assertThat(first).isNotDone();
            }
            // Sooner than the database gives up the first one, which takes it 50 seconds.
            byte[] boat = "{\"narrative\":\"They took the boat.\"}".getBytes(StandardCharsets.UTF_8);
            assertThat(sent(boat).get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
            assertThat(first).isNotDone();
            held.rollback();
            assertThat(first.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        }
    }

    private static boolean insertsAnIncident() throws Exception {
        return count("SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE ?", "INSERT INTO incident%")
                > 0;
    }

    @Test
    void keeps_the_first_text_when_the_same_code_comes_with_another() throws Exception {
        ReceiptCode code = ReceiptCode.mint();
        assertThat(post(body(code, "The first account of it.")).statusCode()).isEqualTo(201);
        HttpResponse<String> second = post(body(code, "Quite another account."));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(json(second.body()).getString("type")).isEqualTo("/problems/receipt-already-used");
    }

    @Test
    void proves_within_two_seconds_that_the_complaint_stands_in_the_log() throws Exception {
        ReceiptCode code = ReceiptCode.mint();
        JsonObject receipt =
                json(post(body(code, "Two guards beat him at the gate.")).body());
        String leaf = receipt.getJsonObject("promise").getString("leafHash");
        long deadline = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        JsonObject tracked = track(code);
        while (!tracked.containsKey("proof") && System.nanoTime() < deadline) {
            tracked = track(code);
        }
        assertThat(tracked.getJsonObject("proof").getString("leaf")).isEqualTo(leaf);
        assertThat(tracked.getString("number")).isEqualTo(receipt.getString("number"));
    }

    @Test
    void tells_nobody_anything_for_a_code_that_is_not_theirs() throws Exception {
        HttpResponse<String> nobodys =
                get("/api/v1/complaints/track", ReceiptCode.mint().grouped());
        assertThat(nobodys.statusCode()).isEqualTo(404);
        HttpResponse<String> mistyped = get("/api/v1/complaints/track", "1234 5678");
        assertThat(mistyped.statusCode()).isEqualTo(400);
        assertThat(json(mistyped.body()).getString("type")).isEqualTo("/problems/receipt-code-malformed");
    }

    @Test
    void sets_the_severity_the_referral_and_the_first_deadline_from_the_profile() throws Exception {
        JsonObject receipt = json(post("{\"narrative\":\"He died in the cell.\",\"injury\":\"DEATH\"}")
                .body());
        try (var connection = jdbc();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT severity, must_refer, due_on, stage FROM complaint WHERE number = ?")) {
            query.setString(1, receipt.getString("number"));
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(5);
                assertThat(row.getBoolean(2)).isTrue();
                assertThat(row.getDate(3).toLocalDate())
                        .isAfter(LocalDate.now(ZoneOffset.UTC).plusDays(6));
                assertThat(row.getString(4)).isEqualTo("RECEIVED");
            }
        }
    }

    @Test
    void keeps_the_signature_of_the_narrative_by_which_copies_are_found() throws Exception {
        String narrative = "Two men of the patrol took our boat and asked for money to give it back.";
        JsonObject receipt = json(post("{\"narrative\":\"" + narrative + "\"}").body());
        try (var connection = jdbc();
                PreparedStatement query =
                        connection.prepareStatement("SELECT narrative_signature FROM complaint WHERE number = ?")) {
            query.setString(1, receipt.getString("number"));
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(Signature.read(row.getBytes(1))).isEqualTo(Signature.of(narrative));
            }
        }
    }

    @Test
    void seals_a_name_so_that_the_database_holds_no_trace_of_it() throws Exception {
        String name = "Umu Canaryname";
        JsonObject receipt = json(post("{\"narrative\":\"They kept my papers.\",\"contact\":{\"name\":\"" + name
                        + "\",\"way\":\"phone\",\"address\":\"+231 555 0199\"}}")
                .body());
        try (var connection = jdbc();
                PreparedStatement query = connection.prepareStatement("SELECT v.sealed FROM vault_identity v"
                        + " JOIN complaint c ON c.id = v.complaint_id WHERE c.number = ?")) {
            query.setString(1, receipt.getString("number"));
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(new String(row.getBytes(1), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .doesNotContain("Canaryname")
                        .doesNotContain("555");
            }
        }
    }

    @Test
    void tells_every_field_that_does_not_hold_beside_its_name() throws Exception {
        refused("{}", "narrative");
        refused("{\"narrative\":\"x\",\"nickname\":1}", "nickname");
        refused("{\"narrative\":\"x\",\"harmed\":\"ME\"}", "harmed");
        refused("{\"narrative\":\"x\",\"incident\":{\"date\":\"2999-01-01\"}}", "incident.date");
        refused("{\"narrative\":\"x\",\"incident\":{\"date\":\"yesterday\"}}", "incident.date");
        refused("{\"narrative\":\"bell \\u0007\"}", "narrative");
        refused("{\"narrative\":\"x\",\"receiptCode\":\"12\"}", "receiptCode");
        refused("{\"narrative\":\"x\",\"categories\":[\"no such kind\"]}", "categories");
        refused("{\"narrative\":\"x\",\"categories\":[" + "\"torture\",".repeat(40) + "\"assault\"]}", "categories");
        refused("{\"narrative\":\"x\",\"language\":\"abcdefghijklmnopq\"}", "language");
        refused("{\"narrative\":17}", "narrative");
        refused("{\"narrative\":\"" + "long ".repeat(1_000_000) + "\"}", "narrative");
    }

    @Test
    void counts_one_allegation_for_a_kind_of_misconduct_that_stands_there_twice() throws Exception {
        JsonObject receipt = json(post("{\"narrative\":\"They held me in the cell for a week.\","
                        + "\"categories\":[\"assault\",\"assault\",\"torture\"],"
                        + "\"officers\":[{\"description\":\"tall\"},{\"description\":\"short\"}]}")
                .body());
        assertThat(count(
                        "SELECT COUNT(*) FROM allegation a JOIN complaint c ON c.id = a.complaint_id WHERE c.number = ?",
                        receipt.getString("number")))
                .isEqualTo(4);
    }

    @Test
    void answers_what_is_no_json_with_a_clear_word_and_never_with_a_fault() throws Exception {
        List<String> nothing = List.of("", "{", "[]", "null", "{\"narrative\":\"\\ud800\"}", "<xml/>", "\u0000");
        List<String> withoutEnd = List.of(
                "{\"narrative\":\"x\",\"officers\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}",
                "{\"narrative\":" + "{\"a\":".repeat(1_000_000),
                "{\"narrative\":\"x\",\"incident\":{\"hour\":" + "9".repeat(1_101) + "}}",
                "{\"narrative\":\"x\",\"incident\":{\"hour\":0." + "9".repeat(1_101) + "}}",
                "{\"narrative\":\"x\",\"incident\":{\"hour\":1e99999999999}}");
        for (String body : Stream.concat(nothing.stream(), withoutEnd.stream()).toList()) {
            HttpResponse<String> answer = post(body);
            assertThat(answer.statusCode())
                    .as(body.substring(0, Math.min(body.length(), 60)))
                    .isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        assertThat(post("{\"narrative\":\"" + "y".repeat(9 * 1024 * 1024) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void refuses_text_that_is_not_utf_8_since_its_letters_would_be_lost() throws Exception {
        String body = "{\"narrative\":\"Uzeli su mu kafu i džem.\"}";
        HttpResponse<String> latin = post(body.getBytes(Charset.forName("windows-1250")));
        assertThat(latin.statusCode()).isEqualTo(400);
        assertThat(json(latin.body()).getString("type")).isEqualTo("/problems/unreadable-json");
        assertThat(post(body.getBytes(StandardCharsets.UTF_16)).statusCode()).isEqualTo(400);
        assertThat(post(("\uFEFF" + body).getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(201);
    }

    private void refused(String body, String field) throws Exception {
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).as(field).isEqualTo(400);
        assertThat(json(answer.body()).getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(error -> error.getString("field"))
                .contains(field);
        assertThat(answer.body()).doesNotContain("submission.");
    }

    private static String body(ReceiptCode code, String narrative) {
        return Json.createObjectBuilder()
                .add("receiptCode", code.grouped())
                .add("narrative", narrative)
                .add(
                        "officers",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("description", "tall")))
                .build()
                .toString();
    }

    private static HttpResponse<String> post(String body) throws Exception {
        return post(body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> post(byte[] body) throws Exception {
        return sent(body).get(60, TimeUnit.SECONDS);
    }

    private static CompletableFuture<HttpResponse<String>> sent(byte[] body) {
        return CLIENT.sendAsync(
                HttpRequest.newBuilder(url("/api/v1/complaints"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path, String code) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(url(path)).header("Receipt-Code", code).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject track(ReceiptCode code) throws Exception {
        HttpResponse<String> answer = get("/api/v1/complaints/track", code.digits());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static long count(String sql, String value) throws Exception {
        try (var connection = jdbc();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, value);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
