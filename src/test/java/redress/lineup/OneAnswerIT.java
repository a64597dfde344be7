package redress.lineup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.DeskBrowser;
import redress.PortalTest;
import redress.ledger.ActRows;
import redress.time.Ids;

/** The same complaints are one patrol or are not: never both, however close together two people say so. */
class OneAnswerIT extends PortalTest {

    private static final String WHY = "Looked at by hand, one by one.";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final long KNOWN = Ids.next();

    @BeforeAll
    static void makes_an_officer() throws Exception {
        LineupIT.change("INSERT INTO institution (code, name, kind) VALUES ('it-answer', 'Answer Service', 'it')");
        LineupIT.change(
                "INSERT INTO officer (id, institution_code, service_key, given_name, family_name, badge)"
                        + " VALUES (?, 'it-answer', 'A-1', 'Zlatko', 'Answerovikj', 'A-1')",
                KNOWN);
    }

    @Test
    void complaints_that_stand_as_a_cluster_cannot_be_denied_until_it_is_undone_and_then_be_confirmed_again()
            throws Exception {
        List<String> numbers = complaints(2);
        String cluster = accepted(confirm(numbers), "cluster");
        assertThat(DenialIT.slug(deny(numbers))).isEqualTo("409 cluster-stands");
        assertThat(undo(cluster).statusCode()).isEqualTo(200);
        assertThat(accepted(confirm(numbers), "cluster")).isNotEqualTo(cluster);
    }

    @Test
    void a_part_that_was_denied_meanwhile_does_not_stand_again_when_the_joined_cluster_is_undone() throws Exception {
        List<String> numbers = complaints(3);
        String part = accepted(confirm(numbers.subList(0, 2)), "cluster");
        String joined = accepted(join(part, numbers.getLast()), "cluster");
        String denial = accepted(deny(numbers.subList(0, 2)), "denial");
        assertThat(DenialIT.slug(undo(joined))).isEqualTo("409 denial-stands");
        assertThat(LineupIT.get("/api/v1/dossier?cluster=" + joined).statusCode())
                .as("nothing has changed")
                .isEqualTo(200);
        assertThat(DenialIT.post("/api/v1/clusters/denials/" + denial + "/undo", reason())
                        .statusCode())
                .isEqualTo(200);
        assertThat(undo(joined).statusCode()).isEqualTo(200);
        assertThat(LineupIT.get("/api/v1/dossier?cluster=" + part).statusCode()).isEqualTo(200);
    }

    @Test
    void what_was_typed_stays_where_it_cannot_stand_beside_what_others_said_meanwhile() throws Exception {
        List<String> numbers = complaints(6);
        String undone = accepted(join(accepted(confirm(numbers.subList(0, 2)), "cluster"), numbers.get(2)), "cluster");
        accepted(deny(numbers.subList(0, 2)), "denial");
        String joined = accepted(confirm(numbers.subList(3, 5)), "cluster");
        accepted(deny(numbers.subList(3, 6)), "denial");
        Map<String, String> form = new HashMap<>(Map.of("label", "Hats at the bridge", "reason", "Typed at length."));
        form.put("into", joined);
        form.put("shown", numbers.getLast());
        form.put("member", numbers.getLast());
        for (String path : List.of("/desk/clusters/" + undone + "/undo", "/desk/clusters/join")) {
            HttpResponse<String> refused = DeskBrowser.signedIn("senad").post(path, form);
            assertThat(refused.statusCode()).as(path).isEqualTo(409);
            assertThat(refused.body())
                    .contains(
                            "Somebody said that this is not so. Take that back first.", ">Typed at length.</textarea>");
        }
    }

