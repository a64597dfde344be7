package redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import redress.DeskBrowser;
import redress.PortalTest;

/** Sign-in, sign-out and the refusal of every route, against the running portal and a real Keycloak. */
class AccessIT extends PortalTest {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final String LETTERS = "/desk/complaints/2026-000001/records";
    private static final String AMA = "00000000-0000-4000-8000-000000000001";
    private static final String PAUL = "00000000-0000-4000-8000-000000000007";
    private static final String KADIATU = "00000000-0000-4000-8000-000000000008";

    @Test
    void signs_in_and_out_and_leaves_no_session_behind() throws Exception {
        DeskBrowser ama = new DeskBrowser();
        HttpResponse<String> back = ama.signIn("ama", "/desk/complaints?stage=RECEIVED");
        assertThat(back.statusCode()).isEqualTo(302);
        assertThat(DeskBrowser.location(back)).isEqualTo(url("/desk/complaints?stage=RECEIVED"));
        String session = ama.session();
        assertThat(back.headers().allValues("Set-Cookie"))
                .anyMatch(line -> line.contains("sid=" + session + "; Path=/; HttpOnly; SameSite=Lax"));
        assertThat(sessions(session)).isEqualTo(1);
        assertThat(signedIn(ama)).isTrue();

        HttpResponse<String> out = ama.post("/desk/sign-out", Map.of());
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(ama.session()).isNull();
        assertThat(sessions(session)).isZero();
        ama.keepSession(session);
        assertThat(signedIn(ama)).isFalse();
        // Keycloak's own session ended too: it asks for the password again.
        HttpResponse<String> again = ama.get(
                DeskBrowser.location(ama.get("/desk/sign-in?return=/desk")).toString());
        assertThat(again.body()).contains("kc-form-login");
    }

