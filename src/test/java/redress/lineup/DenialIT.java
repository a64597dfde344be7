package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.DeskBrowser;
import redress.PortalTest;
import redress.time.Ids;

/** The answer no, to a proposal in a year of its own and to a candidate: said, listed, held to, and taken back. */
class DenialIT extends PortalTest {

    private static final String WINDOW = "from=1952-01&to=1952-12";
    private static final String WHY = "The one is left-handed, the other is not.";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final long OSMAN = Ids.next();

    @BeforeAll
    static void makes_a_year_and_a_name() throws Exception {
        LineupIT.change("INSERT INTO place (code, level, name) VALUES ('it-mill', 1, 'The mill')");
        Random random = new Random(12);
        for (int i = 0; i < 120; i++) {
            ClustersIT.told(
                    "1952-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28)),
                    random.nextInt(24),
                    null,
                    List.of("tall, beret", "short, coat", "moustache, boots", "young", "bald, shirt")
                            .get(i % 5),
                    "He shouted, word" + random.nextInt(300) + " thing" + random.nextInt(300));
        }
        for (String day : List.of("05-25", "06-01", "06-08", "06-15", "06-22")) {
            patrol(day);
        }
        LineupIT.change("INSERT INTO institution (code, name, kind) VALUES ('it-denial', 'Denial Service', 'it')");
        LineupIT.change(
                "INSERT INTO officer (id, institution_code, service_key, given_name, family_name, badge)"
                        + " VALUES (?, 'it-denial', 'D-1', 'Osman', 'Kvrzhanovikj', 'D-1')",
                OSMAN);
    }

    @Test
    void a_proposal_that_somebody_denied_is_not_asked_again_until_its_complaints_change_or_the_answer_is_taken_back()
            throws Exception {
        List<String> members = proposed().getFirst();
        int before = proposed().size();
        int answers = board().getInt("answered");
        assertThat(post("/api/v1/clusters/denials", about(members).add("reason", "no"))
                        .statusCode())
                .isEqualTo(400);
        String denial = denied(members);
        assertThat(proposed())
                .hasSize(before - 1)
                .noneMatch(others -> Set.copyOf(others).equals(Set.copyOf(members)));
        assertThat(answered()).contains(denial);
        assertThat(board().getInt("answered")).isEqualTo(answers + 1);
        assertThat(slug(post("/api/v1/clusters/denials", about(members).add("reason", WHY))))
                .isEqualTo("409 denial-stands");
        assertThat(slug(post(
                        "/api/v1/clusters",
                        about(members).add("label", "Man at the mill").add("reason", WHY))))
                .isEqualTo("409 denial-stands");
        String sealed = members.getLast();
        LineupIT.change("UPDATE complaint SET compartment = 'sealed-it' WHERE number = ?", sealed);
        assertThat(proposed())
                .as("one fewer is another question, to those who see one fewer")
                .anyMatch(others -> !others.contains(sealed) && others.containsAll(members.subList(0, 3)));
        assertThat(answered()).doesNotContain(denial);
        LineupIT.change("UPDATE complaint SET compartment = 'open' WHERE number = ?", sealed);
        assertThat(proposed()).hasSize(before - 1);
        assertThat(post(
                                "/api/v1/clusters/denials/" + denial + "/undo",
                                Json.createObjectBuilder().add("reason", "It was not looked at with care."))
                        .statusCode())
                .isEqualTo(200);
        assertThat(proposed())
                .hasSize(before)
                .anyMatch(others -> Set.copyOf(others).equals(Set.copyOf(members)));
        assertThat(answered()).doesNotContain(denial);
        assertThat(LineupIT.row(
                        "SELECT COUNT(*) FROM act WHERE subject = ? AND kind LIKE 'CLUSTER_DENI%'", Ids.parse(denial)))
                .isEqualTo(2);
    }

