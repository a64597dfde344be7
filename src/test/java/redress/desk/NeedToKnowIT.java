package redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.PreparedStatement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import redress.DeskBrowser;
import redress.PortalTest;

/**
 * Who must not see a complaint does not see it: not by its number, not in the queue, not in a count, not in a search.
 */
class NeedToKnowIT extends PortalTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void a_sealed_complaint_does_not_exist_for_those_outside_its_compartment() throws Exception {
        String number = submitted("A guard of the convoy did it, word zanzibarseal.");
        long before = total();
        update("UPDATE complaint SET compartment = 'sealed-it' WHERE number = ?", number);
        assertThat(total()).isEqualTo(before - 1);
        assertThat(get("/api/v1/complaints/" + number).statusCode()).isEqualTo(404);
        assertThat(json(get("/api/v1/complaints?queue=all&text=" + number).body())
                        .getJsonArray("complaints"))
                .isEmpty();
        assertThat(decide(number, 1).statusCode()).isEqualTo(404);
        update("UPDATE complaint SET compartment = 'open' WHERE number = ?", number);
        assertThat(get("/api/v1/complaints/" + number).statusCode()).isEqualTo(200);
    }

    @Test
    void a_sealed_complaint_is_neither_found_nor_counted_by_a_search_from_outside() throws Exception {
        HttpResponse<String> sealed = post(
                "/api/v1/complaints",
                "{\"narrative\":\"In the cell, word quillseal.\",\"categories\":[\"sexual_violence\"]}",
                false);
        assertThat(sealed.statusCode()).as(sealed.body()).isEqualTo(201);
        String open = submitted("At the gate, word quillseal.");
        // The index follows the ledger in order: once the later one is found, the earlier one has been indexed too.
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        JsonObject found = json(get("/api/v1/search?q=quillseal").body());
        while (found.getInt("count") == 0 && System.nanoTime() < end) {
            found = json(get("/api/v1/search?q=quillseal").body());
        }
        assertThat(found.getInt("count")).isEqualTo(1);
        assertThat(found.toString())
                .contains(open)
                .doesNotContain(json(sealed.body()).getString("number"));
    }

    @Test
    void a_complaint_from_which_somebody_is_recused_does_not_exist_for_them() throws Exception {
        String number = submitted("My own cousin serves there.");
        JsonObject sheet = json(get("/api/v1/complaints/" + number).body());
        assertThat(sheet.getString("stage")).isEqualTo("RECEIVED");
        update(
                "INSERT INTO recusal (actor, complaint_id, reason, declared_at)"
                        + " SELECT ?, id, 'kin', UTC_TIMESTAMP() FROM complaint WHERE number = ?",
                me(number),
                number);
        assertThat(get("/api/v1/complaints/" + number).statusCode()).isEqualTo(404);
        assertThat(json(get("/api/v1/complaints?queue=all&text=" + number).body())
                        .getInt("total"))
                .isZero();
    }

    /** A search begins under what was last seen to be allowed; what holds now decides what is told. */
    @Test
    void whoever_is_recused_between_two_searches_no_longer_finds_nor_counts_it_and_does_again_afterwards()
            throws Exception {
        String number = submitted("My uncle commands there, word larkspurkin.");
        assertThat(get("/api/v1/complaints/" + number).statusCode()).isEqualTo(200);
        awaitFound("larkspurkin", number);
        update(
                "INSERT INTO recusal (actor, complaint_id, reason, declared_at)"
                        + " SELECT ?, id, 'uncle', UTC_TIMESTAMP() FROM complaint WHERE number = ?",
                me(number),
                number);
        JsonObject found = json(get("/api/v1/search?q=larkspurkin&facets=year").body());
        assertThat(found.getInt("count")).isZero();
        assertThat(found.getJsonArray("hits")).isEmpty();
        assertThat(found.getJsonObject("facets").getJsonArray("year")).isEmpty();
        update("DELETE FROM recusal WHERE reason = ?", "uncle");
        assertThat(json(get("/api/v1/search?q=larkspurkin").body()).getInt("count"))
                .isEqualTo(1);
    }

    /** The row changes behind the index's back here, as it does for a moment whenever something is sealed. */
    @Test
    void a_hit_that_the_index_does_not_know_to_be_sealed_is_neither_told_nor_counted() throws Exception {
        String kept = submitted("They stood by the ferry, word merganserlag.");
        String sealed = submitted("They stood by the market, word merganserlag.");
        awaitFound("merganserlag", kept);
        awaitFound("merganserlag", sealed);
        DeskBrowser desk = DeskBrowser.signedIn("ama");
        assertThat(desk.get("/desk/search?q=merganserlag").body()).contains(kept, sealed);
        update("UPDATE complaint SET compartment = 'sealed-it' WHERE number = ?", sealed);
        assertThat(get("/api/v1/search?q=merganserlag").body())
                .contains(kept)
                .doesNotContain(sealed)
                .doesNotContain("by the market");
        JsonObject counted =
                json(get("/api/v1/search?q=merganserlag&facets=year").body());
        assertThat(counted.getInt("count")).isEqualTo(1);
        assertThat(counted.getJsonObject("facets")
                        .getJsonArray("year")
                        .getJsonObject(0)
                        .getInt("count"))
                .isEqualTo(1);
        assertThat(desk.get("/desk/search?q=merganserlag").body())
                .contains(kept)
                .doesNotContain(sealed)
                .doesNotContain("by the market");
        update("UPDATE complaint SET compartment = 'open' WHERE number = ?", sealed);
        assertThat(get("/api/v1/search?q=merganserlag").body()).contains(kept, sealed);
    }

    private static void awaitFound(String word, String number) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        String found = get("/api/v1/search?q=" + word).body();
        while (!found.contains(number) && System.nanoTime() < end) {
            found = get("/api/v1/search?q=" + word).body();
        }
        assertThat(found).contains(number);
    }

    @Test
    void of_two_who_decide_at_once_the_second_is_told_kindly_and_nothing_is_overwritten() throws Exception {
        String number = submitted("They searched the house without a paper.");
        int version = json(get("/api/v1/complaints/" + number).body()).getInt("version");
        assertThat(decide(number, version).statusCode()).isEqualTo(200);
        HttpResponse<String> late = decide(number, version);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late.body()).getString("detail")).contains("Somebody else changed this complaint");
        JsonObject sheet = json(get("/api/v1/complaints/" + number).body());
        assertThat(sheet.getString("stage")).isEqualTo("REFERRED");
        assertThat(sheet.getJsonArray("timeline").getValuesAs(JsonObject.class))
                .extracting(moment -> moment.getString("act"))
                .contains("COMPLAINT_RECEIVED", "COMPLAINT_OPENED", "TRIAGE_DECIDED");
    }

    @Test
    void a_decision_without_a_reason_is_refused_beside_the_field() throws Exception {
        String number = submitted("They shouted at my mother.");
        HttpResponse<String> answer = post(
                "/api/v1/complaints/" + number + "/triage",
                "{\"route\":\"REFUSE\",\"reason\":\" \",\"version\":1}",
                true);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer.body()).getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("reason");
    }

    private static long total() throws Exception {
        return json(get("/api/v1/complaints?queue=all").body()).getInt("total");
    }

    /** Who the token's bearer is, as the ledger knows it. */
    private static String me(String number) throws Exception {
        try (var connection = jdbc();
                PreparedStatement query = connection.prepareStatement("SELECT a.actor FROM act a JOIN complaint c"
                        + " ON c.id = a.subject WHERE c.number = ? AND a.kind = 'COMPLAINT_OPENED'")) {
            query.setString(1, number);
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    private static String submitted(String narrative) throws Exception {
        HttpResponse<String> answer = post("/api/v1/complaints", "{\"narrative\":\"" + narrative + "\"}", false);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer.body()).getString("number");
    }

    private static HttpResponse<String> decide(String number, int version) throws Exception {
        return post(
                "/api/v1/complaints/" + number + "/triage",
                "{\"route\":\"REFER\",\"reason\":\"Belongs to the military court.\",\"version\":" + version + "}",
                true);
    }

    private static HttpResponse<String> post(String path, String body, boolean staff) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (staff) {
            request.header("Authorization", "Bearer " + scriptToken());
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(url(path))
                        .header("Authorization", "Bearer " + scriptToken())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static void update(String sql, String... values) throws Exception {
        try (var connection = jdbc();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