    @Test
    void a_form_of_a_foreign_site_cannot_sign_anybody_out() {
        DeskBrowser ama = DeskBrowser.signedIn("ama");
        for (Map<String, String> headers : List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Origin", "https://elsewhere.example"),
                Map.<String, String>of())) {
            assertThat(ama.post("/desk/sign-out", Map.of(), headers).statusCode())
                    .isEqualTo(403);
        }
        assertThat(signedIn(ama)).isTrue();
    }

    /** As a browser without Sec-Fetch-Site does: old Safari, or any over plain HTTP to another machine. */
    @Test
    void a_form_of_our_own_that_tells_its_origin_alone_is_taken() {
        DeskBrowser ama = DeskBrowser.signedIn("ama");
        assertThat(ama.post("/desk/sign-out", Map.of(), Map.of("Origin", "null"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(ama.post("/desk/sign-out", Map.of(), Map.of("Origin", baseUrl()))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void pages_of_the_desk_tell_our_own_site_where_the_reader_was_and_public_ones_tell_nobody() {
        DeskBrowser ama = DeskBrowser.signedIn("ama");
        for (String path : List.of("/desk", "/bs/desk", "/desk/complaints/none", "/desk/search?q=x", "/desk/none")) {
            assertThat(ama.get(path).headers().allValues("Referrer-Policy"))
                    .as(path)
                    .containsExactly("same-origin");
        }
        for (String path : List.of("/", "/bs", "/track", "/complain", "/statistics", "/desks", "/none", "/exit")) {
            assertThat(ama.get(path).headers().allValues("Referrer-Policy"))
                    .as(path)
                    .containsExactly("no-referrer");
        }
    }

    @Test
    void every_sign_in_makes_a_new_session_and_ends_the_former() throws Exception {
        DeskBrowser ama = new DeskBrowser();
        ama.keepSession("A".repeat(43));
        ama.signIn("ama", "/desk");
        String first = ama.session();
        assertThat(first).isNotEqualTo("A".repeat(43));
        ama.keepSession("B".repeat(43));
        URI second = ama.callback("ama", "/desk");
        ama.keepSession(first);
        ama.get(second.toString());
        assertThat(ama.session()).isNotEqualTo(first);
        assertThat(sessions(first)).isZero();
    }

    @Test
    void two_tabs_sign_in_side_by_side_and_each_answer_counts_once() {
        DeskBrowser ama = new DeskBrowser();
        URI one = DeskBrowser.location(ama.get("/desk/sign-in?return=/desk/one"));
        URI two = DeskBrowser.location(ama.get("/desk/sign-in?return=/desk/two"));
        URI backOne = ama.callback("ama", one);
        URI backTwo = ama.callback("ama", two);
        assertThat(DeskBrowser.location(ama.get(backOne.toString()))).isEqualTo(url("/desk/one"));
        assertThat(DeskBrowser.location(ama.get(backTwo.toString()))).isEqualTo(url("/desk/two"));
        assertThat(ama.get(backOne.toString()).statusCode()).isEqualTo(403);
    }

    @Test
    void an_answer_of_keycloak_is_worth_nothing_in_another_browser() {
        URI stolen = new DeskBrowser().callback("ama", "/desk");
        DeskBrowser thief = new DeskBrowser();
        thief.get("/desk/sign-in?return=/desk");
        assertThat(thief.get(stolen.toString()).statusCode()).isEqualTo(403);
        assertThat(thief.session()).isNull();
    }

    @Test
    void two_hundred_mutated_callbacks_give_no_session() {
        DeskBrowser ama = new DeskBrowser();
        URI good = ama.callback("ama", "/desk");
        Random random = new Random(20261122);
        for (int round = 0; round < 200; round++) {
            HttpResponse<String> answer = ama.get(mutated(good, random, round));
            assertThat(answer.statusCode()).as("round %d", round).isIn(400, 403);
            assertThat(ama.session()).isNull();
        }
    }

    private static String mutated(URI good, Random random, int round) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : good.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], parts[1]);
        }
        // A good state with a bad rest would use the sign-in up; the state is spared only once, at the end.
        String field = round == 199 ? "code" : "state";
        String value = fields.getOrDefault(field, "");
        int at = round == 199 ? 0 : random.nextInt(value.length());
        switch (round == 199 ? 2 : round % 4) {
            case 0 -> fields.remove(field);
            case 1 -> fields.put(field, value.substring(0, at) + "%00" + value.substring(at));
            case 2 ->
                fields.put(
                        field,
                        value.substring(0, at) + (value.charAt(at) == 'x' ? 'y' : 'x') + value.substring(at + 1));
            default -> fields.put(field, value.substring(at) + value.substring(0, at) + "z");
        }
        StringBuilder query = new StringBuilder();
        fields.forEach(
                (name, text) -> query.append(name).append('=').append(text).append('&'));
        return "/desk/callback?" + query;
    }

    @Test
    void another_issuer_in_the_answer_is_refused() {
        DeskBrowser ama = new DeskBrowser();
        String good = ama.callback("ama", "/desk").toString();
        String other = good.replaceAll("iss=[^&]*", "iss=https%3A%2F%2Fevil.example%2Frealms%2Fredress");
        assertThat(other).isNotEqualTo(good);
        assertThat(ama.get(other).statusCode()).isEqualTo(403);
        assertThat(ama.get(good).statusCode()).isEqualTo(403);
    }

    @Test
    void leads_nobody_to_another_site_after_signing_in() {
        DeskBrowser ama = new DeskBrowser();
        HttpResponse<String> back = ama.signIn("ama", "https://evil.example/desk");
        assertThat(DeskBrowser.location(back)).isEqualTo(url("/desk"));
    }

    @Test
    void a_sign_out_in_keycloak_ends_the_desk_over_the_back_channel() throws Exception {
        DeskBrowser paul = DeskBrowser.signedIn("paul");
        String session = paul.session();
        admin("POST", "/users/" + PAUL + "/logout", "");
        await(() -> sessions(session) == 0);
        assertThat(signedIn(paul)).isFalse();
    }

    @Test
    void a_disabled_account_is_out_at_the_next_check() throws Exception {
        DeskBrowser kadiatu = DeskBrowser.signedIn("kadiatu");
        String session = kadiatu.session();
        try {
            admin("PUT", "/users/" + KADIATU, "{\"enabled\":false}");
            // A minute later, without waiting for it: the row says that the last check is a minute older.
            change("UPDATE desk_session SET checked_at = checked_at - INTERVAL 61 SECOND WHERE id_hash = ?", session);
            assertThat(signedIn(kadiatu)).isFalse();
            assertThat(sessions(session)).isZero();
            assertThat(rolesKept(KADIATU)).isZero();
        } finally {
            admin("PUT", "/users/" + KADIATU, "{\"enabled\":true}");
        }
    }

    @Test
    void a_session_that_ended_in_keycloak_is_over_here_and_takes_no_role_away() throws Exception {
        DeskBrowser paul = DeskBrowser.signedIn("paul");
        String session = paul.session();
        statement("CREATE TABLE it_kept_session AS SELECT * FROM desk_session WHERE id_hash = ?", session);
        admin("POST", "/users/" + PAUL + "/logout", "");
        await(() -> sessions(session) == 0);
        // As where Keycloak's session ran out, of which it tells nobody: the desk's is still there, a minute later.
        change("INSERT INTO desk_session SELECT * FROM it_kept_session WHERE id_hash = ?", session);
        change("UPDATE desk_session SET checked_at = checked_at - INTERVAL 61 SECOND WHERE id_hash = ?", session);
        assertThat(signedIn(paul)).isFalse();
        assertThat(sessions(session)).isZero();
        assertThat(rolesKept(PAUL)).isEqualTo(1);
    }

    @Test
    void a_session_is_checked_with_keycloak_and_lives_on() throws Exception {
        DeskBrowser ama = DeskBrowser.signedIn("ama");
        String session = ama.session();
        change(
                "UPDATE desk_session SET checked_at = checked_at - INTERVAL 61 SECOND,"
                        + " confirmed_at = confirmed_at - INTERVAL 61 SECOND WHERE id_hash = ?",
                session);
        assertThat(signedIn(ama)).isTrue();
        assertThat(count("SELECT COUNT(*) FROM desk_session WHERE id_hash = ? AND confirmed_at = checked_at", session))
                .isEqualTo(1);
    }

    @Test
    void an_idle_session_and_an_old_one_are_over() throws Exception {
        for (String column : List.of("seen_at", "began_at")) {
            DeskBrowser ama = DeskBrowser.signedIn("ama");
            String session = ama.session();
            change(
                    "UPDATE desk_session SET " + column + " = " + column + " - INTERVAL 8 HOUR WHERE id_hash = ?",
                    session);
            assertThat(signedIn(ama)).isFalse();
            assertThat(sessions(session)).isZero();
        }
    }

    @Test
    void a_form_of_ours_that_comes_after_its_session_is_over_is_given_back_to_be_read_and_kept_nowhere()
            throws Exception {
        DeskBrowser ama = DeskBrowser.signedIn("ama");
        change("UPDATE desk_session SET seen_at = seen_at - INTERVAL 16 MINUTE WHERE id_hash = ?", ama.session());
        HttpResponse<String> told = ama.post(LETTERS, letter("<script>alert('Поштована комисијо')</script> & so on"));
        assertThat(told.statusCode()).isEqualTo(401);
        assertThat(told.headers().allValues("Cache-Control")).containsExactly("no-store");
        Document page = Jsoup.parse(told.body());
        assertThat(told.body())
                .contains("&lt;script&gt;alert('Поштована комисијо')&lt;/script&gt; &amp; so on")
                .doesNotContain("<script>alert", "key-of-the-form", "2026-11-20");
        assertThat(page.select("textarea[readonly]").eachText())
                .containsExactlyInAnyOrder(
                        "The harbour master", "<script>alert('Поштована комисијо')</script> & so on");
        assertThat(page.select("main a[target=_blank]").attr("href")).isEqualTo("/desk/sign-in");
        assertThat(page.select("form")).isEmpty();
        assertThat(sessions(ama.session())).isZero();
        // Also where another tab has noticed before that the session is over, and where it was signed out.
        assertThat(ama.post(LETTERS, letter("Dear colleague")).body()).contains("Dear colleague</textarea>");
        assertThat(new DeskBrowser().post(LETTERS, letter("Dear colleague")).body())
                .contains("Dear colleague</textarea>");
        assertThat(new DeskBrowser()
                        .post("/bs" + LETTERS, letter("Dear colleague"))
                        .body())
                .contains("Vaša prijava je istekla", "Dear colleague</textarea>");
        assertThat(Files.readString(logFile())).doesNotContain("Поштована", "Dear colleague");
    }

    @Test
    void nothing_of_a_form_is_given_back_to_another_site_nor_to_a_machine_nor_of_one_that_is_too_large() {
        DeskBrowser nobody = new DeskBrowser();
        for (Map<String, String> headers : List.of(
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Origin", "https://elsewhere.example"),
                Map.<String, String>of())) {
            HttpResponse<String> told = nobody.post(LETTERS, letter("Call this number now"), headers);
            assertThat(told.statusCode()).isEqualTo(401);
            assertThat(told.body()).doesNotContain("Call this number now");
        }
        HttpResponse<String> machine = nobody.post(
                LETTERS,
                letter("Dear colleague"),
                Map.of("Sec-Fetch-Site", "same-origin", "Accept", "application/json, */*;q=0.1"));
        assertThat(machine.statusCode()).isEqualTo(401);
        assertThat(machine.body()).contains("/problems/session-over").doesNotContain("Dear colleague");
        HttpResponse<String> large = nobody.post(LETTERS, letter("so many words ".repeat(700_000)));
        assertThat(large.statusCode()).isEqualTo(401);
        assertThat(large.body())
                .contains("Your session is over")
                .doesNotContain("so many words")
                .doesNotContain("copy your words");
    }

    private static Map<String, String> letter(String text) {
        return Map.of(
                "kind", "letter",
                "key", "key-of-the-form",
                "letterDirection", "OUT",
                "letterParty", "The harbour master",
                "letterDated", "2026-11-20",
                "letterText", text);
    }

    @Test
    void a_logout_token_that_nobody_signed_ends_nothing() {
        DeskBrowser ama = DeskBrowser.signedIn("ama");
        String forged = RealmExamples.signed(
                "logout+jwt",
                RealmExamples.KEY,
                RealmExamples.logout()
                        .issuer(keycloakUrl() + "/realms/redress")
                        .subject(AMA)
                        .build());
        for (String token : List.of(forged, "", "x.y.z", scriptToken())) {
            assertThat(ama.post("/desk/back-channel-logout", Map.of("logout_token", token), Map.of())
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(signedIn(ama)).isTrue();
    }

    @Test
    void every_route_of_the_staff_refuses_who_is_not_signed_in() throws Exception {
        Set<String> asked = new HashSet<>();
        for (Route route : Route.all()) {
            if (route.callers().orElseThrow() instanceof Callers.Signed) {
                int status = ask(route, Map.of()).statusCode();
                assertThat(status).as(route.toString()).isIn(302, 401);
                HttpResponse<String> forged = ask(route, Map.of("Authorization", "Bearer " + forgedToken()));
                assertThat(forged.statusCode()).as(route.toString()).isIn(302, 401);
                if (route.template().startsWith("/api/")) {
                    assertThat(status).as(route.toString()).isEqualTo(401);
                    assertThat(forged.headers().firstValue("WWW-Authenticate"))
                            .hasValue("Bearer error=\"invalid_token\"");
                }
                asked.add(route.toString());
            }
        }
        assertThat(asked).hasSize((int) Route.all().stream()
                .filter(route -> route.callers().orElseThrow() instanceof Callers.Signed)
                .count());
    }

    @Test
    void every_route_of_the_staff_refuses_who_has_another_role() throws Exception {
        DeskBrowser partner = DeskBrowser.signedIn("fatu");
        String cookie = partner.cookies();
        for (Route route : Route.all()) {
            if (route.callers().orElseThrow() instanceof Callers.Signed signed
                    && !signed.roles().isEmpty()
                    && !signed.roles().contains(Role.PARTNER)) {
                HttpResponse<String> answer = ask(route, Map.of("Cookie", cookie, "Sec-Fetch-Site", "same-origin"));
                assertThat(answer.statusCode()).as(route.toString()).isEqualTo(403);
                HttpResponse<String> foreign = ask(route, Map.of("Cookie", cookie, "Sec-Fetch-Site", "cross-site"));
                assertThat(foreign.statusCode()).as(route.toString()).isEqualTo(403);
            }
        }
    }

    @Test
    void what_the_server_makes_by_itself_is_not_there() throws Exception {
        assertThat(send("GET", "/application.wadl", Map.of()).statusCode()).isEqualTo(404);
        for (String path : List.of("/", "/desk/sign-in", "/api/v1/ledger/head")) {
            assertThat(send("OPTIONS", path, Map.of()).statusCode()).as(path).isIn(404, 405);
        }
    }

    @Test
    void public_pages_set_no_cookie() throws Exception {
        for (Route route : Route.all()) {
            if (route.callers().orElseThrow() instanceof Callers.Anyone
                    && route.verb().equals("GET")
                    && !route.template().equals("/desk/sign-in")) {
                assertThat(ask(route, Map.of()).headers().allValues("Set-Cookie"))
                        .as(route.toString())
                        .isEmpty();
            }
        }
    }

    @Test
    void no_name_no_token_and_no_code_stands_in_the_log() throws Exception {
        DeskBrowser ama = new DeskBrowser();
        URI back = ama.callback("ama", "/desk");
        ama.get(back.toString());
        signedIn(ama);
        String log = Files.readString(logFile());
        String code = back.getRawQuery().replaceAll(".*code=([^&]*).*", "$1");
        assertThat(log).doesNotContain(code, "Kollie", ama.session(), "eyJ");
    }

    private boolean signedIn(DeskBrowser browser) {
        // Somebody who is signed in is led on at once, everybody else to Keycloak.
        return DeskBrowser.location(browser.get("/desk/sign-in?return=/desk")).equals(url("/desk"));
    }

    private static String forgedToken() {
        return RealmExamples.signed(
                RealmExamples.access().issuer(keycloakUrl() + "/realms/redress").build());
    }

    private static HttpResponse<String> ask(Route route, Map<String, String> headers) throws Exception {
        return send(route.verb(), route.example(), headers);
    }

    private static HttpResponse<String> send(String verb, String path, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(path))
                .timeout(Duration.ofSeconds(60))
                .method(verb, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void admin(String verb, String path, String json) throws Exception {
        String token = stack().keycloak().adminToken(stack().instance());
        HttpRequest request = HttpRequest.newBuilder(URI.create(keycloakUrl() + "/admin/realms/redress" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(verb, HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(204);
    }

    private static int sessions(String cookie) throws SQLException {
        return count("SELECT COUNT(*) FROM desk_session WHERE id_hash = ?", cookie);
    }

    private static int count(String sql, String cookie) throws SQLException {
        try (Connection connection = jdbc();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, Secrets.digest(cookie));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void change(String sql, String cookie) throws SQLException {
        assertThat(statement(sql, cookie)).isEqualTo(1);
    }

    private static int statement(String sql, String cookie) throws SQLException {
        try (Connection connection = jdbc();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, Secrets.digest(cookie));
            return statement.executeUpdate();
        }
    }

    /** Of how many people like this one the roles are known while they are not here: of one or of nobody. */
    private static int rolesKept(String actor) throws SQLException {
        try (Connection connection = jdbc();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT COUNT(*) FROM actor_role WHERE actor = ? AND roles <> ''")) {
            query.setString(1, actor);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** The back channel comes by another way than the test: it is waited for, with the patience of a slow machine. */
    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.holds() && System.nanoTime() < end) {
            LockSupport.parkNanos(200_000_000L);
        }
        assertThat(condition.holds()).isTrue();
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }
}
