package redress.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.time.Ids;
import redress.web.Language;
import redress.web.Texts;

/**
 * Early-warning rules in a service that this class makes: thirteen officers at one post, twelve of whom have two
 * complaints; the other one, who commands the post, stands there in two rows.
 */
class WatchRuleIT extends WatchCalls {

    private static final String BEN = "00000000-0000-4000-8000-000000000002";
    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<Long> OFFICERS = new ArrayList<>();
    private static long post;

    @BeforeAll
    static void makes_a_service() {
        change("INSERT INTO institution (code, name, kind) VALUES ('it-watch', 'Watched Service', 'it')");
        post = Ids.next();
        long harbour = Ids.next();
        change(
                "INSERT INTO unit (id, institution_code, code, name, kind)"
                        + " VALUES (?, 'it-watch', 'D1', 'Harbour Division', 'it-watch-division')",
                harbour);
        change(
                "INSERT INTO unit (id, institution_code, code, parent_id, name, kind)"
                        + " VALUES (?, 'it-watch', 'P1', ?, 'Harbour Post', 'it-watch-post')",
                post,
                harbour);
        for (int i = 0; i < 13; i++) {
            long officer = Ids.next();
            OFFICERS.add(officer);
            change(
                    "INSERT INTO officer (id, institution_code, service_key, family_name) VALUES (?, 'it-watch', ?, 'Heron')",
                    officer,
                    "W" + i);
            change(
                    "INSERT INTO posting (id, officer_id, unit_id, from_on, role) VALUES (?, ?, ?, '2000-01-01', 'MEMBER')",
                    Ids.next(),
                    officer,
                    post);
            if (i == 0) {
                change(
                        "INSERT INTO posting (id, officer_id, unit_id, from_on, role) VALUES (?, ?, ?, '2001-01-01', 'COMMANDER')",
                        Ids.next(),
                        officer,
                        post);
            }
            for (int count = 0; i > 0 && count < 2; count++) {
                against(officer);
            }
        }
    }

    /** A complaint against an officer of the post. */
    private static String against(long officer) {
        String number = complaint("At the harbour post they took my goods.");
        change(
                "INSERT INTO subject (id, complaint_id, officer_id, unit_id) SELECT ?, id, ?, ? FROM complaint WHERE number = ?",
                Ids.next(),
                officer,
                post,
                number);
        return number;
    }

