package redress.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import redress.PortalTest;
import redress.complaint.ReceiptCode;

/**
 * Documents of a complaint in the running portal: added, read by a process of their own, found, handed out, refused.
 */
class EvidenceIT extends PortalTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void a_word_inside_a_document_is_found_and_the_document_comes_back_as_it_was_sent() throws Exception {
        String number = submitted("They kept me at the post until dawn.");
        byte[] content = Papers.pdf("The duty book says quillbaton at 02:10");
        JsonObject added = json(add(number, "C:\\scan\\Duty book.exe", content), 201);
        assertThat(added.getString("name")).isEqualTo("Duty book.exe.pdf");
        assertThat(added.getString("sha256")).isEqualTo(hex(content));
        JsonObject found = awaited("quillbaton");
        assertThat(found.toString()).contains(number);
        assertThat(json(get("/api/v1/search?q=document:quillbaton"), 200).getInt("count"))
                .isEqualTo(1);
        assertThat(json(get("/api/v1/search?q=quillbaton&in=narrative"), 200).getInt("count"))
                .isZero();

        String address = "/api/v1/complaints/" + number + "/documents/" + added.getString("document");
        assertThat(json(get(address), 200).getString("words")).contains("quillbaton at 02:10");
        HttpResponse<byte[]> taken =
                CLIENT.send(request(address + "/content").build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(taken.body()).isEqualTo(content);
        assertThat(taken.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"Duty book.exe.pdf\"");
        assertThat(taken.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(json(get("/api/v1/complaints/" + number), 200).toString())
                .contains("DOCUMENT_ADDED", "DOCUMENT_READ", "DOCUMENT_OPENED");
        assertThat(parts(number)).doesNotContain("duty book").doesNotContain("%PDF");
    }

    @Test
    void from_outside_the_compartment_a_document_is_neither_found_nor_listed_nor_handed_out_nor_added()
            throws Exception {
        String number = submitted("A statement is attached.", ",\"categories\":[\"sexual_violence\"]");
        String compartment = one("SELECT compartment FROM complaint WHERE number = ?", number);
        assertThat(compartment).isNotEqualTo("open");
        String address = "/api/v1/complaints/" + number + "/documents";
        assertThat(get(address).statusCode()).isEqualTo(404);
        String me = me();
        change("INSERT INTO compartment_member (compartment, actor) VALUES (?, ?)", compartment, me);
        JsonObject added = json(add(number, "statement.txt", Papers.text("He wrote quillwhistle on it.")), 201);
        awaited("quillwhistle");
        change("DELETE FROM compartment_member WHERE compartment = ? AND actor = ?", compartment, me);
        for (String asked : new String[] {
            address,
            address + "/" + added.getString("document"),
            address + "/" + added.getString("document") + "/content"
        }) {
            assertThat(get(asked).statusCode()).as(asked).isEqualTo(404);
        }
        assertThat(add(number, "more.txt", Papers.text("more")).statusCode()).isEqualTo(404);
        assertThat(json(get("/api/v1/search?q=quillwhistle"), 200).getInt("count"))
                .isZero();
        String own = submitted("Nothing is attached here.");
        assertThat(get("/api/v1/complaints/" + own + "/documents/" + added.getString("document"))
                        .statusCode())
                .as("the document of another complaint")
                .isEqualTo(404);
    }

    @Test
    void what_is_not_taken_is_refused_with_the_reason() throws Exception {
        String number = submitted("They sent me a program.");
        HttpResponse<String> program = add(number, "photo.jpg", "MZ\220\0 program".getBytes(ISO_8859_1));
        assertThat(json(program, 400).toString()).contains("Programs and scripts are not taken");
        assertThat(add(number, "large.txt", new byte[11 * 1024 * 1024]).statusCode())
                .isEqualTo(413);
        byte[] once = Papers.text("The same words twice.");
        json(add(number, "a.txt", once), 201);
        assertThat(json(add(number, "b.txt", once), 400).toString()).contains("attached already");
        assertThat(json(get("/api/v1/complaints/" + number + "/documents"), 200).getJsonArray("documents"))
                .hasSize(1);
    }

    @Test
    void an_officer_adds_a_document_on_the_page_without_scripts_and_takes_it_out_again() throws Exception {
        String number = submitted("I have the paper that they gave me.");
        byte[] content = Papers.docx("The receipt says quillgoods");
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(java.util.List.of("--no-sandbox")));
                BrowserContext plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
                BrowserContext scripted = browser.newContext()) {
            Page page = signedIn(plain, number);
            page.setInputFiles("#file", new FilePayload("run.exe", "", "MZ\220\0".getBytes(ISO_8859_1)));
            page.click("#documents button");
            assertThat(page.locator("#file-error").textContent()).contains("Programs and scripts are not taken");
            picture(page, "refused");
            page.setInputFiles("#file", new FilePayload("Потврда.docx", "", content));
            page.click("#documents button");
            assertThat(page.url()).contains("/desk/complaints/" + number + "?document=");
            assertThat(page.locator("#documents").textContent())
                    .contains("Потврда.docx", "Word document", hex(content), "by Ama");
            picture(page, "added");
            byte[] taken = plain.request()
                    .get(baseUrl() + page.locator("#documents a").getAttribute("href"))
                    .body();
            assertThat(taken).isEqualTo(content);
            awaited("quillgoods");
            Page checked = signedIn(scripted, number);
            assertThat(new AxeBuilder(checked).analyze().getViolations()).isEmpty();
            checked.navigate(baseUrl() + "/desk/search?q=quillgoods");
            assertThat(checked.locator("main").textContent()).contains(number, "document");
            picture(checked, "found");
            checked.navigate(baseUrl() + "/desk/complaints/" + number + "/documents");
            assertThat(new AxeBuilder(checked).analyze().getViolations()).isEmpty();
        }
    }

    @Test
    void whoever_holds_the_code_hands_in_a_document_and_learns_nothing_else() throws Exception {
        ReceiptCode code = ReceiptCode.mint();
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(url("/api/v1/complaints"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"narrative\":\"I will bring the letter.\","
                                + "\"receiptCode\":\"" + code.grouped() + "\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String number = json(answer, 201).getString("number");
        byte[] letter = Papers.odt("The letter says quillsummons");
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(java.util.List.of("--no-sandbox")));
                BrowserContext plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
                BrowserContext scripted = browser.newContext()) {
            Page page = plain.newPage();
            page.navigate(baseUrl() + "/track/document");
            page.fill("#code", ReceiptCode.mint().grouped());
            page.setInputFiles("#file", new FilePayload("letter.odt", "", letter));
            page.click("main button");
            assertThat(page.locator("#code-error").textContent()).contains("no complaint with this receipt number");
            page.fill("#code", code.grouped());
            page.setInputFiles("#file", new FilePayload("letter.odt", "", letter));
            page.click("main button");
            assertThat(page.locator("main").textContent())
                    .contains("Your document arrived")
                    .doesNotContain("letter.odt");
            assertThat(page.content()).doesNotContain(code.grouped()).doesNotContain(number);
            picture(page, "handed-in");
            page.navigate(baseUrl() + "/track");
            page.fill("input[name=code]", code.grouped());
            page.click("main button");
            page.click("button:has-text('Add a document to your complaint')");
            assertThat(page.locator("#code").count())
                    .as("the code was typed a moment ago")
                    .isZero();
            page.click("main button");
            assertThat(page.locator("#file-error").textContent()).contains("Choose a file");
            page.setInputFiles("#file", new FilePayload("list.txt", "", "Seen twice.".getBytes(UTF_8)));
            page.click("main button");
            assertThat(page.locator("main").textContent()).contains("Your document arrived");
            assertThat(page.url()).doesNotContainPattern("[0-9]{6}");
            picture(page, "handed-in-carried");
            Page checked = scripted.newPage();
            checked.navigate(baseUrl() + "/sr-Cyrl/track/document");
            assertThat(new AxeBuilder(checked).analyze().getViolations()).isEmpty();
            picture(checked, "handing-in");
        }
        assertThat(json(get("/api/v1/complaints/" + number + "/documents"), 200)
                        .getJsonArray("documents")
                        .getValuesAs(JsonObject.class))
                .hasSize(2)
                .extracting(document -> document.getString("sha256"))
                .contains(hex(letter));
        assertThat(awaited("quillsummons").toString()).contains(number);
    }

    private static Page signedIn(BrowserContext context, String number) {
        Page page = context.newPage();
        page.navigate(baseUrl() + "/desk/complaints/" + number);
        page.fill("#username", "ama");
        page.fill("#password", "ama-demo");
        page.click("#kc-login");
        page.waitForURL("**/desk/complaints/" + number);
        return page;
    }

    /** For somebody to look at; where nobody asked for pictures, none is made. */
    static void picture(Page page, String name) {
        String folder = System.getProperty("redress.pictures");
        if (folder == null) {
            return;
        }
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, "evidence-" + name + "-" + width + ".png"))
                    .setFullPage(true));
        }
    }

    /** The index follows after the reader: both take a moment. */
    static JsonObject awaited(String word) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        JsonObject found = json(get("/api/v1/search?q=" + word), 200);
        while (found.getInt("count") == 0 && System.nanoTime() < end) {
            Thread.sleep(500);
            found = json(get("/api/v1/search?q=" + word), 200);
        }
        assertThat(found.getInt("count")).as(word).isEqualTo(1);
        return found;
    }

    /** Who the token's bearer is, as the ledger knows it. */
    private static String me() throws Exception {
        String number = submitted("Somebody opens this one.");
        json(get("/api/v1/complaints/" + number), 200);
        return one(
                "SELECT a.actor FROM act a JOIN complaint c ON c.id = a.subject WHERE c.number = ?"
                        + " AND a.kind = 'COMPLAINT_OPENED'",
                number);
    }

    static String submitted(String narrative) throws Exception {
        return submitted(narrative, "");
    }

    static String submitted(String narrative, String more) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(url("/api/v1/complaints"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"narrative\":\"" + narrative + "\"" + more + "}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return json(answer, 201).getString("number");
    }

    static HttpResponse<String> add(String number, String name, byte[] content) throws Exception {
        String coded = java.net.URLEncoder.encode(name, UTF_8);
        return CLIENT.send(
                request("/api/v1/complaints/" + number + "/documents?name=" + coded)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url(path)).header("Authorization", "Bearer " + scriptToken());
    }

    static JsonObject json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    static String hex(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    static void change(String sql, String... values) throws Exception {
        try (Connection connection = jdbc();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    static String one(String sql, String value) throws Exception {
        try (Connection connection = jdbc();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, value);
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }

    /** What the database holds of the content. */
    private static String parts(String number) throws Exception {
        try (Connection connection = jdbc();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT p.sealed FROM document_part p JOIN document d"
                                + " ON d.id = p.document_id JOIN complaint c ON c.id = d.complaint_id WHERE c.number = ?")) {
            query.setString(1, number);
            StringBuilder all = new StringBuilder();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    all.append(new String(rows.getBytes(1), ISO_8859_1));
                }
            }
            assertThat(all).isNotEmpty();
            return all.toString();
        }
    }
}
