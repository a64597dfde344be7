package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import redress.DeskBrowser;
import redress.PortalTest;
import redress.time.Ids;

/** Clusters that turn out to be one: joined, added to, and let stand again as they were. */
class JoiningIT extends PortalTest {

    private static final String WHY = "One witness knows both drivers by name.";

    @Test
    void two_clusters_and_a_complaint_stand_as_one_and_stand_again_as_they_were() throws Exception {
        List<String> numbers = complaints(6);
        String first = confirmed("Grey lorry", numbers.subList(0, 2));
        String second = confirmed("Lorry with a dent", numbers.subList(2, 4));
        String joined = joined(
                first,
                body("Grey lorry with a dent")
                        .add("clusters", Json.createArrayBuilder().add(second))
                        .add("members", Json.createArrayBuilder().add(numbers.get(4))));
        assertThat(dossier(joined)).isEqualTo(5);
        assertThat(dossier(first)).as("it stands no more").isEqualTo(-1);
        assertThat(dossier(second)).isEqualTo(-1);
        assertThat(DenialIT.slug(DenialIT.post(
                        "/api/v1/clusters/" + first + "/join",
                        body("Once more")
                                .add("members", Json.createArrayBuilder().add(numbers.get(5))))))
                .startsWith("404");
        String again = joined(
                joined,
                body("Grey lorry with a dent")
                        .add("members", Json.createArrayBuilder().add(numbers.get(5))));
        assertThat(dossier(again)).isEqualTo(6);
        undone(again);
        assertThat(dossier(joined)).isEqualTo(5);
        undone(joined);
        assertThat(dossier(first)).isEqualTo(2);
        assertThat(dossier(second)).isEqualTo(2);
        assertThat(LineupIT.row(
                        "SELECT COUNT(*) FROM act WHERE subject = ? AND kind IN ('CLUSTER_JOINED', 'CLUSTER_UNDONE')",
                        Ids.parse(joined)))
                .isEqualTo(2);
    }

