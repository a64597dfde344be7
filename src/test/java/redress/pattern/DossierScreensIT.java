package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.PortalTest;
import redress.ledger.ActRows;
import redress.time.Ids;
import redress.web.Language;
import redress.web.Texts;

/**
 * Dossiers of a service that this class makes: twelve posts with ten officers and twenty-four complaints each; in the
 * first four of these officers are accused together again and again, and nothing is found.
 */
class DossierScreensIT extends PortalTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int POSTS = 12;
    private static final int OFFICERS = 10;
    private static final String WINDOW = "&from=2002-01&to=2002-12";
    private static final LocalDate YEAR = LocalDate.of(2002, 1, 1);
    private static final Random RANDOM = new Random(8);
    private static final List<Long> UNITS = new ArrayList<>();
    private static final List<List<Long>> STAFF = new ArrayList<>();

    private static Connection connection;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void makes_a_service() throws Exception {
        connection = jdbc();
        change("INSERT INTO institution (code, name, kind) VALUES ('it-parts', 'Harbour Service', 'it')");
        for (int post = 0; post < POSTS; post++) {
            UNITS.add(Ids.next());
            change(
                    "INSERT INTO unit (id, institution_code, code, name, kind) VALUES (?, 'it-parts', ?, ?, 'it-quay')",
                    UNITS.get(post),
                    "Q" + post,
                    "Quay " + (post + 1));
            STAFF.add(new ArrayList<>());
            for (int i = 0; i < OFFICERS; i++) {
                officer(post, i);
            }
        }
        for (int post = 0; post < POSTS; post++) {
            for (int i = 0; i < 24; i++) {
                Set<Integer> accused = new LinkedHashSet<>();
                while (accused.size() < 1 + i % 2) {
                    accused.add(RANDOM.nextInt(OFFICERS));
                }
                complaint(post, accused, i % 3 == 0 ? "SUSTAINED" : i % 3 == 1 ? "UNFOUNDED" : null);
            }
        }
        for (int i = 0; i < 30; i++) {
            complaint(0, i % 2 == 0 ? Set.of(1, 3, 5) : Set.of(1, 3, 5, 7), null);
        }
        ActRows.rosterChanged(connection);
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    @AfterAll
    static void stop() throws SQLException {
        playwright.close();
        connection.close();
    }

    private static void officer(int post, int place) throws SQLException {
        long officer = Ids.next();
        STAFF.get(post).add(officer);
        change(
                "INSERT INTO officer (id, institution_code, service_key, family_name) VALUES (?, 'it-parts', ?, ?)",
                officer,
                "H" + post + "-" + place,
                "Heron" + (char) ('a' + place));
        change(
                "INSERT INTO posting (id, officer_id, unit_id, from_on, role) VALUES (?, ?, ?, '2000-06-01', 'MEMBER')",
                Ids.next(),
                officer,
                UNITS.get(post));
    }

    /** A complaint of that year, received three days later and closed within some months. */
    private static String complaint(int post, Set<Integer> accused, @Nullable String finding) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(url("/api/v1/complaints"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"narrative\":\"They kept my boat at the quay.\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String number = json(answer.body()).getString("number");
        LocalDate day = YEAR.plusDays(RANDOM.nextInt(300));
        change(
                "UPDATE incident i JOIN complaint c ON c.incident_id = i.id SET i.began_on = ?, i.date_precision = 'DAY',"
                        + " i.unit_id = ?, i.place_code = (SELECT code FROM place WHERE latitude IS NOT NULL"
                        + " ORDER BY code LIMIT 1 OFFSET " + RANDOM.nextInt(30) + "), c.received_at = ?,"
                        + " c.closed_on = ?, c.stage = 'CLOSED' WHERE c.number = ?",
                day,
                UNITS.get(post),
                day.plusDays(3),
                day.plusDays(40 + RANDOM.nextInt(100)),
                number);
        for (int place : accused) {
            long subject = Ids.next();
            change(
                    "INSERT INTO subject (id, complaint_id, officer_id, unit_id) SELECT ?, id, ?, ? FROM complaint"
                            + " WHERE number = ?",
                    subject,
                    STAFF.get(post).get(place),
                    UNITS.get(post),
                    number);
            change(
                    "INSERT INTO allegation (id, complaint_id, subject_id, category_code, finding) SELECT ?, id, ?,"
                            + " (SELECT MIN(code) FROM category), ? FROM complaint WHERE number = ?",
                    Ids.next(),
                    subject,
                    finding,
                    number);
        }
        return number;
    }

    @Test
    void tells_the_process_the_network_and_the_areas_of_a_unit() throws Exception {
        JsonObject dossier = json(get("unit=it-parts/Q0" + WINDOW));
        JsonObject process = dossier.getJsonObject("process");
        assertThat(process.getInt("cases")).isPositive();
        JsonObject noFinding = process.getJsonArray("endings").getJsonObject(1);
        assertThat(noFinding.getString("outcome")).isEqualTo("noFinding");
        assertThat(noFinding.getInt("count")).isEqualTo(38);
        assertThat(noFinding.getInt("all")).isEqualTo(54);
        double low = noFinding.getJsonObject("ratio").getJsonNumber("low").doubleValue();
        assertThat(low).isGreaterThan(1);
        JsonObject network = dossier.getJsonObject("network");
        assertThat(network.getJsonArray("crews")).hasSize(1);
        assertThat(network.getJsonArray("crews").getJsonObject(0).getJsonArray("members"))
                .extracting(Object::toString)
                .contains(
                        "\"" + Ids.text(STAFF.get(0).get(1)) + "\"",
                        "\"" + Ids.text(STAFF.get(0).get(5)) + "\"");
        assertThat(dossier.getJsonObject("areas").getJsonArray("areas")).isNotEmpty();
        JsonObject usual = json(get("unit=it-parts/Q4" + WINDOW));
        assertThat(usual.getJsonObject("network").getJsonArray("crews")).isEmpty();
    }

    @Test
    void a_sealed_complaint_changes_no_part_for_those_outside_its_compartment() throws Exception {
        List<String> scopes = List.of(
                "unit=it-parts/Q0" + WINDOW,
                "unit=it-parts/Q6" + WINDOW,
                "officer=it-parts/H0-1" + WINDOW,
                "unit=it-parts" + WINDOW);
        List<String> before = new ArrayList<>();
        for (String scope : scopes) {
            before.add(get(scope));
        }
        String number = complaint(0, Set.of(1, 2, 3, 5), "SUSTAINED");
        change("UPDATE complaint SET closed_on = '2003-12-30' WHERE number = ?", number);
        acted(number);
        for (int i = 0; i < scopes.size(); i++) {
            assertThat(get(scopes.get(i))).as(scopes.get(i)).isNotEqualTo(before.get(i));
        }
        change("UPDATE complaint SET compartment = 'sealed-it' WHERE number = ?", number);
        acted(number);
        for (int i = 0; i < scopes.size(); i++) {
            assertThat(get(scopes.get(i))).as(scopes.get(i)).isEqualTo(before.get(i));
        }
    }

    @Test
    void the_pages_lead_from_a_complaint_to_the_dossiers_and_have_no_fault_that_a_machine_can_find() throws Exception {
        String number = complaint(11, Set.of(0), "UNFOUNDED");
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(true)
                .setBypassCSP(true) // axe is put into the page
                .setViewportSize(1280, 800))) {
            Page page = signedIn(context);
            page.navigate(url("/desk/complaints/" + number).toString());
            assertThat(page.locator("a[href^='/desk/dossier?unit=it-parts%2FQ11&from=']")
                            .count())
                    .isPositive();
            page.click("a[href^='/desk/dossier?officer=it-parts%2FH11-0&from=']");
            assertThat(page.textContent("h1")).contains("Herona");
            for (String scope : List.of("unit=it-parts/Q0", "officer=it-parts/H0-1", "unit=it-parts")) {
                for (int width : new int[] {360, 1280}) {
                    page.setViewportSize(width, 800);
                    page.navigate(url("/desk/dossier?" + scope + WINDOW).toString());
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target/screens/" + scope.replaceAll("\\W", "-") + "-" + width + ".png"))
                            .setFullPage(true));
                    assertThat(page.textContent("main"))
                            .contains("How long do they take", "Who is accused together?", "Where did they happen?");
                    assertThat(new AxeBuilder(page).withTags(STANDARD).analyze().getViolations())
                            .as(scope + " at " + width)
                            .extracting(rule ->
                                    rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void each_screen_says_in_a_sentence_how_it_is_read_and_the_dossier_works_without_scripts() {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(360, 800))) {
            Page page = signedIn(context);
            for (String[] screen : new String[][] {
                {"/desk/search?q=quay", "search.unit"},
                {"/desk/clusters", "lineup.clusters.reading"},
                {"/desk/names", "lineup.reading"},
                {"/desk/watches", "watch.how"},
            }) {
                page.navigate(url(screen[0]).toString());
                assertThat(page.locator("main p").allInnerTexts()).as(screen[0]).contains(said(screen[1]));
            }
            page.navigate(url("/desk/dossier").toString());
            page.fill("main form input[name=unit]", "it-parts/Q0");
            page.fill("main form input[name=from]", "2002-01");
            page.fill("main form input[name=to]", "2002-12");
            page.click("main form button");
            assertThat(page.textContent("h1")).contains("Quay 1");
            for (String[] figure : new String[][] {
                {"funnel", "figure.funnel.reading"},
                {"change", "figure.change.reading"},
                {"network-plot", "figure.network.readingReckoned"},
            }) {
                Locator drawn = page.locator("figure[aria-labelledby=" + figure[0] + "]");
                assertThat(drawn.locator("p.reading").allInnerTexts())
                        .as(figure[0])
                        .containsExactly(said(figure[1]));
                assertThat(drawn.locator("svg[role=img]:visible").count())
                        .as(figure[0])
                        .isEqualTo(1);
                drawn.locator("summary").click();
                assertThat(drawn.locator("table").first().isVisible())
                        .as("the numbers of " + figure[0])
                        .isTrue();
            }
            assertThat(page.locator("figure.drawn:has(svg[role=img]):not(:has(p.reading))")
                            .count())
                    .as("no picture without its sentence")
                    .isZero();
        }
    }

    private static String said(String key) {
        return new Texts().text(Language.ENGLISH, key);
    }

    private static Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(url("/desk").toString());
        page.fill("#username", "senad");
        page.fill("#password", "senad-demo");
        page.click("#kc-login");
        page.waitForURL(address -> address.startsWith(baseUrl() + "/desk"));
        return page;
    }

    private static String get(String question) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(url("/api/v1/dossier?" + question))
                        .header("Authorization", "Bearer " + scriptToken())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
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

    private static void change(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).isPositive();
        }
    }
}
