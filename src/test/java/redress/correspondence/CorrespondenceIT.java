package redress.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import redress.DeskBrowser;
import redress.PortalTest;
import redress.complaint.ReceiptCode;

/** A complainant and the office write to each other; what is written is found by those alone who may read it. */
class CorrespondenceIT extends PortalTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** A complaint as its sender knows it. */
    private record Sent(ReceiptCode code, String number) {}

    private static Sent complaint(String narrative) throws Exception {
        ReceiptCode code = ReceiptCode.mint();
        String body = Json.createObjectBuilder()
                .add("receiptCode", code.digits())
                .add("narrative", narrative)
                .build()
                .toString();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(url("/api/v1/complaints"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new Sent(code, json(answer.body()).getString("number"));
    }

    @Test
    void the_complainant_writes_the_officer_sees_it_and_answers_and_the_complainant_reads_the_answer()
            throws Exception {
        Sent sent = complaint("They took my cart at the ferry.");
        HttpResponse<String> page = form("/track", Map.of("code", sent.code().grouped()));
        Document form = Jsoup.parse(page.body());
        assertThat(form.select("form[action$=/track/messages] [name=code]").val())
                .isEqualTo(sent.code().digits());
        String key = form.select("form[action$=/track/messages] [name=key]").val();
        Map<String, String> typed =
                Map.of("code", sent.code().digits(), "key", key, "text", "The cart was <b>blue</b>.\r\nWhere is it?");
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> told = form("/track/messages", typed);
            assertThat(told.statusCode()).isEqualTo(200);
            assertThat(told.body())
                    .contains("Your message has arrived.")
                    .containsOnlyOnce("The cart was &lt;b&gt;blue&lt;/b&gt;.\nWhere is it?");
            assertThat(told.uri().toString()).doesNotContain(sent.code().digits());
            assertThat(told.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        }

        DeskBrowser ama = DeskBrowser.signedIn("ama");
        assertThat(ama.get("/desk?queue=all&text=" + sent.number()).body()).contains("New message");
        assertThat(ama.get("/desk/complaints/" + sent.number()).body())
                .contains("Message from the complainant")
                .contains("The cart was &lt;b&gt;blue&lt;/b&gt;.");
        HttpResponse<String> answered = ama.post(
                "/desk/complaints/" + sent.number() + "/records",
                Map.of("kind", "message", "key", "1", "messageText", "It stands at the north gate."));
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(303);
        assertThat(ama.get(DeskBrowser.location(answered).toString()).body())
                .contains("It was kept with the complaint.")
                .contains("It stands at the north gate.");
        assertThat(ama.get("/desk?queue=all&text=" + sent.number()).body()).doesNotContain("New message");

        assertThat(form("/track", Map.of("code", sent.code().grouped())).body())
                .contains("It stands at the north gate.");
        JsonArray messages = track(sent).getJsonArray("messages");
        assertThat(messages).hasSize(2);
        assertThat(messages.getJsonObject(0).getString("from")).isEqualTo("complainant");
        assertThat(messages.getJsonObject(1).getString("text")).isEqualTo("It stands at the north gate.");
    }

    @Test
    void what_does_not_hold_is_told_beside_the_field_and_comes_back_as_typed() throws Exception {
        Sent sent = complaint("They searched my shop.");
        Map<String, String> blank = Map.of("code", sent.code().digits(), "text", " \u0000 ");
        assertThat(form("/track/messages", blank).statusCode()).isEqualTo(400);
        assertThat(form("/track/messages", blank).body()).contains("Write your message");
        String longer = "word ".repeat(900);
        HttpResponse<String> told =
                form("/track/messages", Map.of("code", sent.code().digits(), "text", longer));
        assertThat(told.statusCode()).isEqualTo(400);
        assertThat(told.body()).contains("longer than 4,000 characters").contains(longer.strip());
        assertThat(form("/track/messages", Map.of("text", "x")).body()).contains("Type the receipt number");
        assertThat(form("/track/messages", Map.of("code", "12", "text", "x")).body())
                .contains("a digit is wrong");
        assertThat(form("/track/messages", Map.of("code", ReceiptCode.mint().digits(), "text", "x"))
                        .body())
                .contains("We do not know this number");
        assertThat(write(ReceiptCode.mint(), "{\"text\":\"x\"}").statusCode()).isEqualTo(404);
        for (String body : List.of("", "[]", "{\"text\":1}", "{}", "{\"text\":\"" + longer + "\"}", "\u0000")) {
            assertThat(write(sent.code(), body).statusCode()).as(body).isEqualTo(400);
        }
        byte[] notUtf8 = "{\"text\":\"Uzeli su džem.\"}".getBytes(Charset.forName("windows-1250"));
        assertThat(write(sent.code(), HttpRequest.BodyPublishers.ofByteArray(notUtf8))
                        .body())
                .contains("/problems/unreadable-json");
        assertThat(track(sent).getJsonArray("messages")).isEmpty();

        DeskBrowser ama = DeskBrowser.signedIn("ama");
        Map<String, String> letter = new HashMap<>(Map.of("kind", "letter", "letterText", "Dear colleague"));
        letter.put("letterDated", "soon");
        HttpResponse<String> refused = ama.post("/desk/complaints/" + sent.number() + "/records", letter);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Write to whom or from whom the letter is")
                .contains("Write the day of the letter")
                .contains("Dear colleague</textarea>");
        assertThat(ama.post("/desk/complaints/" + sent.number() + "/records", Map.of("kind", "poem"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_message_that_comes_while_somebody_decides_causes_no_conflict() throws Exception {
        Sent sent = complaint("They held my brother.");
        int version = sheet(sent).getInt("version");
        assertThat(write(sent.code(), "{\"text\":\"He is free now.\"}").statusCode())
                .isEqualTo(201);
        HttpResponse<String> decided = api(
                "/api/v1/complaints/" + sent.number() + "/triage",
                "{\"route\":\"MEDIATE\",\"reason\":\"Both sides want to talk.\",\"version\":" + version + "}");
        assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);
    }

    @Test
    void a_letter_is_found_by_its_words_and_a_note_only_by_those_who_work_on_complaints() throws Exception {
        Sent sent = complaint("They broke the gate, word gatesparrow.");
        DeskBrowser auditor = DeskBrowser.signedIn("audrey");
        String letter = record(
                sent,
                "{\"kind\":\"LETTER\",\"party\":\"The harbour master\",\"subject\":\"The gate\",\"dated\":\"2026-11-20\","
                        + "\"text\":\"We ask for the lettersparrow of that night.\"}");
        String before = facts(auditor, letter);
        String act = record(sent, "{\"kind\":\"NOTE\",\"text\":\"The guard is notesparrow to the gatesparrow.\"}");

        JsonObject found = search("lettersparrow", act);
        assertThat(found.getInt("count")).isEqualTo(1);
        assertThat(found.getJsonArray("hits").getJsonObject(0).getString("in")).isEqualTo("letter");
        assertThat(search("letter:\"harbour master\"", act).getInt("count")).isPositive();
        assertThat(search("note:notesparrow", act).getInt("count")).isEqualTo(1);
        assertThat(search("notesparrow", act)
                        .getJsonArray("hits")
                        .getJsonObject(0)
                        .getString("in"))
                .isEqualTo("note");
        assertThat(DeskBrowser.signedIn("ama")
                        .get("/desk/search?q=lettersparrow&act=" + act)
                        .body())
                .contains("In a letter:")
                .contains("<mark>lettersparrow</mark>");

        assertThat(facts(auditor, act)).isEqualTo(before);
        assertThat(auditor.get("/desk/search?q=lettersparrow&act=" + act).body())
                .contains(sent.number());
        assertThat(auditor.get("/desk/search?q=notesparrow&act=" + act).body()).doesNotContain(sent.number());
        assertThat(auditor.get("/desk/complaints/" + sent.number()).body())
                .contains("lettersparrow")
                .doesNotContain("notesparrow")
                .doesNotContain("Write an internal note");
        assertThat(auditor.post(
                                "/desk/complaints/" + sent.number() + "/records",
                                Map.of("kind", "note", "noteText", "An auditor only reads."))
                        .statusCode())
                .isEqualTo(403);
        assertThat(track(sent).toString()).doesNotContain("sparrow");
    }

    /** What the auditor's page says to three questions, without the address in which the act stands. */
    private static String facts(DeskBrowser auditor, String act) {
        return List.of("notesparrow", "note:notesparrow", "gatesparrow").stream()
                .map(q -> auditor.get("/desk/search?q=" + q + "&act=" + act).body())
                .map(page -> page.replace(act, "ACT"))
                .collect(Collectors.joining());
    }

    @Test
    void erased_words_are_gone_from_the_page_and_from_the_search() throws Exception {
        Sent sent = complaint("They kept my papers.");
        record(sent, "{\"kind\":\"MESSAGE\",\"text\":\"Ask for erasesparrow.\"}");
        DeskBrowser supervisor = DeskBrowser.signedIn("senad");
        Document page =
                Jsoup.parse(supervisor.get("/desk/complaints/" + sent.number()).body());
        assertThat(page.select("#records li")).hasSize(1);
        String id = json(get("/api/v1/complaints/" + sent.number() + "/records"))
                .getJsonArray("records")
                .getJsonObject(0)
                .getString("id");
        HttpResponse<String> refused =
                send(HttpRequest.newBuilder(url("/api/v1/complaints/" + sent.number() + "/records/" + id))
                        .header("Authorization", "Bearer " + scriptToken())
                        .DELETE());
        assertThat(refused.statusCode()).isEqualTo(403);
        HttpResponse<String> erased =
                send(HttpRequest.newBuilder(url("/api/v1/complaints/" + sent.number() + "/records/" + id))
                        .header("Cookie", supervisor.cookies())
                        .header("Sec-Fetch-Site", "same-origin")
                        .DELETE());
        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
        assertThat(search("erasesparrow", json(erased.body()).getString("act")).getInt("count"))
                .isZero();
        assertThat(track(sent).getJsonArray("messages").getJsonObject(0).isNull("text"))
                .isTrue();
        assertThat(form("/track", Map.of("code", sent.code().digits())).body()).contains("The words were erased.");
    }

    @Test
    void the_pages_are_whole_on_a_small_phone_and_have_no_fault_that_a_machine_can_find() throws Exception {
        Sent sent = complaint("They took my boat.");
        for (String text : List.of("Is there any news?", "w".repeat(300))) {
            write(sent.code(), "{\"text\":\"" + text + "\"}");
        }
        record(sent, "{\"kind\":\"NOTE\",\"text\":\"Ask the harbour master.\"}");
        record(
                sent,
                "{\"kind\":\"LETTER\",\"party\":\"The harbour master\",\"subject\":\"A boat\",\"dated\":\"2026-11-20\","
                        + "\"text\":\"Dear colleague,\\nwhere is the boat?\"}");
        DeskBrowser ama = DeskBrowser.signedIn("ama");
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of("--no-sandbox")))) {
            for (int width : List.of(360, 1280)) {
                BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 740)
                        .setBypassCSP(true)
                        .setExtraHTTPHeaders(Map.of("Cookie", ama.cookies())));
                Page page = context.newPage();
                page.navigate(baseUrl() + "/track");
                page.locator("[name=code]").fill(sent.code().digits());
                page.locator("main button").first().click();
                page.locator("[name=text]").fill("One more thing.");
                page.locator("form[action$='/track/messages'] button").click();
                assertThat(page.locator("main").innerText()).contains("Your message has arrived.");
                fits(page, "found-" + width);
                page.locator("form[action$='/track/messages'] button").click();
                assertThat(page.locator(".govuk-error-summary").innerText()).contains("Write your message");
                fits(page, "found-error-" + width);
                page.navigate(baseUrl() + "/desk/complaints/" + sent.number());
                page.locator("#records details summary").all().forEach(com.microsoft.playwright.Locator::click);
                fits(page, "records-" + width);
                context.close();
            }
        }
    }

    private static void fits(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/shots/" + name + ".png"))
                .setFullPage(true));
        assertThat(new AxeBuilder(page).withTags(STANDARD).analyze().getViolations())
                .as(name)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
        Object wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wide).intValue()).as(name).isZero();
    }

    private static String record(Sent sent, String body) throws Exception {
        HttpResponse<String> answer = api("/api/v1/complaints/" + sent.number() + "/records", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer.body()).getString("act");
    }

    private static JsonObject search(String text, String act) throws Exception {
        return json(get("/api/v1/search?act=" + act + "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)));
    }

    private static JsonObject sheet(Sent sent) throws Exception {
        return json(get("/api/v1/complaints/" + sent.number()));
    }

    private static JsonObject track(Sent sent) throws Exception {
        return json(send(HttpRequest.newBuilder(url("/api/v1/complaints/track"))
                        .header("Receipt-Code", sent.code().digits())
                        .GET())
                .body());
    }

    private static HttpResponse<String> write(ReceiptCode code, String body) throws Exception {
        return write(code, HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> write(ReceiptCode code, HttpRequest.BodyPublisher body) throws Exception {
        return send(HttpRequest.newBuilder(url("/api/v1/complaints/track/messages"))
                .header("Receipt-Code", code.digits())
                .header("Content-Type", "application/json")
                .POST(body));
    }

    private static String get(String path) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(url(path))
                .header("Authorization", "Bearer " + scriptToken())
                .GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> api(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(url(path))
                .header("Authorization", "Bearer " + scriptToken())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> form(String path, Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(url(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
