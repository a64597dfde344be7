package redress.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.BoundingBox;
import jakarta.json.Json;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.PortalTest;

/** A day at the desk, in a browser, through the real Keycloak. */
class DeskJourneyIT extends PortalTest {

    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
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
    static void stop() {
        playwright.close();
    }

    @Test
    void signs_in_finds_the_complaint_decides_its_route_without_scripts_and_signs_out() throws Exception {
        String number = submitted("They broke the door and took the radio.");
        try (BrowserContext context = context(false)) {
            Page page = signedIn(context, "ama");
            page.navigate(url("/desk?queue=triage&text=" + number).toString());
            page.click("td a:has-text('" + number + "')");
            assertThat(page.textContent("main")).contains("They broke the door", "Decide the route");
            page.click("main form button");
            assertThat(page.title()).startsWith("Error: ");
            assertThat(page.textContent(".govuk-error-summary")).contains("Choose a route");
            page.check("input[name=route][value=MEDIATE]");
            page.fill("textarea[name=reason]", "no");
            page.click("main form button");
            assertThat(page.textContent(".govuk-error-summary")).contains("at least 10 characters");
            assertThat(page.isChecked("input[name=route][value=MEDIATE]")).isTrue();
            page.fill("textarea[name=reason]", "Both sides told us that they want to talk.");
            page.click("main form button");
            assertThat(page.textContent("main")).contains("The decision is recorded", "Mediation", "First decision");
            page.click("header form button");
            page.navigate(url("/desk/complaints/" + number).toString());
            assertThat(page.url()).doesNotContain("/desk/complaints/");
        }
    }

    @Test
    void tells_the_second_of_two_kindly_and_keeps_what_was_typed() throws Exception {
        String number = submitted("They made us wait the whole night.");
        try (BrowserContext context = context(false)) {
            Page page = signedIn(context, "senad");
            page.navigate(url("/desk/complaints/" + number).toString());
            Page other = context.newPage();
            other.navigate(url("/desk/complaints/" + number).toString());
            decide(other, "REFER", "The prison service is competent here.");
            decide(page, "REFUSE", "This text must not be lost.");
            assertThat(page.textContent("main"))
                    .contains("Somebody else changed this complaint", "Referred")
                    .contains("Refuse, with reasons", "This text must not be lost.");
        }
    }

    @Test
    void a_letter_that_is_sent_after_the_session_is_over_is_copied_from_the_answer_and_kept_after_signing_in_again()
            throws Exception {
        String number = submitted("They closed the well.");
        String letter = "Dear colleague,\n\nwhy was the <b>well</b> closed & who ordered it?";
        try (BrowserContext context = context(true)) {
            Page page = signedIn(context, "ama");
            page.navigate(url("/desk/complaints/" + number).toString());
            page.click("#records details:has([name=letterText]) summary");
            page.fill("[name=letterParty]", "The water board");
            page.fill("[name=letterDated]", "2026-11-20");
            page.fill("[name=letterSubject]", "The well");
            page.fill("[name=letterText]", letter);
            idle(context);
            page.click("form:has([name=letterText]) button");
            assertThat(page.textContent("h1")).isEqualTo("Your session is over");
            for (Locator words : page.locator("textarea").all()) {
                assertThat(words.isEditable()).isFalse();
            }
            List<String> given = page.locator("textarea").all().stream()
                    .map(Locator::inputValue)
                    .toList();
            assertThat(given).containsExactly("The water board", "The well", letter);
            for (int width : new int[] {360, 1280}) {
                page.setViewportSize(width, 800);
                accessible(page, "session over at " + width);
            }
            Page other = context.waitForPage(() -> page.click("a:has-text('Sign in')"));
            other.waitForURL(address -> address.startsWith(baseUrl() + "/desk"));
            other.navigate(url("/desk/complaints/" + number).toString());
            other.click("#records details:has([name=letterText]) summary");
            other.fill("[name=letterParty]", given.get(0));
            other.fill("[name=letterDated]", "2026-11-20");
            other.fill("[name=letterSubject]", given.get(1));
            other.fill("[name=letterText]", given.get(2));
            other.click("form:has([name=letterText]) button");
            assertThat(other.textContent("main"))
                    .contains("It was kept with the complaint.", "why was the <b>well</b>");
            assertThat(other.locator("#records li").count()).isEqualTo(1);
        }
    }