    private static String rule(String kind) {
        HttpResponse<String> made = post(
                "/api/v1/watches",
                "{\"label\":\"Three in 180\",\"purpose\":\"The early warning of the office.\",\"kind\":\"" + kind
                        + "\",\"complaints\":3,\"days\":180,\"until\":\"" + UNTIL + "\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made.body()).getString("id");
    }

    @Test
    void three_complaints_fire_once_with_what_was_to_be_expected_of_peers_beside_them() {
        String officers = rule("OFFICER");
        String units = rule("UNIT");
        String branches = rule("BRANCH");
        against(OFFICERS.getFirst());
        assign(against(OFFICERS.getFirst()), BEN);
        caughtUp();
        String third = against(OFFICERS.getFirst());
        assign(third, BEN);
        eventually(() -> met(officers), met -> met.contains(third));
        assertThat(met(officers)).containsExactly(third);
        JsonObject reckoned = firings(officers).getJsonObject(0).getJsonObject("reckoned");
        assertThat(reckoned.getInt("counted")).isEqualTo(3);
        assertThat(reckoned.getInt("peers")).isEqualTo(12);
        assertThat(reckoned.getJsonNumber("expected").doubleValue()).isBetween(1.8, 2.2);
        assertThat(reckoned.getJsonNumber("chance").doubleValue()).isBetween(0.2, 0.6);
        leadsToItsDossier(firings(officers).getJsonObject(0), "OFFICER", "officer", "Heron");
        eventually(() -> met(units), met -> !met.isEmpty());
        JsonObject lonely = firings(units).getJsonObject(0).getJsonObject("reckoned");
        assertThat(lonely.getString("name")).isEqualTo("Harbour Post");
        assertThat(lonely.getInt("counted")).isGreaterThanOrEqualTo(3);
        assertThat(lonely.isNull("expected")).isTrue();
        leadsToItsDossier(firings(units).getJsonObject(0), "UNIT", "unit", "Harbour Post");
        eventually(() -> names(branches), names -> names.contains("Harbour Division"));
        assertThat(names(branches))
                .as("the post and the division above it, to which nobody is posted")
                .containsExactlyInAnyOrder("Harbour Post", "Harbour Division");
        String fourth = against(OFFICERS.getFirst());
        assign(fourth, BEN);
        eventually(() -> met(officers), met -> met.contains(fourth));
        assertThat(met(officers)).as("the officer stands once").containsExactly(fourth);
        String firing = firings(officers).getJsonObject(0).getString("id");
        change("UPDATE watch_firing SET apart_days = 1, apart_complaints = 2 WHERE id = ?", Ids.parse(firing));
        assertThat(firings(officers)
                        .getJsonObject(0)
                        .getJsonObject("reckoned")
                        .getJsonObject("apart")
                        .toString())
                .isEqualTo("{\"days\":1,\"complaints\":2}");
        looksAtThePages(firing, officers);
    }

    @Test
    void a_unit_is_not_warned_of_for_what_people_of_another_unit_did_where_it_works() {
        long quay = unit("Q1", "Quay Post", "it-watch-quay");
        long yard = unit("Y1", "Yard", "it-watch-yard");
        String units = rule("UNIT");
        String branches = rule("BRANCH");
        for (int count = 0; count < 2; count++) {
            happenedAt(quay, againstSomebodyOf(yard));
        }
        assign(happenedAt(quay, complaint("At the quay somebody took my goods.")), BEN);
        assign(happenedAt(quay, complaint("At the quay somebody took my net.")), BEN);
        caughtUp();
        String sign = against(OFFICERS.get(1));
        assign(sign, BEN);
        eventually(() -> met(branches), met -> met.contains(sign));
        assertThat(names(units))
                .as("two of four are against people of the post")
                .doesNotContain("Quay Post");
        assertThat(names(branches)).doesNotContain("Quay Post");
        String third = happenedAt(quay, complaint("At the quay somebody took my boat."));
        assign(third, BEN);
        eventually(() -> met(units), met -> met.contains(third));
        assertThat(counted(units, "Quay Post")).isEqualTo(3);
        eventually(() -> met(branches), met -> met.contains(third));
        assertThat(counted(branches, "Quay Post")).isEqualTo(3);
    }

    @Test
    void a_spell_that_is_complete_only_when_somebody_unknown_turns_out_to_be_the_officer_is_told_beside_a_later_one() {
        long officer = Ids.next();
        change(
                "INSERT INTO officer (id, institution_code, service_key, family_name) VALUES (?, 'it-watch', 'W-old', 'Bittern')",
                officer);
        String rule = rule("OFFICER");
        twoYearsAgo(accusing(officer));
        twoYearsAgo(accusing(officer));
        String unknown = twoYearsAgo(againstSomebodyOf(unit("U1", "Undertow", "it-watch-undertow")));
        accusing(officer);
        accusing(officer);
        caughtUp();
        String third = accusing(officer);
        assign(third, BEN);
        eventually(() -> met(rule), met -> met.contains(third));
        change(
                "UPDATE subject SET officer_id = ? WHERE complaint_id = (SELECT id FROM complaint WHERE number = ?)",
                officer,
                unknown);
        assign(unknown, BEN);
        eventually(() -> met(rule), met -> met.contains(unknown));
        assertThat(counted(rule, "Bittern (W-old)")).isEqualTo(3);
        long told = number("SELECT COUNT(*) FROM watch_firing WHERE watch_id = ?", Ids.parse(rule));
        change("UPDATE complaint SET version = version + 1 WHERE number IN (?, ?)", third, unknown);
        change("UPDATE watch_position SET position = -1 WHERE id = 1");
        String other = complaint("Somebody else took my goods.");
        caughtUp();
        assertThat(number(
                        "SELECT COUNT(*) FROM watch_firing WHERE watch_id = ? AND about = ?",
                        Ids.parse(rule),
                        Long.toString(officer)))
                .as("a later version says nothing new, nor does another complaint such as %s", other)
                .isEqualTo(told);
        acted(third);
        acted(unknown);
        caughtUp();
    }

    /** A complaint against an officer of whom it is not known where the officer serves: no peer of the others. */
    private static String accusing(long officer) {
        return accusing(complaint("They took my goods."), officer);
    }

    private static String twoYearsAgo(String number) {
        change("UPDATE complaint SET received_at = received_at - INTERVAL 2 YEAR WHERE number = ?", number);
        return number;
    }

    private static long unit(String code, String name, String kind) {
        long unit = Ids.next();
        change(
                "INSERT INTO unit (id, institution_code, code, name, kind) VALUES (?, 'it-watch', ?, ?, ?)",
                unit,
                code,
                name,
                kind);
        return unit;
    }

    private static String againstSomebodyOf(long unit) {
        String number = complaint("They took my goods.");
        change(
                "INSERT INTO subject (id, complaint_id, unit_id) SELECT ?, id, ? FROM complaint WHERE number = ?",
                Ids.next(),
                unit,
                number);
        return number;
    }

    private static String happenedAt(long unit, String number) {
        change(
                "UPDATE incident SET unit_id = ? WHERE id = (SELECT incident_id FROM complaint WHERE number = ?)",
                unit,
                number);
        return number;
    }

    private static int counted(String watch, String name) {
        return firings(watch).stream()
                .map(firing -> firing.asJsonObject().getJsonObject("reckoned"))
                .filter(reckoned -> reckoned.getString("name").equals(name))
                .mapToInt(reckoned -> reckoned.getInt("counted"))
                .sum();
    }

    private static List<String> names(String watch) {
        return firings(watch).stream()
                .map(firing -> firing.asJsonObject().getJsonObject("reckoned").getString("name"))
                .toList();
    }

    private static void looksAtThePages(String firing, String watch) {
        try (Playwright playwright = Playwright.create()) {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of("/usr/bin/chromium"))
                            .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--no-first-run")));
            BrowserContext plain = browser.newContext(
                    new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(1280, 900));
            Page page = signedIn(plain);
            page.navigate(url("/desk/watches").toString());
            assertThat(page.locator("main p").allInnerTexts())
                    .as("how the queue is read")
                    .contains(new Texts().text(Language.ENGLISH, "watch.how"));
            page.click("a[href='/desk/watches/firings/" + firing + "']");
            assertThat(page.textContent("main"))
                    .contains("4 complaints against Heron (W0) within 180 days")
                    .contains("Expected of 12 peers: 2.")
                    .contains("Left out of what is expected: 1 day served in kinds of unit in which too few others")
                    .contains("with 2 of the complaints.")
                    .contains("the reasons are not known");
            BrowserContext scripted = browser.newContext(new Browser.NewContextOptions()
                    .setBypassCSP(true) // axe is put into the page
                    .setStorageState(plain.storageState()));
            Page looked = scripted.newPage();
            for (String path : List.of(
                    "/desk/watches",
                    "/desk/watches/firings/" + firing,
                    "/desk/watches/" + watch,
                    "/desk/watches/new?kind=officer",
                    "/desk/watches/new?kind=branch",
                    "/desk/watches/new?kind=commander",
                    "/desk/watches/new?q=harbour",
                    "/desk/search?q=harbour")) {
                for (int width : new int[] {1280, 360}) {
                    looked.setViewportSize(width, 900);
                    looked.navigate(url(path).toString());
                    assertThat(new AxeBuilder(looked)
                                    .withTags(STANDARD)
                                    .analyze()
                                    .getViolations())
                            .as(path + " at " + width)
                            .extracting(rule ->
                                    rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                            .isEmpty();
                }
            }
            isDoneWithWithoutScripts(page, firing);
        }
    }

    private static void isDoneWithWithoutScripts(Page page, String firing) {
        page.click("main form button");
        assertThat(page.textContent(".govuk-error-summary")).isNotBlank();
        page.check("input[name=action][value=NOTHING]");
        page.fill("textarea[name=reason]", "Looked at by hand, one by one.");
        page.click("main form button");
        assertThat(page.textContent("h1")).isEqualTo("Watches");
        assertThat(page.locator("a[href='/desk/watches/firings/" + firing + "']")
                        .count())
                .as("it waits for nobody any more")
                .isZero();
        page.navigate(url("/desk/watches/firings/" + firing).toString());
        assertThat(page.textContent("main")).contains("Nothing had to be done", "Looked at by hand, one by one.");
    }

    private static Page signedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(url("/desk").toString());
        page.fill("#username", "senad");
        page.fill("#password", "senad-demo");
        page.click("#kc-login");
        page.waitForURL(address -> address.startsWith(baseUrl() + "/desk"));
        page.navigate(url("/desk").toString());
        return page;
    }
}
