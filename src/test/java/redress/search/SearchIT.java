package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import redress.DeskBrowser;
import redress.PortalTest;

class SearchIT extends PortalTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void a_complaint_that_was_just_sent_is_found_with_its_words_marked() throws Exception {
        String number = submit("They held us at the zebrafarb checkpoint <b>and</b> took everything.");
        await(() -> search("zebrafarb").getInt("count") == 1);
        JsonObject hit = search("zebrafarb").getJsonArray("hits").getJsonObject(0);
        assertThat(hit.getString("number")).isEqualTo(number);
        assertThat(hit.getJsonArray("snippet").toString())
                .contains("{\"match\":true,\"text\":\"zebrafarb\"}")
                .contains("<b>and</b>");
    }

    @Test
    void a_name_in_cyrillic_is_found_in_latin_letters() throws Exception {
        submit("Полицајац Џаферовић Квржица ме је ударио.");
        await(() -> search("dzaferovic kvrzica").getInt("count") == 1);
    }

    @Test
    void what_was_sent_before_a_kill_is_found_after_the_start() throws Exception {
        String number = submit("Killed before the commit: quuxword.");
        stack().crashPortal();
        await(() -> search("quuxword").getInt("count") == 1);
        assertThat(search("quuxword").toString()).contains(number);
        await(() -> health().getBoolean("equal"));
        JsonObject open = health().getJsonArray("compartments").getJsonObject(0);
        assertThat(open.getString("compartment")).isEqualTo("open");
        assertThat(open.getBoolean("wrong")).isFalse();
        assertThat(health().getBoolean("encrypted")).isTrue();
        assertThat(health().getJsonNumber("documents")).isEqualTo(health().getJsonNumber("complaints"));
    }

    @Test
    void the_index_is_built_anew_while_searches_are_answered() throws Exception {
        submit("Before the rebuild: plughword.");
        await(() -> search("plughword").getInt("count") == 1);
        Path folder = dataDir().resolve("index");
        String before = Files.readString(folder.resolve("current"));
        Files.writeString(folder.resolve(SearchIndex.REQUEST), "");
        await(() -> {
            assertThat(search("plughword").getInt("count")).isEqualTo(1);
            return !Files.readString(folder.resolve("current")).equals(before);
        });
        assertThat(search("plughword").getInt("count")).isEqualTo(1);
        await(() -> health().getBoolean("equal"));
    }

    @Test
    void the_search_page_and_its_json_are_closed_to_strangers() throws Exception {
        for (String path : new String[] {"/api/v1/search?q=x", "/api/v1/search/health"}) {
            assertThat(ask(path, null).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(ask("/desk/search", null).statusCode()).isIn(302, 303, 401);
        HttpResponse<String> reindex = CLIENT.send(
                HttpRequest.newBuilder(url("/api/v1/search/reindex"))
                        .header("Authorization", "Bearer " + scriptToken())
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertThat(reindex.statusCode()).isEqualTo(403);
    }

    @Test
    void the_page_shows_hits_facets_and_escapes_what_people_wrote() throws Exception {
        submit("A xyzzyword with <script>alert(1)</script> in it.");
        await(() -> search("xyzzyword").getInt("count") == 1);
        DeskBrowser intakeOfficer = DeskBrowser.signedIn("ama");
        HttpResponse<String> page = intakeOfficer.get("/desk/search?q=xyzzyword&stage=RECEIVED");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<mark>xyzzyword</mark>")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert")
                .contains("1 complaint");
    }

    @Test
    void counts_over_time_and_by_two_dimensions_and_says_what_was_understood() throws Exception {
        submit("The gronkword was told twice.");
        await(() -> search("gronkword").getInt("count") == 1);
        HttpResponse<String> answer = ask(
                "/api/v1/search?q=gronkword+stage:received+colour:red%7Cgronkword&histogram=month&rows=stage"
                        + "&columns=channel&facets=stage,weekday",
                scriptToken());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonObject found = object(answer.body());
        assertThat(found.getJsonArray("understood")).hasSize(2);
        assertThat(found.getJsonArray("understood").getJsonObject(0).getString("field"))
                .isEqualTo("stage");
        assertThat(found.getJsonArray("understood").getJsonObject(1).getBoolean("understood"))
                .isFalse();
        assertThat(found.getJsonObject("histogram").getJsonArray("values")).hasSize(1);
        assertThat(found.getJsonObject("table").getJsonArray("cells").toString())
                .isEqualTo("[[1]]");
        assertThat(found.getJsonObject("facets").keySet()).containsExactlyInAnyOrder("stage", "weekday");
    }

    @Test
    void an_answer_tells_its_length_so_that_one_that_breaks_off_is_seen_to_be_one() throws Exception {
        HttpResponse<String> answer = ask("/api/v1/search?facets=unit,stage", scriptToken());
        assertThat(answer.headers().firstValueAsLong("content-length"))
                .hasValue(answer.body().getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void a_distance_says_on_the_page_and_in_json_how_many_others_fit_without_a_known_point() throws Exception {
        submit("Nobody knows where the grelbword was.");
        await(() -> search("grelbword").getInt("count") == 1);
        assertThat(search("grelbword").containsKey("unplaced")).isFalse();
        JsonObject near = search("grelbword near:8.48,-13.23,5");
        assertThat(near.getInt("count")).isZero();
        assertThat(near.getInt("unplaced")).isEqualTo(1);
        assertThat(DeskBrowser.signedIn("ama")
                        .get("/desk/search?q=grelbword&near=8.48%2C-13.23%2C5")
                        .body())
                .contains("1 complaint that fits otherwise is left out");
    }

    @Test
    void refuses_an_expensive_pattern_of_analysts_beside_the_question() throws Exception {
        HttpResponse<String> answer = ask("/api/v1/search?syntax=analyst&q=%2F.*%2F", scriptToken());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"q\"").contains("Regular expressions are not run");
        DeskBrowser intakeOfficer = DeskBrowser.signedIn("ama");
        HttpResponse<String> page = intakeOfficer.get("/desk/search?unit=police%2FEB-12&syntax=analyst&q=%2F.*%2F");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("Regular expressions are not run")
                .contains("value=\"/.*/\"")
                .contains("<input type=\"hidden\" name=\"unit\" value=\"police/EB-12\">");
    }

    @Test
    void what_is_refused_beside_no_field_of_the_page_comes_back_on_it_with_the_reason() {
        DeskBrowser intakeOfficer = DeskBrowser.signedIn("ama");
        String hours = IntStream.range(0, 21)
                .mapToObj(hour -> "&hour=" + Terms.hour(hour))
                .collect(Collectors.joining());
        for (String address : new String[] {"q=bridge" + hours, "q=bridge&after=x", "q=bridge&act=soon"}) {
            HttpResponse<String> page = intakeOfficer.get("/desk/search?" + address);
            assertThat(page.statusCode()).as(address).isEqualTo(400);
            assertThat(page.body()).as(address).contains("govuk-error-summary", "value=\"bridge\"");
        }
    }

    @Test
    void reads_a_pasted_list_and_refuses_numbers_that_analysts_cannot_mean() throws Exception {
        String badges = IntStream.range(4_400, 4_460).mapToObj(i -> "A-" + i).collect(Collectors.joining("+"));
        HttpResponse<String> list = ask("/api/v1/search?q=" + badges, scriptToken());
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(object(list.body()).getBoolean("cut")).isTrue();
        HttpResponse<String> apart = ask("/api/v1/search?syntax=analyst&q=%22a+b%22~0.5", scriptToken());
        assertThat(apart.statusCode()).isEqualTo(400);
        assertThat(apart.body()).contains("\"field\":\"q\"");
    }

    @Test
    void a_search_waits_for_an_act_of_its_own_and_says_when_it_waited_in_vain() throws Exception {
        String number = submit("Written just now: flurbword.");
        String act = receiptOf(number);
        JsonObject found = object(
                ask("/api/v1/search?q=flurbword&act=" + act, scriptToken()).body());
        assertThat(found.getBoolean("stale")).isFalse();
        assertThat(found.getInt("count")).isEqualTo(1);
        HttpResponse<String> never = ask("/api/v1/search?q=flurbword&act=1", scriptToken());
        assertThat(object(never.body()).getBoolean("stale")).isTrue();
        assertThat(ask("/api/v1/search?act=soon", scriptToken()).statusCode()).isEqualTo(400);
    }

    private static String receiptOf(String number) throws SQLException {
        try (Connection connection = jdbc();
                PreparedStatement query = connection.prepareStatement("SELECT a.id FROM act a JOIN complaint c"
                        + " ON c.id = a.subject WHERE c.number = ? AND a.kind = 'COMPLAINT_RECEIVED'")) {
            query.setString(1, number);
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    private static String submit(String narrative) throws Exception {
        String body = Json.createObjectBuilder()
                .add("narrative", narrative)
                .add("language", "en")
                .build()
                .toString();
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(url("/api/v1/complaints"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return object(answer.body()).getString("number");
    }

    private static JsonObject search(String text) throws Exception {
        HttpResponse<String> answer =
                ask("/api/v1/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8), scriptToken());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return object(answer.body());
    }

    private static JsonObject health() throws Exception {
        HttpResponse<String> answer = ask("/api/v1/search/health", scriptToken());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return object(answer.body());
    }

    private static HttpResponse<String> ask(String path, @Nullable String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl() + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonObject object(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    private static void await(Callable<Boolean> fact) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!fact.call()) {
            assertThat(System.nanoTime()).as("it did not become true in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }
}
