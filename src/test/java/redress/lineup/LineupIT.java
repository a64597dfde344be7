package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.DeskBrowser;
import redress.PortalTest;
import redress.ledger.ActRows;
import redress.time.Ids;

/** Who somebody is, from a name as it was heard to the link that a person confirms and takes back. */
class LineupIT extends PortalTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final long THEN = Ids.next();
    private static final long NOW = Ids.next();
    private static final long MIRSAD = Ids.next();
    private static final long AMADU = Ids.next();

    @BeforeAll
    static void makes_a_service() throws Exception {
        change("INSERT INTO institution (code, name, kind) VALUES ('it-lineup', 'Lineup Service', 'it')");
        for (long unit : List.of(THEN, NOW)) {
            change(
                    "INSERT INTO unit (id, institution_code, code, name, kind) VALUES (?, 'it-lineup', ?, ?, 'it-post')",
                    unit,
                    unit == THEN ? "THEN" : "NOW",
                    unit == THEN ? "Post of then" : "Post of now");
        }
        officer(MIRSAD, "Mirsad", "Džaferoviković", "QX-7712");
        officer(AMADU, "Amadu", "Jallow", "QX-7747");
        posting(MIRSAD, THEN, "2003-01-01", "2003-12-31");
        posting(MIRSAD, NOW, "2004-01-01", null);
        try (Connection connection = jdbc()) {
            ActRows.rosterChanged(connection);
        }
    }

    @Test
    void a_name_in_another_script_a_listed_spelling_and_a_fragment_of_a_badge_find_the_officer_with_the_reason()
            throws Exception {
        assertThat(reasons("name=" + encoded("Мирсад Џаферовитч Квуукс"), AMADU))
                .isEmpty();
        assertThat(reasons("name=" + encoded("Dzaferovikovic"), MIRSAD)).contains("SAME_LETTERS");
        assertThat(reasons("name=Amadou+Diallo", AMADU)).contains("LISTED");
        assertThat(reasons("badge=" + encoded("QX-…47"), AMADU)).isNotEmpty();
        assertThat(reasons("name=" + encoded("Diallo …747"), AMADU)).contains("LISTED", "ENDS");
        HttpResponse<String> nothing = get("/api/v1/officers/candidates?name=q");
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(json(nothing.body()).getJsonArray("errors").getJsonObject(0).getString("field"))
                .isEqualTo("name");
    }

    @Test
    void a_person_confirms_the_link_everything_follows_and_an_undo_takes_it_back() throws Exception {
        int before = dossier();
        String number = complaint("Dzaferovikovic");
        String subject = subject(number);
        DeskBrowser supervisor = DeskBrowser.signedIn("senad");
        assertThat(supervisor.get("/desk/complaints/" + number).body())
                .contains("/desk/names?complaint=" + number + "&amp;subject=" + subject);
        String path = "/desk/names?complaint=" + number + "&subject=" + subject;
        HttpResponse<String> page = supervisor.get(path);
        assertThat(page.body()).contains("What was told: Dzaferovikovic", "Post of then", "value=\"" + id(MIRSAD));
        String version = Integer.toString(version(number));
        Map<String, String> form = Map.of(
                "officer", id(MIRSAD), "version", version, "reason", "A witness of his unit knows him by sight.");
        HttpResponse<String> tooShort = supervisor.post(
                post(number, subject, "confirm"), Map.of("officer", id(MIRSAD), "version", version, "reason", "no"));
        assertThat(tooShort.statusCode()).isEqualTo(400);
        assertThat(tooShort.body()).contains("Give a reason of at least 10 characters");
        assertThat(supervisor.post(post(number, subject, "confirm"), form).statusCode())
                .isEqualTo(303);
        assertThat(row("SELECT officer_id FROM subject WHERE id = ?", Ids.parse(subject)))
                .isEqualTo(MIRSAD);
        assertThat(row("SELECT unit_id FROM subject WHERE id = ?", Ids.parse(subject)))
                .isEqualTo(THEN);
        assertThat(supervisor.post(post(number, subject, "confirm"), form).statusCode())
                .isEqualTo(409);
        assertThat(dossier()).isEqualTo(before + 1);
        found(number, 1);
        assertThat(supervisor.get(path).body()).contains("Senad Delić", "A witness of his unit knows him by sight.");
        Map<String, String> back =
                Map.of("version", Integer.toString(version(number)), "reason", "The witness meant somebody else.");
        assertThat(supervisor.post(post(number, subject, "undo"), back).statusCode())
                .isEqualTo(303);
        assertThat(row("SELECT COUNT(*) FROM subject WHERE id = ? AND officer_id IS NULL", Ids.parse(subject)))
                .isEqualTo(1);
        assertThat(dossier()).isEqualTo(before);
        found(number, 0);
        assertThat(acts(number)).isEqualTo(2);
    }

    @Test
    void who_may_not_see_the_complaint_learns_nothing_and_who_may_not_decide_is_refused() throws Exception {
        String number = complaint("Dzaferovikovic");
        String subject = subject(number);
        String path = "/desk/names?complaint=" + number + "&subject=" + subject;
        Map<String, String> form =
                Map.of("officer", id(MIRSAD), "version", "1", "reason", "He is my neighbour and I know it.");
        assertThat(DeskBrowser.signedIn("ama")
                        .post(post(number, subject, "confirm"), form)
                        .statusCode())
                .isEqualTo(403);
        DeskBrowser investigator = DeskBrowser.signedIn("ben");
        assertThat(investigator.get(path).statusCode()).isEqualTo(404);
        assertThat(investigator.post(post(number, subject, "confirm"), form).statusCode())
                .isEqualTo(404);
        change("UPDATE complaint SET compartment = 'sealed-it' WHERE number = ?", number);
        assertThat(DeskBrowser.signedIn("senad").get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void the_page_works_without_scripts_and_has_no_fault_that_a_machine_can_find() throws Exception {
        String number = complaint("Dzaferovikovic");
        String path = "/desk/names?complaint=" + number + "&subject=" + subject(number);
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(chromium());
                BrowserContext plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
                BrowserContext scripted = browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
            Page page = signedIn(plain);
            page.navigate(url(path).toString());
            page.check("input[name=officer][value='" + id(MIRSAD) + "']");
            page.fill("textarea[name=reason]", "A witness of his unit knows him by sight.");
            look(page, "names-confirm");
            page.click("button:has-text('Confirm who it is')");
            assertThat(page.textContent("main")).contains("The link is recorded", "Undo the link");
            look(page, "names-confirmed");
            Page other = signedIn(scripted);
            for (String each : List.of(path, "/desk/names", "/desk/names?name=Diallo")) {
                for (int width : new int[] {360, 1280}) {
                    other.setViewportSize(width, 800);
                    other.navigate(url(each).toString());
                    accessible(other, each + " at " + width);
                    assertThat(other.evaluate("document.documentElement.scrollWidth"))
                            .as("%s at %d scrolls within its table only", each, width)
                            .isEqualTo(width);
                }
            }
        }
    }

    static BrowserType.LaunchOptions chromium() {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--no-first-run"));
    }

    static Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(url("/desk").toString());
        page.fill("#username", "senad");
        page.fill("#password", "senad-demo");
        page.click("#kc-login");
        page.waitForURL(address -> address.startsWith(baseUrl() + "/desk"));
        return page;
    }

    static void accessible(Page page, String where) {
        assertThat(new AxeBuilder(page).withTags(STANDARD).analyze().getViolations())
                .as(where)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }

    /** Pictures for those who look at them; nothing depends on them. */
    static void look(Page page, String name) {
        for (int width : new int[] {360, 1280}) {
            page.setViewportSize(width, 800);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "look", name + "-" + width + ".png")));
        }
    }

    private static String post(String number, String subject, String what) {
        return "/desk/names/" + number + "/" + subject + "/" + what;
    }

    private static List<String> reasons(String question, long officer) throws Exception {
        HttpResponse<String> answer = get("/api/v1/officers/candidates?" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body()).getJsonArray("candidates").getValuesAs(JsonObject.class).stream()
                .filter(candidate ->
                        candidate.getJsonObject("person").getString("officer").equals(id(officer)))
                .flatMap(candidate -> candidate.getJsonArray("reasons").getValuesAs(JsonObject.class).stream())
                .map(reason -> reason.getString("kind"))
                .toList();
    }

    private static String complaint(String name) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(url("/api/v1/complaints"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"narrative\":\"They took my papers.\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String number = json(answer.body()).getString("number");
        change(
                "UPDATE incident i JOIN complaint c ON c.incident_id = i.id SET i.began_on = '2003-05-05',"
                        + " i.date_precision = 'DAY', i.institution_code = 'it-lineup' WHERE c.number = ?",
                number);
        change(
                "INSERT INTO subject (id, complaint_id, named_as) SELECT ?, id, ? FROM complaint WHERE number = ?",
                Ids.next(),
                name,
                number);
        return number;
    }

    static String subject(String number) throws SQLException {
        return id(row(
                "SELECT s.id FROM subject s JOIN complaint c ON c.id = s.complaint_id WHERE c.number = ?"
                        + " ORDER BY s.id DESC LIMIT 1",
                number));
    }

    private static int version(String number) throws SQLException {
        return (int) row("SELECT version FROM complaint WHERE number = ?", number);
    }

    private static long acts(String number) throws SQLException {
        return row(
                "SELECT COUNT(*) FROM act a JOIN complaint c ON c.id = a.subject WHERE c.number = ?"
                        + " AND a.kind IN ('SUBJECT_IDENTIFIED', 'IDENTIFICATION_UNDONE')",
                number);
    }

    private static int dossier() throws Exception {
        HttpResponse<String> answer = get("/api/v1/dossier?officer=" + id(MIRSAD) + "&from=2003-01&to=2003-12");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body()).getJsonObject("head").getInt("complaints");
    }

    /** The index follows within seconds: the complaint is found by the officer's given name, which nobody told. */
    private static void found(String number, int times) throws Exception {
        String question = "/api/v1/search?q=" + encoded("officer:mirsad number:" + number);
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        int count = -1;
        while (count != times && System.nanoTime() < end) {
            count = json(get(question).body()).getInt("count");
        }
        assertThat(count).isEqualTo(times);
    }

    private static void officer(long id, String given, String family, String badge) throws SQLException {
        change(
                "INSERT INTO officer (id, institution_code, service_key, given_name, family_name, badge)"
                        + " VALUES (?, 'it-lineup', ?, ?, ?, ?)",
                id,
                "S" + badge,
                given,
                family,
                badge);
    }

    private static void posting(long officer, long unit, String from, @Nullable String to) throws SQLException {
        change(
                "INSERT INTO posting (id, officer_id, unit_id, from_on, to_on, role) VALUES (?, ?, ?, ?, ?, 'MEMBER')",
                Ids.next(),
                officer,
                unit,
                from,
                to);
    }

    private static String id(long id) {
        return Ids.text(id);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(url(path))
                        .header("Authorization", "Bearer " + scriptToken())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    static long row(String sql, Object value) throws SQLException {
        try (Connection connection = jdbc();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, value);
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getLong(1);
            }
        }
    }

    static void change(String sql, @Nullable Object... values) throws SQLException {
        changed(1, sql, values);
    }

    /** Changes so many rows. */
    static void changed(int rows, String sql, @Nullable Object... values) throws SQLException {
        try (Connection connection = jdbc();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).isEqualTo(rows);
        }
    }
}