    /** Lets the session of this browser look as if nothing had been asked for sixteen minutes. */
    private static void idle(BrowserContext context) throws SQLException {
        String session = context.cookies().stream()
                .filter(cookie -> cookie.name.endsWith("sid"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
        change(
                "UPDATE desk_session SET seen_at = seen_at - INTERVAL 16 MINUTE WHERE id_hash = UNHEX(SHA2(?, 256))",
                session);
    }

    /** Over plain HTTP to another machine the origin is all that a browser says of where a form comes from. */
    @Test
    void a_browser_tells_us_the_origin_of_a_form_of_the_desk() throws Exception {
        String number = submitted("They stopped the funeral.");
        try (BrowserContext context = context(false)) {
            Page page = signedIn(context, "senad");
            page.navigate(url("/desk/complaints/" + number).toString());
            Request sent = page.waitForRequest(
                    request -> request.method().equals("POST"),
                    () -> decide(page, "REFER", "The prison service is competent here."));
            assertThat(sent.headerValue("origin")).isEqualTo(baseUrl());
        }
    }

    @Test
    void a_choice_left_out_does_not_lose_what_was_typed_after_somebody_else_decided() throws Exception {
        String number = submitted("They kept us in the yard.");
        try (BrowserContext context = context(false)) {
            Page page = signedIn(context, "senad");
            page.navigate(url("/desk/complaints/" + number).toString());
            Page other = context.newPage();
            other.navigate(url("/desk/complaints/" + number).toString());
            decide(other, "REFER", "The prison service is competent here.");
            page.fill("textarea[name=reason]", "This text must not be lost either.");
            page.click("main form button");
            assertThat(page.textContent("main"))
                    .contains("Somebody else changed this complaint", "Referred")
                    .contains("None chosen", "This text must not be lost either.");
        }
    }

    /**
     * The complaint can change without being decided, as when an accused is identified: then the form is still there.
     */
    @Test
    void a_decision_on_a_complaint_that_changed_but_still_waits_comes_back_in_its_form() throws Exception {
        String number = submitted("They kept us in the rain.");
        try (BrowserContext context = context(false)) {
            Page page = signedIn(context, "senad");
            page.navigate(url("/desk/complaints/" + number).toString());
            change("UPDATE complaint SET version = version + 1 WHERE number = ?", number);
            decide(page, "REFUSE", "This text is to be sent again.");
            assertThat(page.textContent("main")).contains("Somebody else changed this complaint");
            assertThat(page.inputValue("textarea[name=reason]")).isEqualTo("This text is to be sent again.");
            assertThat(page.isChecked("input[name=route][value=REFUSE]")).isTrue();
            page.click("main form button");
            assertThat(page.textContent("main")).contains("The decision is recorded", "Refused");
        }
    }

    @Test
    void the_desk_has_no_fault_that_a_machine_can_find() throws Exception {
        String number = submitted("A guard asked for money at the gate.");
        try (BrowserContext context = context(true)) {
            Page page = signedIn(context, "senad");
            for (String path : List.of(
                    "/desk",
                    "/desk?queue=all&stage=RECEIVED&severity=1",
                    "/desk/complaints/" + number,
                    "/desk/search",
                    "/desk/search?q=money",
                    "/desk/search?q=money&stage=RECEIVED&stage=CLOSED")) {
                for (int width : new int[] {360, 1280}) {
                    page.setViewportSize(width, 800);
                    page.navigate(url(path).toString());
                    accessible(page, path + " at " + width);
                }
            }
        }
    }

    /**
     * On a phone the lists that narrow a result can be longer than the result: they come after it, for the eye and for
     * the keyboard.
     */
    @Test
    void a_search_shows_the_question_and_what_was_found_before_what_narrows_it() throws Exception {
        submitted("A guard asked for money at the gate.");
        try (BrowserContext context = context(false)) {
            Page page = signedIn(context, "senad");
            foundMoney(page);
            page.setViewportSize(360, 800);
            BoundingBox narrowing = page.locator("#narrow").boundingBox();
            assertThat(page.locator("#q").boundingBox().y)
                    .isLessThan(page.locator(".hits").boundingBox().y);
            assertThat(page.locator(".hits").boundingBox().y).isLessThan(narrowing.y);
            assertThat(page.locator("main ~ #narrow a").count()).isPositive();
            page.click(".to-narrow a");
            assertThat(page.url()).endsWith("#narrow");
            page.setViewportSize(1280, 800);
            narrowing = page.locator("#narrow").boundingBox();
            BoundingBox work = page.locator("main").boundingBox();
            assertThat(narrowing.x).isGreaterThanOrEqualTo(work.x + work.width);
            assertThat(narrowing.y).isEqualTo(work.y);
            assertThat(page.locator(".to-narrow").isVisible()).isFalse();
        }
    }

    @Test
    void the_lists_that_narrow_a_search_are_unfolded_by_keyboard_and_without_scripts() throws Exception {
        submitted("A guard asked for money at the gate.");
        try (BrowserContext context = context(false)) {
            Page page = signedIn(context, "senad");
            foundMoney(page);
            page.setViewportSize(360, 800);
            Locator list = page.locator("#narrow > details:has([id='search.by.stage'])");
            Locator name = list.locator("> summary");
            Locator value = list.locator("a").first();
            assertThat(page.locator("[aria-labelledby='search.by.year'] a")
                            .first()
                            .isVisible())
                    .isTrue();
            assertThat(value.isVisible()).isFalse();
            assertThat(name.boundingBox().height).isGreaterThanOrEqualTo(24);
            name.press("Enter");
            value.click();
            assertThat(page.url()).contains("q=money&stage=");
            assertThat(value.isVisible()).isTrue();
            assertThat(name.innerText()).contains("1 chosen");
            page.click(".chips a");
            assertThat(page.url()).contains("q=money").doesNotContain("stage=");
            assertThat(value.isVisible()).isFalse();
        }
    }

    /** Asks until the index has followed. */
    private static void foundMoney(Page page) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        do {
            assertThat(System.nanoTime()).as("it was not found in time").isLessThan(end);
            page.navigate(url("/desk/search?q=money").toString());
        } while (page.locator(".hits li").count() == 0);
    }

    @Test
    void a_publisher_releases_figures_that_everybody_can_read() throws Exception {
        submitted("They took the fish.");
        try (BrowserContext context = context(true)) {
            Page page = signedIn(context, "paul");
            page.navigate(url("/desk/figures").toString());
            accessible(page, "/desk/figures");
            page.click("main form button");
            assertThat(page.textContent("main")).contains("Released last");
            page.setViewportSize(360, 740);
            page.navigate(url("/statistics").toString());
            assertThat(page.textContent("h1")).contains("Complaints in figures");
            assertThat(page.locator("svg.chart").count()).isPositive();
            assertThat(page.locator("figure table").count()).isPositive();
            accessible(page, "/statistics");
        }
        HttpResponse<String> table = get("/statistics.csv");
        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.body()).startsWith("figure,counting_unit,service,year,cell,count\r\n");
        assertThat(get("/statistics").body()).contains("<svg").doesNotContain("http://www.w3.org/1999/xhtml");
    }

