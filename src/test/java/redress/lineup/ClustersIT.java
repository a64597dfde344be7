package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.DeskBrowser;
import redress.PortalTest;
import redress.time.Ids;

/**
 * A patrol that nobody could name among a hundred other complaints of a year of its own: proposed, confirmed, carried
 * into its dossier, and taken out again.
 */
class ClustersIT extends PortalTest {

    private static final String WINDOW = "from=1951-01&to=1951-12";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<String> PATROL = new ArrayList<>();
    private static final Random RANDOM = new Random(11);

    @BeforeAll
    static void makes_a_year() throws Exception {
        LineupIT.changed(
                2,
                "INSERT INTO place (code, level, name) VALUES ('it-ford', 1, 'The ford'), ('it-hill', 1, 'The hill')");
        for (int i = 0; i < 120; i++) {
            told(
                    "1951-%02d-%02d".formatted(1 + RANDOM.nextInt(12), 1 + RANDOM.nextInt(28)),
                    RANDOM.nextInt(24),
                    RANDOM.nextInt(8) == 0 ? "it-hill" : null,
                    List.of("tall, beret", "short, coat", "moustache, boots", "young", "bald, shirt")
                            .get(i % 5),
                    "He shouted, word" + RANDOM.nextInt(300) + " thing" + RANDOM.nextInt(300));
        }
        for (int i = 0; i < 4; i++) {
            PATROL.add(patrol(1 + 7 * i));
        }
    }

    @Test
    void a_patrol_is_proposed_with_reasons_and_a_person_carries_it_into_a_dossier_and_out_again() throws Exception {
        JsonObject proposal = proposals().getFirst();
        assertThat(numbers(proposal)).contains(PATROL.get(1), PATROL.get(2), PATROL.get(3));
        JsonObject tie = proposal.getJsonArray("ties").getJsonObject(0);
        assertThat(tie.getJsonArray("speaksFor").getValuesAs(JsonObject.class))
                .extracting(trait -> trait.getString("factor"))
                .contains("PLACE", "VEHICLE");
        DeskBrowser supervisor = DeskBrowser.signedIn("senad");
        assertThat(supervisor.get("/desk/clusters?" + WINDOW).body()).contains(PATROL.get(1), "The ford");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("shown", PATROL.get(1));
        form.put("member", PATROL.get(1));
        form.put("label", "White pickup at the ford");
        form.put("reason", "Same pickup, same scar, same nights.");
        HttpResponse<String> alone = supervisor.post("/desk/clusters/confirm", form);
        assertThat(alone.statusCode()).isEqualTo(400);
        assertThat(alone.body()).contains("Choose at least two complaints");
        String cluster = confirmed(PATROL.get(1), PATROL.get(2), PATROL.get(3));
        HttpResponse<String> dossier = LineupIT.get("/api/v1/dossier?cluster=" + cluster);
        assertThat(dossier.statusCode()).as(dossier.body()).isEqualTo(200);
        JsonObject head = LineupIT.json(dossier.body()).getJsonObject("head");
        assertThat(head.getInt("complaints")).isEqualTo(3);
        assertThat(head.getString("from")).isEqualTo("1951-06");
        assertThat(supervisor.get("/desk/dossier?cluster=" + cluster).body())
                .contains("Dossier: White pickup at the ford", "Counts of a cluster are not compared");
        HttpResponse<String> undone = supervisor.post(
                "/desk/clusters/" + cluster + "/undo", Map.of("reason", "The plates were not the same."));
        assertThat(undone.statusCode()).isEqualTo(303);
        assertThat(LineupIT.get("/api/v1/dossier?cluster=" + cluster).statusCode())
                .isEqualTo(400);
        assertThat(supervisor
                        .post("/desk/clusters/" + cluster + "/undo", Map.of("reason", "Once more, to be sure."))
                        .statusCode())
                .isEqualTo(404);
        assertThat(acts(cluster)).isEqualTo(2);
    }