    @Test
    void of_two_who_say_yes_and_no_at_the_same_moment_one_is_refused() throws Exception {
        String cookies = DeskBrowser.signedIn("senad").cookies();
        for (int round = 0; round < 12; round++) {
            JsonObjectBuilder said =
                    DenialIT.about(complaints(2)).add("label", "Two at once").add("reason", WHY);
            String body = said.build().toString();
            assertThat(together(cookies, Map.of("/api/v1/clusters", body, "/api/v1/clusters/denials", body)))
                    .as("round %d", round)
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void of_two_who_name_two_accused_of_a_complaint_at_the_same_moment_one_is_refused_and_meets_no_fault()
            throws Exception {
        String cookies = DeskBrowser.signedIn("senad").cookies();
        for (int round = 0; round < 12; round++) {
            String number = complaints(1).getFirst();
            String first = officer(number);
            accuseAnother(number);
            assertThat(together(cookies, Map.of(first, named(), officer(number), named())))
                    .as("round %d", round)
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void who_names_an_accused_while_another_confirms_the_complaint_as_a_patrols_meets_no_fault() throws Exception {
        String cookies = DeskBrowser.signedIn("senad").cookies();
        for (int round = 0; round < 12; round++) {
            List<String> numbers = complaints(2);
            String body = DenialIT.about(numbers)
                    .add("label", "Named at once")
                    .add("reason", WHY)
                    .build()
                    .toString();
            assertThat(together(cookies, Map.of("/api/v1/clusters", body, officer(numbers.getFirst()), named())))
                    .as("round %d: refused is who comes second, and only then", round)
                    .contains(200)
                    .isSubsetOf(200, 400, 409);
        }
    }

    @Test
    void a_complaint_of_which_it_is_known_by_now_who_it_accuses_is_marked_and_goes_into_no_cluster() throws Exception {
        List<String> numbers = complaints(4);
        String cluster = accepted(confirm(numbers.subList(0, 2)), "cluster");
        identify(numbers.get(0));
        identify(numbers.get(2));
        HttpResponse<String> refused = confirm(numbers.subList(1, 3));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"member\"", "Leave out the complaints of which it is known");
        assertThat(join(cluster, numbers.get(2)).statusCode()).isEqualTo(400);
        assertThat(DeskBrowser.signedIn("senad")
                        .get("/desk/clusters/confirm?member=" + numbers.get(1) + "&member=" + numbers.get(2))
                        .body())
                .containsOnlyOnce("it is known by now who all are that it accuses");
        accuseAnother(numbers.get(2));
        accepted(confirm(numbers.subList(1, 3)), "cluster");
        accepted(join(cluster, numbers.getLast()), "cluster");
    }

    @Test
    void the_sheet_leads_to_the_clusters_of_which_the_reader_may_see_every_complaint() throws Exception {
        List<String> numbers = complaints(3);
        String first = accepted(confirm(numbers.subList(0, 2)), "cluster");
        String second = accepted(confirm(List.of(numbers.get(0), numbers.get(2))), "cluster");
        String sheet = "/api/v1/complaints/" + numbers.get(0);
        assertThat(clusters(sheet)).containsExactly(second, first);
        assertThat(clusters("/api/v1/complaints/" + numbers.get(1))).containsExactly(first);
        assertThat(DeskBrowser.signedIn("ama")
                        .get("/desk/complaints/" + numbers.get(0))
                        .body())
                .contains("Confirmed as the same person or patrol", "with 1 other complaint", "Men with hats")
                .contains("href=\"/desk/dossier?cluster=" + first + "\"");
        LineupIT.change("UPDATE complaint SET compartment = 'sealed-it' WHERE number = ?", numbers.get(1));
        assertThat(clusters(sheet)).containsExactly(second);
        undo(second);
        assertThat(clusters(sheet)).isEmpty();
        assertThat(DeskBrowser.signedIn("ama")
                        .get("/desk/complaints/" + numbers.get(0))
                        .body())
                .doesNotContain("Confirmed as the same person or patrol");
    }

    @Test
    void the_dossier_to_which_an_old_complaint_leads_has_it() throws Exception {
        String number = complaints(1).getFirst();
        long unit = Ids.next();
        LineupIT.change(
                "INSERT INTO unit (id, institution_code, code, name, kind) VALUES (?, 'it-answer', 'OLD', 'Old post', 'it')",
                unit);
        LineupIT.change(
                "UPDATE incident i JOIN complaint c ON c.incident_id = i.id SET i.unit_id = ? WHERE c.number = ?",
                unit,
                number);
        try (Connection connection = jdbc()) {
            ActRows.rosterChanged(connection);
        }
        String question = "unit=it-answer%2FOLD&from=1953-04&to=1956-03";
        assertThat(DeskBrowser.signedIn("ama").get("/desk/complaints/" + number).body())
                .contains("href=\"/desk/dossier?" + question.replace("&", "&amp;") + "\"");
        assertThat(LineupIT.json(LineupIT.get("/api/v1/dossier?" + question).body())
                        .getJsonObject("head")
                        .getInt("complaints"))
                .isEqualTo(1);
    }

    /** What each of these is answered, given at the same moment. */
    private static List<Integer> together(String cookies, Map<String, String> bodies) {
        List<CompletableFuture<HttpResponse<String>>> answers = bodies.entrySet().stream()
                .map(said -> CLIENT.sendAsync(
                        HttpRequest.newBuilder(url(said.getKey()))
                                .header("Cookie", cookies)
                                .header("Origin", baseUrl())
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(said.getValue()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()))
                .toList();
        return answers.stream().map(answer -> answer.join().statusCode()).toList();
    }

    /** Where it is said which officer the newest accused of a complaint is. */
    private static String officer(String number) throws Exception {
        return "/api/v1/complaints/" + number + "/subjects/" + LineupIT.subject(number) + "/officer";
    }

    private static String named() {
        return reason().add("officer", Ids.text(KNOWN))
                .add("version", 1)
                .build()
                .toString();
    }

    private static void accuseAnother(String number) throws Exception {
        LineupIT.change(
                "INSERT INTO subject (id, complaint_id, described_as) SELECT ?, id, 'another with a hat'"
                        + " FROM complaint WHERE number = ?",
                Ids.next(),
                number);
    }

    private static List<String> clusters(String sheet) throws Exception {
        return LineupIT.json(LineupIT.get(sheet).body()).getJsonArray("clusters").getValuesAs(JsonObject.class).stream()
                .map(one -> one.getString("cluster"))
                .toList();
    }

    private static void identify(String number) throws Exception {
        LineupIT.change(
                "UPDATE subject s JOIN complaint c ON c.id = s.complaint_id SET s.officer_id = ? WHERE c.number = ?",
                KNOWN,
                number);
    }

    private static List<String> complaints(int many) throws Exception {
        String[] numbers = new String[many];
        for (int i = 0; i < many; i++) {
            numbers[i] = ClustersIT.told(
                    "1956-03-%02d".formatted(1 + i), 11, null, "a person with a hat", "They took the goods.");
        }
        return List.of(numbers);
    }

    private static HttpResponse<String> confirm(List<String> members) throws Exception {
        return DenialIT.post(
                "/api/v1/clusters",
                DenialIT.about(members).add("label", "Men with hats").add("reason", WHY));
    }

    private static HttpResponse<String> join(String cluster, String member) throws Exception {
        return DenialIT.post(
                "/api/v1/clusters/" + cluster + "/join",
                DenialIT.about(List.of(member)).add("label", "Men with hats").add("reason", WHY));
    }

    private static HttpResponse<String> deny(List<String> members) throws Exception {
        return DenialIT.post("/api/v1/clusters/denials", DenialIT.about(members).add("reason", WHY));
    }

    private static HttpResponse<String> undo(String cluster) throws Exception {
        return DenialIT.post("/api/v1/clusters/" + cluster + "/undo", reason());
    }

    private static JsonObjectBuilder reason() {
        return Json.createObjectBuilder().add("reason", WHY);
    }

    private static String accepted(HttpResponse<String> answer, String what) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return LineupIT.json(answer.body()).getString(what);
    }
}
