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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import redress.DeskBrowser;
import redress.PortalTest;
import redress.complaint.ReceiptCode;
import redress.ledger.ActRows;

/** The first decision on the real servers. */
class TriageIT extends PortalTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String SCRIPT = "00000000-0000-4000-8000-000000000100";
    private static final String AMA = "00000000-0000-4000-8000-000000000001";
    private static final String EMINA = "00000000-0000-4000-8000-000000000003";
    private static final String MARIAMA = "00000000-0000-4000-8000-000000000005";
    private static final String BEN = "00000000-0000-4000-8000-000000000002";

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
            ActRows.changed(faster, sent.number());
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

    /** The demo's profile refers within seven days of receipt; its zone is that of Greenwich, as the database's. */
    @Test
    void a_referral_is_due_from_the_day_of_receipt_and_late_when_it_is_decided_after_that() throws Exception {
        Sent sent = received(10, "They sold what they had taken.");
        assertThat(decided(sent, "\"route\":\"REFER\"").statusCode()).isEqualTo(200);
        String due = read("SELECT DATE(received_at) + INTERVAL 7 DAY FROM complaint WHERE number = ?", sent.number());
        assertThat(dueOn(sent)).isEqualTo(due);
        JsonObject tracked = track(sent);
        assertThat(tracked.getString("dueOn")).isEqualTo(due);
        assertThat(tracked.getBoolean("late")).isTrue();
        assertThat(trackPage(sent)).contains("The next step was due by", "It is late.");
    }

    @Test
    void a_mediation_owes_its_first_notice_from_the_day_of_the_decision() throws Exception {
        Sent sent = received(10, "They mocked my father.");
        assertThat(decided(sent, "\"route\":\"MEDIATE\"").statusCode()).isEqualTo(200);
        assertThat(dueOn(sent)).isEqualTo(afterTheDecision(sent, 28));
        assertThat(track(sent).getBoolean("late")).isFalse();
    }

    @Test
    void an_investigation_has_its_date_from_the_day_on_which_somebody_is_named_and_none_before() throws Exception {
        Sent nobody = received(10, "They locked the school.");
        assertThat(decided(nobody, "\"route\":\"INVESTIGATE\"").statusCode()).isEqualTo(200);
        assertThat(dueOn(nobody)).isEqualTo("null");
        assertThat(track(nobody).containsKey("dueOn")).isFalse();
        assertThat(track(nobody).getBoolean("late")).isFalse();
        assertThat(trackPage(nobody)).contains("No date is set for the next step.");
        Sent named = received(10, "They locked the clinic.");
        assertThat(decided(named, investigatedBy(BEN)).statusCode()).isEqualTo(200);
        assertThat(dueOn(named)).isEqualTo(afterTheDecision(named, 90));
    }

    @Test
    void a_sealed_complaint_is_given_to_a_member_of_its_compartment_and_to_nobody_outside() throws Exception {
        Sent sent = complaint("In the convoy they took us one by one.");
        try (Connection connection = jdbc()) {
            change(connection, "UPDATE complaint SET compartment = 'convoy-it' WHERE number = ?", sent.number());
            for (String member : List.of(SCRIPT, MARIAMA, EMINA)) {
                change(
                        connection,
                        "INSERT INTO compartment_member (compartment, actor) VALUES ('convoy-it', ?)",
                        member);
            }
        }
        assertThat(refusedFields(decided(sent, investigatedBy(BEN)))).containsExactly("assignee");
        assertThat(offered("mariama", sent)).contains(EMINA).doesNotContain(BEN);
        HttpResponse<String> answer = decided(sent, investigatedBy(EMINA));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(read("SELECT assignee FROM complaint WHERE number = ?", sent.number()))
                .isEqualTo(EMINA);
    }

    @Test
    void whoever_is_recused_from_a_complaint_is_neither_offered_nor_taken_to_investigate_it() throws Exception {
        Sent sent = complaint("His own brother was there.");
        assertThat(offered("senad", sent)).contains(BEN, EMINA);
        try (Connection connection = jdbc()) {
            change(
                    connection,
                    "INSERT INTO recusal (actor, complaint_id, reason, declared_at)"
                            + " SELECT ?, id, 'brother', UTC_TIMESTAMP() FROM complaint WHERE number = ?",
                    BEN,
                    sent.number());
        }
        assertThat(offered("senad", sent)).contains(EMINA).doesNotContain(BEN);
        assertThat(refusedFields(decided(sent, investigatedBy(BEN)))).containsExactly("assignee");
        assertThat(decided(sent, investigatedBy(EMINA)).statusCode()).isEqualTo(200);
    }

    @Test
    void only_a_known_investigator_is_taken_and_whatever_else_is_sent_is_refused_beside_the_field() throws Exception {
        Sent sent = complaint("They asked for papers that do not exist.");
        for (String nobody : List.of("x".repeat(65), "nobody-whom-we-know", AMA, " " + BEN)) {
            assertThat(refusedFields(decided(sent, investigatedBy(nobody)))).containsExactly("assignee");
        }
        DeskBrowser senad = DeskBrowser.signedIn("senad");
        HttpResponse<String> page = senad.post(
                "/desk/complaints/" + sent.number() + "/triage",
                Map.of(
                        "route", "INVESTIGATE",
                        "reason", "It is ours and grave.",
                        "version", "1",
                        "assignee", "x".repeat(65)));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(page.body()).select("#assignee-error").text())
                .contains("Choose an investigator who may see this complaint");
        assertThat(Jsoup.parse(page.body()).select("#reason").val()).isEqualTo("It is ours and grave.");
        assertThat(read("SELECT stage FROM complaint WHERE number = ?", sent.number()))
                .isEqualTo("RECEIVED");
    }

    /** The ids of those whom the page of a complaint offers as investigators. */
    private static List<String> offered(String login, Sent sent) {
        return Jsoup.parse(DeskBrowser.signedIn(login)
                        .get("/desk/complaints/" + sent.number())
                        .body())
                .select("select[name=assignee] option")
                .eachAttr("value");
    }

    private static List<String> refusedFields(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return json(answer.body()).getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("field"))
                .toList();
    }

    private static Sent received(int daysAgo, String narrative) throws Exception {
        Sent sent = complaint(narrative);
        try (Connection connection = jdbc()) {
            change(
                    connection,
                    "UPDATE complaint SET received_at = received_at - INTERVAL " + daysAgo + " DAY WHERE number = ?",
                    sent.number());
        }
        return sent;
    }

    private static String dueOn(Sent sent) throws SQLException {
        return read("SELECT due_on FROM complaint WHERE number = ?", sent.number());
    }

    private static String afterTheDecision(Sent sent, int days) throws SQLException {
        return read(
                "SELECT DATE(d.decided_at) + INTERVAL " + days + " DAY FROM triage_decision d"
                        + " JOIN complaint c ON c.id = d.complaint_id WHERE c.number = ?",
                sent.number());
    }

    private static String investigatedBy(String actor) {
        return "\"route\":\"INVESTIGATE\",\"assignee\":\"" + actor + "\"";
    }

    private static JsonObject track(Sent sent) throws Exception {
        return json(CLIENT.send(
                        HttpRequest.newBuilder(url("/api/v1/complaints/track"))
                                .header("Receipt-Code", sent.code().grouped())
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private static String trackPage(Sent sent) throws Exception {
        return CLIENT.send(
                        HttpRequest.newBuilder(url("/track"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "code=" + sent.code().digits()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
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