    @Test
    void nothing_to_add_is_refused_and_so_is_what_may_not_be_seen_or_was_answered_with_no() throws Exception {
        List<String> numbers = complaints(4);
        String cluster = confirmed("Three men in a boat", numbers.subList(0, 2));
        assertThat(DenialIT.post("/api/v1/clusters/" + cluster + "/join", body("Three men"))
                        .body())
                .contains("Choose at least one complaint or cluster to add");
        assertThat(DenialIT.post(
                                "/api/v1/clusters/denials",
                                DenialIT.about(numbers.subList(0, 3)).add("reason", WHY))
                        .statusCode())
                .isEqualTo(200);
        assertThat(DenialIT.slug(DenialIT.post(
                        "/api/v1/clusters/" + cluster + "/join",
                        body("Three men")
                                .add("members", Json.createArrayBuilder().add(numbers.get(2))))))
                .isEqualTo("409 denial-stands");
        LineupIT.change("UPDATE complaint SET compartment = 'sealed-it' WHERE number = ?", numbers.get(0));
        assertThat(DeskBrowser.signedIn("senad")
                        .get("/desk/clusters/join?into=" + cluster)
                        .statusCode())
                .isEqualTo(404);
        assertThat(DeskBrowser.signedIn("ama")
                        .get("/desk/clusters/join?into=" + cluster)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_a_script_sends_of_another_kind_is_refused_beside_its_name_and_is_no_fault_of_the_server()
            throws Exception {
        for (String path : List.of("/api/v1/clusters", "/api/v1/clusters/denials", "/api/v1/clusters/06A/join")) {
            for (JsonObjectBuilder body : List.of(
                    Json.createObjectBuilder().add("members", "2026-000123"),
                    Json.createObjectBuilder()
                            .add("members", Json.createArrayBuilder().add(1).add(2)))) {
                HttpResponse<String> refused = DenialIT.post(path, body);
                assertThat(refused.statusCode())
                        .as("%s: %s", path, refused.body())
                        .isEqualTo(400);
                assertThat(refused.headers().firstValue("Content-Type").orElse(""))
                        .startsWith("application/problem+json");
                assertThat(LineupIT.json(refused.body()).getJsonArray("errors").toString())
                        .contains("\"members\"", "Write this as a list of texts");
            }
        }
        assertThat(DenialIT.post(
                                "/api/v1/clusters",
                                Json.createObjectBuilder().add("label", 5).add("reason", "Looked at by hand."))
                        .body())
                .contains("\"label\"", "Write this as a text");
    }

    @Test
    void what_came_back_into_another_cluster_meanwhile_cannot_stand_twice() throws Exception {
        List<String> numbers = complaints(3);
        String cluster = confirmed("Man with a dog", numbers.subList(0, 2));
        String joined = joined(
                cluster,
                body("Man with two dogs")
                        .add("members", Json.createArrayBuilder().add(numbers.get(2))));
        String twin = confirmed("Man with a dog again", numbers.subList(0, 2));
        assertThat(DenialIT.slug(DenialIT.post(
                        "/api/v1/clusters/" + joined + "/undo",
                        Json.createObjectBuilder().add("reason", WHY))))
                .isEqualTo("409 cluster-stands");
        assertThat(dossier(joined)).as("nothing has changed").isEqualTo(3);
        undone(twin);
        undone(joined);
        assertThat(dossier(cluster)).isEqualTo(2);
    }

    @Test
    void the_page_works_without_scripts_and_has_no_fault_that_a_machine_can_find() throws Exception {
        List<String> numbers = complaints(5);
        String first = confirmed("Woman on a motorbike", numbers.subList(0, 2));
        String second = confirmed("Red motorbike", numbers.subList(2, 4));
        String path = "/desk/clusters/join?into=" + first + "&member=" + numbers.get(4);
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright.chromium().launch(LineupIT.chromium());
                BrowserContext plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
                BrowserContext scripted = browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
            Page other = LineupIT.signedIn(scripted);
            for (int width : new int[] {360, 1280}) {
                other.setViewportSize(width, 800);
                other.navigate(url(path).toString());
                LineupIT.accessible(other, path + " at " + width);
                assertThat(other.evaluate("document.documentElement.scrollWidth"))
                        .isEqualTo(width);
            }
            Page page = LineupIT.signedIn(plain);
            page.navigate(url(path).toString());
            page.uncheck("input[name=member]");
            page.click("main form button");
            assertThat(page.textContent(".govuk-error-summary"))
                    .contains("Choose at least one complaint or cluster to add");
            assertThat(page.isChecked("input[name=member]"))
                    .as("what was not ticked is still there")
                    .isFalse();
            page.check("input[name=cluster][value='" + second + "']");
            page.fill("textarea[name=reason]", WHY);
            LineupIT.look(page, "join");
            page.click("main form button");
            assertThat(page.textContent("main"))
                    .contains("The clusters are joined", "Joined out of: Woman on a motorbike; Red motorbike");
            LineupIT.look(page, "joined");
        }
    }

    private static List<String> complaints(int many) throws Exception {
        String[] numbers = new String[many];
        for (int i = 0; i < many; i++) {
            numbers[i] = ClustersIT.told(
                    "1953-03-%02d".formatted(1 + i), 11, null, "a person with a hat", "They took the goods.");
        }
        return List.of(numbers);
    }

    private static String confirmed(String label, List<String> members) throws Exception {
        HttpResponse<String> answer = DenialIT.post(
                "/api/v1/clusters", DenialIT.about(members).add("label", label).add("reason", WHY));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return LineupIT.json(answer.body()).getString("cluster");
    }

    private static String joined(String cluster, JsonObjectBuilder said) throws Exception {
        HttpResponse<String> answer = DenialIT.post("/api/v1/clusters/" + cluster + "/join", said);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return LineupIT.json(answer.body()).getString("cluster");
    }

    private static void undone(String cluster) throws Exception {
        HttpResponse<String> answer = DenialIT.post(
                "/api/v1/clusters/" + cluster + "/undo",
                Json.createObjectBuilder().add("reason", WHY));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static JsonObjectBuilder body(String label) {
        return Json.createObjectBuilder().add("label", label).add("reason", WHY);
    }

    /** How many complaints the dossier of a cluster counts; -1 where the cluster does not stand. */
    private static int dossier(String cluster) throws Exception {
        HttpResponse<String> answer = LineupIT.get("/api/v1/dossier?cluster=" + cluster);
        JsonObject told = LineupIT.json(answer.body());
        return answer.statusCode() == 400 ? -1 : told.getJsonObject("head").getInt("complaints");
    }
}