    @Test
    void somebody_whose_role_sees_no_complaints_sees_an_empty_queue() throws Exception {
        submitted("They laughed at us.");
        try (BrowserContext context = context(false)) {
            Page page = signedIn(context, "paul");
            page.navigate(url("/desk?queue=all").toString());
            assertThat(page.textContent("main")).contains("0 complaints");
        }
    }

    private static void decide(Page page, String route, String reason) {
        page.check("input[name=route][value=" + route + "]");
        page.fill("textarea[name=reason]", reason);
        page.click("main form button");
    }

    private static void change(String sql, String value) throws SQLException {
        try (Connection connection = jdbc();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private static BrowserContext context(boolean scripts) {
        return browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setBypassCSP(scripts) // axe is put into the page
                .setViewportSize(1280, 800));
    }

    /** Through the desk's address to Keycloak's own form and back. */
    private static Page signedIn(BrowserContext context, String login) {
        Page page = context.newPage();
        page.navigate(url("/desk").toString());
        page.fill("#username", login);
        page.fill("#password", login + "-demo");
        page.click("#kc-login");
        page.waitForURL(address -> address.startsWith(baseUrl() + "/desk"));
        if (page.locator("header .who").count() == 0) {
            // The cookie is for requests of our own site only: the first one after Keycloak is sent once more.
            page.navigate(url("/desk").toString());
        }
        assertThat(page.locator("header .who").count()).isEqualTo(1);
        return page;
    }

    private static void accessible(Page page, String where) {
        AxeResults results = new AxeBuilder(page).withTags(STANDARD).analyze();
        assertThat(results.getViolations())
                .as(where)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }

    private static String submitted(String narrative) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(url("/api/v1/complaints"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"narrative\":\"" + narrative + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.createReader(new StringReader(answer.body())).readObject().getString("number");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(url(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