    @Test
    void a_sealed_complaint_changes_no_byte_of_the_proposals_and_hides_a_cluster_in_which_it_stands() throws Exception {
        String before = LineupIT.get("/api/v1/clusters?" + WINDOW).body();
        String sealed = patrol(12);
        String other = patrol(19);
        assertThat(LineupIT.get("/api/v1/clusters?" + WINDOW).body()).isNotEqualTo(before);
        String cluster = confirmed(sealed, PATROL.get(2));
        assertThat(LineupIT.get("/api/v1/dossier?cluster=" + cluster).statusCode())
                .isEqualTo(200);
        LineupIT.changed(2, "UPDATE complaint SET compartment = 'sealed-it' WHERE number IN (?, ?)", sealed, other);
        assertThat(LineupIT.get("/api/v1/clusters?" + WINDOW).body()).isEqualTo(before);
        assertThat(LineupIT.get("/api/v1/dossier?cluster=" + cluster).statusCode())
                .isEqualTo(400);
        assertThat(DeskBrowser.signedIn("senad")
                        .get("/desk/clusters/confirm?member=" + sealed + "&member=" + PATROL.get(2))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_only_reads_may_not_confirm_and_what_is_no_month_is_said_beside_the_field() throws Exception {
        DeskBrowser intake = DeskBrowser.signedIn("ama");
        assertThat(intake.get("/desk/clusters?" + WINDOW).body()).doesNotContain("Decide about this proposal");
        assertThat(intake.post("/desk/clusters/confirm", Map.of("member", PATROL.get(1)))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> wrong = intake.get("/desk/clusters?from=spring");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Write the month as a year and a number");
        assertThat(intake.get("/desk/clusters?from=1950-01&to=1950-02").body())
                .contains("There is no complaint about somebody without a name in these months");
    }

    @Test
    void a_window_after_the_last_incident_is_answered_for_as_it_was_asked_and_says_that_it_has_no_data()
            throws Exception {
        JsonObject board =
                LineupIT.json(LineupIT.get("/api/v1/clusters?from=2190-01").body());
        assertThat(board.getString("from")).isEqualTo("2190-01");
        assertThat(board.getString("to")).isEqualTo("2190-01");
        assertThat(board.getInt("compared")).isZero();
        assertThat(DeskBrowser.signedIn("ama")
                        .get("/desk/clusters?from=2190-01")
                        .body())
                .contains("with incidents from 2190-01 to 2190-01")
                .contains("There is no complaint about somebody without a name in these months");
    }

    @Test
    void of_a_complaint_of_which_only_the_month_is_known_no_day_is_told_where_people_decide() throws Exception {
        String month = told("1955-03-01", 23, null, "a person with a hat", "They took the goods.");
        String day = told("1955-04-01", 23, null, "a person with a hat", "They took the goods.");
        LineupIT.change(
                "UPDATE incident i JOIN complaint c ON c.incident_id = i.id SET i.date_precision = 'MONTH'"
                        + " WHERE c.number = ?",
                month);
        assertThat(DeskBrowser.signedIn("senad")
                        .get("/desk/clusters/confirm?from=1955-01&to=1955-12&member=" + month + "&member=" + day)
                        .body())
                .contains("March 1955, 23 h", "1955-04-01, 23 h")
                .doesNotContain("1955-03-01");
    }

    @Test
    void an_incident_takes_part_in_months_on_whose_days_it_may_have_been() throws Exception {
        String year = told("1957-01-01", 23, null, "a person with a hat", "They took the goods.");
        String about = told("1957-09-10", 23, null, "a person with a hat", "They took the goods.");
        String month = told("1957-09-01", 23, null, "a person with a hat", "They took the goods.");
        dated(year, "1957-01-01", "YEAR");
        dated(about, "1957-09-10", "ABOUT");
        dated(month, "1957-09-01", "MONTH");
        assertThat(board("from=1957-06&to=1957-07").getInt("compared"))
                .as("the year alone")
                .isEqualTo(1);
        assertThat(board("from=1957-08&to=1957-08").getInt("compared"))
                .as("and what was near a day of the next month")
                .isEqualTo(2);
        assertThat(board("from=1957-09&to=1957-09").getInt("compared")).isEqualTo(3);
        assertThat(board("from=1958-01&to=1958-01").getInt("compared")).isZero();
    }

    @Test
    void complaints_without_a_date_are_counted_for_those_alone_who_may_see_them_and_stand_in_their_cluster()
            throws Exception {
        int before = board(WINDOW).getInt("undated");
        String undated = told("1958-01-01", 23, null, "a person with a hat", "They took the goods.");
        String other = told("1958-01-02", 23, null, "a person with a hat", "They took the goods.");
        dated(undated, null, "UNKNOWN");
        assertThat(board(WINDOW).getInt("undated")).isEqualTo(before + 1);
        confirmed(undated, other);
        assertThat(board(WINDOW).getJsonArray("standing").getJsonObject(0).getJsonArray("members"))
                .hasSize(2);
        LineupIT.changed(2, "UPDATE complaint SET compartment = 'sealed-it' WHERE number IN (?, ?)", undated, other);
        assertThat(board(WINDOW).getInt("undated")).isEqualTo(before);
    }

    private static void dated(String number, @Nullable String day, String precision) throws SQLException {
        LineupIT.change(
                "UPDATE incident i JOIN complaint c ON c.incident_id = i.id SET i.began_on = ?, i.date_precision = ?"
                        + " WHERE c.number = ?",
                day,
                precision,
                number);
    }

    private static JsonObject board(String window) throws Exception {
        return LineupIT.json(LineupIT.get("/api/v1/clusters?" + window).body());
    }

    @Test
    void the_pages_work_without_scripts_and_have_no_fault_that_a_machine_can_find() throws Exception {
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(LineupIT.chromium());
                BrowserContext plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
                BrowserContext scripted = browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
            Page page = LineupIT.signedIn(plain);
            page.navigate(url("/desk/clusters?" + WINDOW).toString());
            LineupIT.look(page, "clusters");
            page.click("a:has-text('Decide about this proposal')");
            page.uncheck("input[name=member] >> nth=0");
            page.click("main form button");
            assertThat(page.textContent(".govuk-error-summary")).contains("Write 3 to 120 characters");
            assertThat(page.isChecked("input[name=member] >> nth=0")).isFalse();
            LineupIT.look(page, "cluster");
            page.fill("input[name=label]", "Scarred man of the ford");
            page.fill("textarea[name=reason]", "Looked at by hand, one by one.");
            page.click("main form button");
            assertThat(page.textContent("main")).contains("The cluster is recorded", "Scarred man of the ford");
            page.click("a:has-text('Undo this cluster')");
            page.fill("textarea[name=reason]", "It was only a trial of the page.");
            page.click("main form button");
            assertThat(page.textContent("main")).contains("The cluster is undone");
            Page other = LineupIT.signedIn(scripted);
            for (String path : List.of(
                    "/desk/clusters?" + WINDOW,
                    "/desk/clusters/confirm?" + WINDOW + "&member=" + PATROL.get(1) + "&member=" + PATROL.get(2))) {
                for (int width : new int[] {360, 1280}) {
                    other.setViewportSize(width, 800);
                    other.navigate(url(path).toString());
                    LineupIT.accessible(other, path + " at " + width);
                }
            }
        }
    }

    private static String confirmed(String... members) throws Exception {
        JsonArrayBuilder numbers = Json.createArrayBuilder(List.of(members));
        String body = Json.createObjectBuilder()
                .add("members", numbers)
                .add("label", "White pickup at the ford")
                .add("reason", "Same pickup, same scar, same nights.")
                .build()
                .toString();
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(url("/api/v1/clusters"))
                        .header("Cookie", DeskBrowser.signedIn("senad").cookies())
                        .header("Origin", baseUrl())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return LineupIT.json(answer.body()).getString("cluster");
    }

    private static List<JsonObject> proposals() throws Exception {
        HttpResponse<String> answer = LineupIT.get("/api/v1/clusters?" + WINDOW);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return LineupIT.json(answer.body()).getJsonArray("proposals").getValuesAs(JsonObject.class);
    }

    private static List<String> numbers(JsonObject proposal) {
        JsonArray members = proposal.getJsonArray("members");
        return members.getValuesAs(JsonObject.class).stream()
                .map(member -> member.getString("number"))
                .toList();
    }

    private static String patrol(int day) throws Exception {
        return told(
                "1951-06-%02d".formatted(day),
                23,
                "it-ford",
                "tall man with a scar, white pickup LB-4471, red scarf",
                "They stopped us at the ford and took the phone, laughing about zebrafish.");
    }

    static String told(String day, int hour, @Nullable String place, String looks, String narrative) throws Exception {
        String body = Json.createObjectBuilder()
                .add("narrative", narrative)
                .add(
                        "officers",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("description", looks)))
                .build()
                .toString();
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(url("/api/v1/complaints"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String number = LineupIT.json(answer.body()).getString("number");
        LineupIT.change(
                "UPDATE incident i JOIN complaint c ON c.incident_id = i.id SET i.began_on = ?,"
                        + " i.date_precision = 'DAY', i.hour_of_day = ?, i.place_code = ? WHERE c.number = ?",
                day,
                hour,
                place,
                number);
        return number;
    }

    private static long acts(String cluster) throws SQLException {
        try (Connection connection = jdbc();
                PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM act WHERE subject = ?"
                        + " AND kind IN ('CLUSTER_CONFIRMED', 'CLUSTER_UNDONE')")) {
            query.setLong(1, Ids.parse(cluster));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