    @Test
    void an_answer_about_a_complaint_that_one_may_not_see_is_not_there_and_who_only_reads_may_not_answer()
            throws Exception {
        String sealed = ClustersIT.told("1954-01-05", 3, null, "a person with a hat", "They took it.");
        String open = ClustersIT.told("1954-01-06", 3, null, "a person with a hat", "They took it.");
        String denial = denied(List.of(sealed, open));
        assertThat(answered()).contains(denial);
        assertThat(DeskBrowser.signedIn("ama")
                        .post("/desk/clusters/deny", Map.of("shown", open, "reason", WHY))
                        .statusCode())
                .isEqualTo(403);
        LineupIT.changed(2, "UPDATE complaint SET compartment = 'sealed-it' WHERE number IN (?, ?)", sealed, open);
        assertThat(answered()).doesNotContain(denial);
        assertThat(DeskBrowser.signedIn("senad")
                        .get("/desk/clusters/denials/" + denial + "/undo")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("/api/v1/clusters/denials", about(List.of(sealed, open)).add("reason", WHY))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_officer_who_was_ruled_out_is_no_candidate_for_that_accused_and_can_be_one_again() throws Exception {
        String number = accusing("Osman Kvrzhanovikj");
        String accused = "complaint=" + number + "&subject=" + LineupIT.subject(number);
        String path = "/api/v1/complaints/" + number + "/subjects/" + LineupIT.subject(number) + "/officer";
        JsonObjectBuilder said = Json.createObjectBuilder().add("officer", Ids.text(OSMAN));
        assertThat(candidates(accused)).contains(Ids.text(OSMAN));
        assertThat(post(
                                path + "/denials",
                                Json.createObjectBuilder().add("officer", "").add("reason", WHY))
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> denied = DeskBrowser.signedIn("senad")
                .post(
                        "/desk/names/" + number + "/" + LineupIT.subject(number) + "/deny",
                        Map.of("officer", Ids.text(OSMAN), "reason", WHY));
        assertThat(denied.statusCode()).isEqualTo(303);
        assertThat(candidates(accused)).doesNotContain(Ids.text(OSMAN));
        assertThat(candidates("name=Kvrzhanovikj"))
                .as("elsewhere the officer is a candidate")
                .contains(Ids.text(OSMAN));
        assertThat(slug(post(
                        path,
                        Json.createObjectBuilder()
                                .add("officer", Ids.text(OSMAN))
                                .add("version", 1)
                                .add("reason", WHY))))
                .isEqualTo("409 denial-stands");
        assertThat(DeskBrowser.signedIn("ben")
                        .get("/desk/names/" + number + "/" + LineupIT.subject(number) + "/denials/" + Ids.text(OSMAN)
                                + "/undo")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(path + "/denials/undo", said.add("reason", "The witness was mistaken."))
                        .statusCode())
                .isEqualTo(200);
        assertThat(candidates(accused)).contains(Ids.text(OSMAN));
        assertThat(LineupIT.row(
                        "SELECT COUNT(*) FROM act a JOIN complaint c ON c.id = a.subject WHERE c.number = ?"
                                + " AND a.kind LIKE 'IDENTIFICATION_DENI%'",
                        number))
                .isEqualTo(2);
    }

    @Test
    void the_pages_work_without_scripts_and_have_no_fault_that_a_machine_can_find() throws Exception {
        String number = accusing("Osman Kvrzhanovikj");
        String names = "/desk/names?complaint=" + number + "&subject=" + LineupIT.subject(number);
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(LineupIT.chromium());
                BrowserContext plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
                BrowserContext scripted = browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
            Page page = LineupIT.signedIn(plain);
            Page other = LineupIT.signedIn(scripted);
            page.navigate(url("/desk/clusters?" + WINDOW).toString());
            page.click("a:has-text('Decide about this proposal') >> nth=0");
            page.fill("textarea[name=reason]", WHY);
            LineupIT.look(page, "cluster-deny");
            page.click("button:has-text('They are not the same')");
            assertThat(page.textContent("main")).contains("The answer is recorded", WHY, "Take this answer back");
            page.navigate(url("/desk/clusters?" + WINDOW).toString());
            LineupIT.look(page, "clusters-denied");
            checked(other, "/desk/clusters?" + WINDOW);
            page.click("a:has-text('Take this answer back')");
            LineupIT.look(page, "denial");
            checked(other, page.url().substring(baseUrl().length()));
            page.click("main form button");
            assertThat(page.textContent(".govuk-error-summary")).contains("at least 10 characters");
            page.fill("textarea[name=reason]", "It was only a trial of the page.");
            page.click("main form button");
            assertThat(page.textContent("main")).contains("The answer is taken back");
            page.navigate(url(names).toString());
            page.check("input[name=officer][value='" + Ids.text(OSMAN) + "']");
            page.fill("textarea[name=reason]", WHY);
            page.click("button:has-text('It is not this officer')");
            assertThat(page.textContent("main")).contains("The officer is ruled out", "1 officer ruled out", WHY);
            LineupIT.look(page, "names-denied");
            checked(other, names);
            page.click("a:has-text('Take this answer back')");
            checked(other, page.url().substring(baseUrl().length()));
            page.fill("textarea[name=reason]", "It was only a trial of the page.");
            page.click("main form button");
            assertThat(page.textContent("main")).contains("The answer is taken back");
        }
    }

    private static String accusing(String name) throws Exception {
        String number = ClustersIT.told("1954-02-02", 3, null, "a person with a hat", "They took my papers.");
        LineupIT.change(
                "INSERT INTO subject (id, complaint_id, named_as) SELECT ?, id, ? FROM complaint WHERE number = ?",
                Ids.next(),
                name,
                number);
        return number;
    }

    private static void checked(Page page, String path) {
        for (int width : new int[] {360, 1280}) {
            page.setViewportSize(width, 800);
            page.navigate(url(path).toString());
            LineupIT.accessible(page, path + " at " + width);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s at %d scrolls within its tables only", path, width)
                    .isEqualTo(width);
        }
    }

    private static String denied(Collection<String> members) throws Exception {
        HttpResponse<String> answer =
                post("/api/v1/clusters/denials", about(members).add("reason", WHY));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return LineupIT.json(answer.body()).getString("denial");
    }

    private static List<List<String>> proposed() throws Exception {
        List<List<String>> proposed = new ArrayList<>();
        for (JsonObject one : board("proposals")) {
            proposed.add(one.getJsonArray("members").getValuesAs(JsonObject.class).stream()
                    .map(member -> member.getString("number"))
                    .toList());
        }
        return proposed;
    }

    private static List<String> answered() throws Exception {
        return board("denied").stream().map(one -> one.getString("denial")).toList();
    }

    private static List<JsonObject> board(String part) throws Exception {
        return board().getJsonArray(part).getValuesAs(JsonObject.class);
    }

    private static JsonObject board() throws Exception {
        HttpResponse<String> answer = LineupIT.get("/api/v1/clusters?" + WINDOW);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return LineupIT.json(answer.body());
    }

    private static List<String> candidates(String question) throws Exception {
        HttpResponse<String> answer = LineupIT.get("/api/v1/officers/candidates?" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return LineupIT.json(answer.body()).getJsonArray("candidates").getValuesAs(JsonObject.class).stream()
                .map(candidate -> candidate.getJsonObject("person").getString("officer"))
                .toList();
    }

    static JsonObjectBuilder about(Collection<String> members) {
        return Json.createObjectBuilder().add("members", Json.createArrayBuilder(members));
    }

    static String slug(HttpResponse<String> refused) {
        String type = LineupIT.json(refused.body()).getString("type");
        return refused.statusCode() + " " + type.substring(type.lastIndexOf('/') + 1);
    }

    static HttpResponse<String> post(String path, JsonObjectBuilder body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(url(path))
                        .header("Cookie", DeskBrowser.signedIn("senad").cookies())
                        .header("Origin", baseUrl())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.build().toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String patrol(String day) throws Exception {
        return ClustersIT.told(
                "1952-" + day,
                23,
                "it-mill",
                "thin man with a limp, blue lorry QT-8812, brass buckle",
                "They waited behind the mill and broke the radio, humming about marzipan.");
    }
}
