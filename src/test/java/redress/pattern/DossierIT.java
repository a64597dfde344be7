package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.DeskBrowser;
import redress.PortalTest;
import redress.ledger.ActRows;
import redress.time.Ids;

/**
 * Dossiers of a service that this class makes: twelve posts with an officer and two complaints each, three more in one.
 */
class DossierIT extends PortalTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int POSTS = 12;
    private static final String WINDOW = "&from=2001-01&to=2001-12";
    private static final List<Long> UNITS = new ArrayList<>();
    private static final List<Long> OFFICERS = new ArrayList<>();
    private static final long OLD = Ids.next();
    private static final long MEMBER = Ids.next();
    private static final long ACTING = Ids.next();

    @BeforeAll
    static void makes_a_service() throws Exception {
        change("INSERT INTO institution (code, name, kind) VALUES ('it-dossier', 'Dossier Service', 'it')");
        for (int post = 0; post < POSTS; post++) {
            long unit = Ids.next();
            long officer = Ids.next();
            UNITS.add(unit);
            OFFICERS.add(officer);
            change(
                    "INSERT INTO unit (id, institution_code, code, name, kind) VALUES (?, 'it-dossier', ?, ?, 'it-post')",
                    unit,
                    "P" + post,
                    "Post " + post);
            change(
                    "INSERT INTO officer (id, institution_code, service_key, family_name)"
                            + " VALUES (?, 'it-dossier', ?, 'Wren')",
                    officer,
                    "S" + post);
            change(
                    "INSERT INTO posting (id, officer_id, unit_id, from_on, role) VALUES (?, ?, ?, '2000-06-01', ?)",
                    Ids.next(),
                    officer,
                    unit,
                    "COMMANDER");
            complaint(post);
            complaint(post);
        }
        for (int i = 0; i < 3; i++) {
            complaint(0);
        }
        commandedLongAgo();
        appointedAfterActing();
        try (Connection connection = jdbc()) {
            ActRows.rosterChanged(connection);
        }
    }

    /** Who acted in a command and then got it, with a complaint of about a day soon after that. */
    private static void appointedAfterActing() throws Exception {
        change(
                "INSERT INTO officer (id, institution_code, service_key, family_name) VALUES (?, 'it-dossier', 'ACT', 'Swift')",
                ACTING);
        String posting =
                "INSERT INTO posting (id, officer_id, unit_id, from_on, to_on, role) VALUES (?, ?, ?, ?, ?, 'COMMANDER')";
        change(posting, Ids.next(), ACTING, UNITS.get(5), "1996-01-01", "1996-02-25");
        change(posting, Ids.next(), ACTING, UNITS.get(5), "1996-02-26", "1996-12-31");
        change(
                "UPDATE incident i JOIN complaint c ON c.incident_id = i.id SET i.began_on = '1996-03-05',"
                        + " i.date_precision = 'ABOUT' WHERE c.number = ?",
                complaint(5));
    }

    private static void commandedLongAgo() throws SQLException {
        change(
                "INSERT INTO officer (id, institution_code, service_key, family_name) VALUES (?, 'it-dossier', 'OLD', 'Wren')",
                OLD);
        String posting =
                "INSERT INTO posting (id, officer_id, unit_id, from_on, to_on, role) VALUES (?, ?, ?, ?, ?, ?)";
        change(posting, Ids.next(), OLD, UNITS.get(6), "1991-02-01", "1993-04-30", "COMMANDER");
        change(posting, Ids.next(), OLD, UNITS.get(7), "1993-05-01", "1995-12-31", "MEMBER");
        change(
                "INSERT INTO officer (id, institution_code, service_key, family_name) VALUES (?, 'it-dossier', 'MEM', 'Finch')",
                MEMBER);
    }

    /** A complaint about a post on 5 May 2001; its accused is the post's officer. */
    private static String complaint(int post) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(url("/api/v1/complaints"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"narrative\":\"At the post they took my goods.\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String number = json(answer.body()).getString("number");
        change(
                "UPDATE incident i JOIN complaint c ON c.incident_id = i.id SET i.began_on = '2001-05-05',"
                        + " i.date_precision = 'DAY', i.unit_id = ? WHERE c.number = ?",
                UNITS.get(post),
                number);
        change(
                "INSERT INTO subject (id, complaint_id, officer_id, unit_id) SELECT ?, id, ?, ? FROM complaint"
                        + " WHERE number = ?",
                Ids.next(),
                OFFICERS.get(post),
                UNITS.get(post),
                number);
        return number;
    }

    @Test
    void the_counts_of_a_unit_and_of_an_officer_are_those_of_the_tables() throws Exception {
        JsonObject unit = dossier("unit=it-dossier/P1" + WINDOW);
        assertThat(unit.getJsonObject("head").getInt("complaints")).isEqualTo(2);
        assertThat(unit.getJsonObject("head").getInt("peers")).isEqualTo(POSTS - 1);
        JsonObject own = unit.getJsonObject("outliers").getJsonObject("own");
        assertThat(own.getInt("count")).isEqualTo(2);
        assertThat(own.getBoolean("more")).isFalse();
        JsonObject process = unit.getJsonObject("process");
        assertThat(process.getJsonArray("endings")).hasSize(4);
        assertThat(process.getInt("cases") + process.getInt("tooYoung")).isEqualTo(2);
        assertThat(process.getJsonObject("lack").getString("what")).isEqualTo("EXPOSURE");
        JsonObject whole = dossier("unit=it-dossier" + WINDOW);
        assertThat(whole.getJsonObject("head").getInt("complaints")).isGreaterThanOrEqualTo(2 * POSTS + 3);
        assertThat(whole.getJsonObject("outliers").getJsonObject("lack").getString("what"))
                .isEqualTo("PEERS");
        JsonObject officer = dossier("officer=it-dossier/S2" + WINDOW);
        assertThat(officer.getJsonObject("head").getInt("complaints")).isEqualTo(2);
        assertThat(officer.getJsonObject("head").getInt("peers")).isEqualTo(POSTS - 1);
        JsonObject commander = dossier("commander=" + Ids.text(OFFICERS.get(3)) + WINDOW);
        assertThat(commander.getJsonObject("head").getInt("complaints")).isEqualTo(2);
    }

    @Test
    void complaints_without_a_date_are_in_no_month_and_told_to_those_who_may_see_them() throws Exception {
        String undated = complaint(2);
        String sealed = complaint(2);
        for (String number : List.of(undated, sealed)) {
            change(
                    "UPDATE incident i JOIN complaint c ON c.incident_id = i.id SET i.began_on = NULL,"
                            + " i.date_precision = 'UNKNOWN' WHERE c.number = ?",
                    number);
        }
        change("UPDATE complaint SET compartment = 'sealed-it' WHERE number = ?", sealed);
        try (Connection connection = jdbc()) {
            ActRows.rosterChanged(connection);
        }
        for (String scope : List.of("unit=it-dossier/P2", "officer=it-dossier/S2")) {
            JsonObject head = dossier(scope + WINDOW).getJsonObject("head");
            assertThat(head.getInt("complaints")).as(scope).isEqualTo(2);
            assertThat(head.getInt("undated")).as(scope).isEqualTo(1);
        }
        assertThat(dossier("commander=" + Ids.text(OFFICERS.get(2)) + WINDOW)
                        .getJsonObject("head")
                        .getInt("undated"))
                .as("of no day nobody knows who commanded")
                .isZero();
        assertThat(dossier("unit=it-dossier/P8" + WINDOW).getJsonObject("head").getInt("undated"))
                .isZero();
        assertThat(DeskBrowser.signedIn("senad")
                        .get("/desk/dossier?unit=it-dossier%2FP2" + WINDOW)
                        .body())
                .contains("1 more complaint has no date of the incident");
    }

    @Test
    void somebody_whose_command_was_long_over_is_looked_at_in_the_months_up_to_its_end() throws Exception {
        JsonObject head = dossier("commander=" + Ids.text(OLD)).getJsonObject("head");
        assertThat(head.getString("from")).isEqualTo("1990-05");
        assertThat(head.getString("to")).isEqualTo("1993-04");
        JsonObject usual = dossier("commander=" + Ids.text(OFFICERS.get(3))).getJsonObject("head");
        assertThat(usual.getString("to"))
                .as("a command that lasts has the usual months")
                .isEqualTo(dossier("officer=" + Ids.text(OFFICERS.get(3)))
                        .getJsonObject("head")
                        .getString("to"));
    }

    @Test
    void months_in_which_somebody_commanded_nothing_have_no_complaint_and_say_when_they_did() throws Exception {
        JsonObject asked = dossier("commander=" + Ids.text(OLD) + WINDOW);
        assertThat(asked.getJsonObject("head").getString("to"))
                .as("months that were asked for are not changed")
                .isEqualTo("2001-12");
        assertThat(asked.getJsonObject("head").getInt("complaints")).isZero();
        assertThat(asked.getJsonArray("service")).hasSize(1);
        JsonObject command = asked.getJsonArray("service").getJsonObject(0);
        assertThat(command.getString("unit")).isEqualTo("it-dossier/P6");
        assertThat(command.getString("from")).isEqualTo("1991-02-01");
        assertThat(command.getString("to")).isEqualTo("1993-04-30");
        assertThat(dossier("officer=it-dossier/OLD" + WINDOW)
                        .getJsonArray("service")
                        .getValuesAs(JsonObject.class))
                .as("of an officer all times are told, the latest first")
                .extracting(service -> service.getString("name"))
                .containsExactly("Post 7", "Post 6");
        assertThat(dossier("unit=it-dossier/P1" + WINDOW).getJsonArray("service"))
                .isEmpty();
    }

    @Test
    void of_about_a_day_near_the_first_of_the_window_it_counts_who_commanded_before_it() throws Exception {
        for (String from : List.of("1996-02", "1996-03")) {
            assertThat(dossier("commander=it-dossier/ACT&to=1996-06&from=" + from)
                            .getJsonObject("head")
                            .getInt("complaints"))
                    .as(from)
                    .isEqualTo(1);
        }
    }

    @Test
    void whoever_never_commanded_has_no_dossier_as_a_commander() throws Exception {
        assertThat(get("/api/v1/dossier?commander=" + Ids.text(MEMBER)).statusCode())
                .isEqualTo(400);
        assertThat(get("/api/v1/dossier?officer=" + Ids.text(MEMBER)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_sealed_complaint_changes_no_byte_for_those_outside_its_compartment() throws Exception {
        String scope = "unit=it-dossier/P4" + WINDOW;
        String peer = "unit=it-dossier/P5" + WINDOW;
        String before = get("/api/v1/dossier?" + scope).body();
        String peerBefore = get("/api/v1/dossier?" + peer).body();
        String number = complaint(4);
        assertThat(get("/api/v1/dossier?" + scope).body()).isNotEqualTo(before);
        assertThat(get("/api/v1/dossier?" + peer).body()).isNotEqualTo(peerBefore);
        change("UPDATE complaint SET compartment = 'sealed-it' WHERE number = ?", number);
        acted(number);
        assertThat(get("/api/v1/dossier?" + scope).body()).isEqualTo(before);
        assertThat(get("/api/v1/dossier?" + peer).body()).isEqualTo(peerBefore);
    }

    @Test
    void what_was_kept_is_not_shown_to_somebody_who_was_recused_since_and_is_again_when_that_has_ended()
            throws Exception {
        String scope = "unit=it-dossier/P6" + WINDOW;
        String peer = "unit=it-dossier/P7" + WINDOW;
        String before = get("/api/v1/dossier?" + scope).body();
        String peerBefore = get("/api/v1/dossier?" + peer).body();
        change(
                "INSERT INTO recusal (actor, complaint_id, reason, declared_at) SELECT a.actor, s.complaint_id, 'it',"
                        + " '2026-01-01' FROM (SELECT actor FROM act WHERE kind = 'SEARCHED' ORDER BY id DESC LIMIT 1) a,"
                        + " (SELECT MAX(complaint_id) AS complaint_id FROM subject WHERE officer_id = ?) s",
                OFFICERS.get(6));
        assertThat(dossier(scope).getJsonObject("head").getInt("complaints")).isEqualTo(1);
        assertThat(get("/api/v1/dossier?" + peer).body()).isNotEqualTo(peerBefore);
        change("DELETE FROM recusal WHERE reason = 'it'");
        assertThat(get("/api/v1/dossier?" + scope).body()).isEqualTo(before);
        assertThat(get("/api/v1/dossier?" + peer).body()).isEqualTo(peerBefore);
    }

    @Test
    void the_page_shows_the_same_and_every_dossier_is_an_act_in_the_ledger() throws Exception {
        long before = searched();
        HttpResponse<String> page = DeskBrowser.signedIn("ama").get("/desk/dossier?unit=it-dossier/P1" + WINDOW);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Dossier: Post 1")
                .contains("Compared with 11 other units of the kind it-post")
                .contains("2 complaints are no more than chance");
        assertThat(searched()).isEqualTo(before + 1);
    }

    @Test
    void an_investigator_gets_counts_of_what_is_assigned_and_no_verdict() throws Exception {
        assign("'00000000-0000-4000-8000-000000000002'");
        try {
            HttpResponse<String> page = DeskBrowser.signedIn("ben").get("/desk/dossier?unit=it-dossier/P8" + WINDOW);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Dossier: Post 8")
                    .contains("1 complaint with")
                    .contains("You see only the complaints that are assigned to you.")
                    .contains("There is no verdict: only complaints that are assigned to you are counted.")
                    .doesNotContain("no more than chance")
                    .doesNotContain("Compared with 11 other units");
        } finally {
            assign("NULL");
        }
    }

    /** Gives one complaint of post 8 to somebody, or to nobody. */
    private static void assign(String actor) throws SQLException {
        change(
                "UPDATE complaint SET assignee = " + actor
                        + " WHERE id = (SELECT MAX(complaint_id) FROM subject WHERE officer_id = ?)",
                OFFICERS.get(8));
        readAgain(8);
    }

    @Test
    void what_is_not_known_is_said_beside_the_field_and_an_empty_window_on_the_page() throws Exception {
        HttpResponse<String> unknown = get("/api/v1/dossier?unit=it-dossier/NONE");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown.body()).getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("unit");
        DeskBrowser desk = DeskBrowser.signedIn("ama");
        HttpResponse<String> page = desk.get("/desk/dossier?unit=it-dossier/NONE");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("There is no unit or service with this key");
        assertThat(desk.get("/desk/dossier?unit=it-dossier/P1&from=1950-01&to=1950-02")
                        .body())
                .contains("There is no complaint in this window");
        assertThat(desk.get("/desk/dossier").statusCode()).isEqualTo(200);
    }

    @Test
    void months_that_were_asked_for_are_those_of_the_dossier_also_where_nothing_was_complained_of_since()
            throws Exception {
        HttpResponse<String> later = get("/api/v1/dossier?unit=it-dossier/P1&from=2001-06");
        assertThat(later.statusCode()).as(later.body()).isEqualTo(200);
        JsonObject head = json(later.body()).getJsonObject("head");
        assertThat(head.getString("from")).isEqualTo("2001-06");
        assertThat(head.getInt("complaints")).isZero();
        DeskBrowser desk = DeskBrowser.signedIn("ama");
        assertThat(desk.get("/desk/dossier?unit=it-dossier/P1&from=2001-06").body())
                .contains("There is no complaint in this window");
        HttpResponse<String> whole = get("/api/v1/dossier?unit=it-dossier/P1&from=1940-01");
        assertThat(whole.statusCode()).as("sixty years and more").isEqualTo(400);
        assertThat(json(whole.body()).getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("from");
    }

    @Test
    void a_dossier_of_a_search_is_about_what_it_finds_beside_everything_else_of_the_window() throws Exception {
        String search = "q=goods&unit=it-dossier/P9";
        readAgain(9);
        found(search, 2);
        JsonObject dossier = dossier("search=" + encoded(search) + WINDOW);
        JsonObject head = dossier.getJsonObject("head");
        assertThat(head.getString("name")).isEqualTo("goods, Unit at the time: Post 9");
        assertThat(head.getInt("complaints")).isEqualTo(2);
        assertThat(head.getInt("peers")).isEqualTo(1);
        assertThat(dossier.containsKey("outliers"))
                .as("nobody serves in a search")
                .isFalse();
        DeskBrowser desk = DeskBrowser.signedIn("ama");
        String link = Jsoup.parse(
                        desk.get("/desk/search?" + search.replace("/", "%2F")).body())
                .select("a:contains(Dossier of all that was found)")
                .attr("href");
        assertThat(desk.get(link + WINDOW).body())
                .contains(
                        "Dossier: goods, Unit at the time: Post 9",
                        "2 complaints with",
                        "Compared with all other complaints")
                .contains("/desk/search?q=goods&amp;unit=it-dossier%2FP9&amp;incidentYear=2001");
        assertThat(desk.get("/desk/search").body()).doesNotContain("Dossier of all that was found");
    }

    @Test
    void a_dossier_of_a_search_for_what_is_long_past_opens_at_the_last_months_of_what_it_finds() throws Exception {
        String search = "q=goods&unit=it-dossier/P11";
        readAgain(11);
        found(search, 2);
        JsonObject head = dossier("search=" + encoded(search)).getJsonObject("head");
        assertThat(head.getString("from")).isEqualTo("1998-06");
        assertThat(head.getString("to")).isEqualTo("2001-05");
        assertThat(head.getInt("complaints")).isEqualTo(2);
        assertThat(head.getInt("elsewhere")).isZero();
        DeskBrowser desk = DeskBrowser.signedIn("ama");
        String past = desk.get("/desk/dossier?search=" + encoded(search) + "&from=1950-01&to=1950-02")
                .body();
        assertThat(past)
                .contains("No complaint by the date of the incident, from 1950-01 to 1950-02")
                .contains("The search finds 2 more complaints, in other months or without a date of the incident");
        String usual = Jsoup.parse(past)
                .select("a:contains(Open the months with data)")
                .attr("href");
        String opened = desk.get(usual).body();
        assertThat(opened).contains("2 complaints with", "from 1998-06 to 2001-05");
        String before = desk.get(other(opened, "Earlier months")).body();
        assertThat(before).contains("by the date of the incident, from 1995-06 to 1998-05");
        assertThat(desk.get(other(before, "Later months")).body())
                .contains("2 complaints with", "from 1998-06 to 2001-05");
    }

    private static String other(String page, String words) {
        return Jsoup.parse(page)
                .select("nav[aria-label=Other months] a:contains(" + words + ")")
                .attr("href");
    }

    @Test
    void a_search_that_seeks_nothing_has_no_dossier_and_is_told_so_beside_its_field() throws Exception {
        for (String search :
                List.of("sort=newest", "q=???", "q=goods&near=nowhere at all", "q=/go.*s/&syntax=analyst")) {
            HttpResponse<String> refused = get("/api/v1/dossier?search=" + encoded(search) + WINDOW);
            assertThat(refused.statusCode()).as(search).isEqualTo(400);
            assertThat(json(refused.body())
                            .getJsonArray("errors")
                            .getJsonObject(0)
                            .getString("field"))
                    .isEqualTo("search");
        }
        HttpResponse<String> page =
                DeskBrowser.signedIn("ama").get("/desk/dossier?search=" + encoded("sort=newest") + WINDOW);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("Nothing is sought here").contains("value=\"sort=newest\"");
    }

    @Test
    void a_sealed_complaint_changes_no_byte_of_the_dossier_of_a_search_that_would_find_it() throws Exception {
        String search = "q=goods&unit=it-dossier/P10";
        String scope = "search=" + encoded(search) + WINDOW;
        readAgain(10);
        found(search, 2);
        String before = get("/api/v1/dossier?" + scope).body();
        String number = complaint(10);
        acted(number);
        found(search, 3);
        assertThat(get("/api/v1/dossier?" + scope).body()).isNotEqualTo(before);
        change("UPDATE complaint SET compartment = 'sealed-it', version = version + 1 WHERE number = ?", number);
        acted(number);
        found(search, 2);
        assertThat(get("/api/v1/dossier?" + scope).body()).isEqualTo(before);
    }

    /** What was written by hand after the complaints had come in is read into the index. */
    private static void readAgain(int post) throws SQLException {
        List<String> numbers = new ArrayList<>();
        try (Connection connection = jdbc();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT c.number FROM complaint c JOIN incident i ON i.id = c.incident_id WHERE i.unit_id = ?")) {
            query.setLong(1, UNITS.get(post));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getString(1));
                }
            }
            for (String number : numbers) {
                ActRows.changed(connection, number);
            }
        }
    }

    /** Waits until the index, which follows the tables, finds so many. */
    private static void found(String search, int complaints) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        int count = -1;
        while (count != complaints && System.nanoTime() < end) {
            count = json(get("/api/v1/search?" + search).body()).getInt("count");
        }
        assertThat(count).as(search).isEqualTo(complaints);
    }

    private static String encoded(String search) {
        return URLEncoder.encode(search, StandardCharsets.UTF_8);
    }

    private static long searched() throws SQLException {
        try (Connection connection = jdbc();
                PreparedStatement query =
                        connection.prepareStatement("SELECT COUNT(*) FROM act WHERE kind = 'SEARCHED'");
                var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static JsonObject dossier(String question) throws Exception {
        HttpResponse<String> answer = get("/api/v1/dossier?" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
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

    /** What changes a complaint leaves an act, by which what was kept of it is read again. */
    private static void acted(String number) throws SQLException {
        try (Connection connection = jdbc()) {
            ActRows.changed(connection, number);
        }
    }

    private static void change(String sql, Object... values) throws SQLException {
        try (Connection connection = jdbc();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
