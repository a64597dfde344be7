package redress.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import jakarta.json.JsonObject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.DeskBrowser;
import redress.PortalTest;

/** A document is removed for good in the running portal: what goes, what stays, who may. */
class RemovalIT extends PortalTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static DeskBrowser supervisor;

    @BeforeAll
    static void a_supervisor_signs_in() {
        supervisor = DeskBrowser.signedIn("senad");
    }

    @Test
    void of_a_removed_document_no_word_name_or_hash_is_left_and_everybody_sees_that_it_was_there() throws Exception {
        String number = EvidenceIT.submitted("They gave me a paper with a stamp.");
        byte[] content = Papers.odt("The stamp says quillheron");
        JsonObject added = EvidenceIT.json(EvidenceIT.add(number, "Heronry list.odt", content), 201);
        EvidenceIT.awaited("quillheron");
        assertThat(columnsWith("quillheron", "Heronry")).contains("document.text", "document.name");

        JsonObject after = EvidenceIT.json(remove(number, added, "THIRD_PERSON"), 200);
        assertThat(after.getJsonArray("documents")).isEmpty();
        JsonObject left = after.getJsonArray("removed").getJsonObject(0);
        assertThat(left.getString("document")).isEqualTo(added.getString("document"));
        assertThat(left.getString("reason")).isEqualTo("THIRD_PERSON");
        assertThat(left.toString()).doesNotContain("Heronry", EvidenceIT.hex(content));
        assertThat(EvidenceIT.json(EvidenceIT.get("/api/v1/search?q=quillheron&act=" + after.getString("act")), 200)
                        .getInt("count"))
                .isZero();
        assertThat(columnsWith("quillheron", "Heronry")).isEmpty();
        assertThat(EvidenceIT.one(
                        "SELECT COUNT(*) FROM document_part WHERE document_id = ?",
                        Long.toString(redress.time.Ids.parse(added.getString("document")))))
                .isEqualTo("0");
        for (String part : new String[] {"", "/content"}) {
            HttpResponse<String> gone = EvidenceIT.get(address(number, added) + part);
            assertThat(EvidenceIT.json(gone, 410).getString("type")).isEqualTo("/problems/document-removed");
        }
        assertThat(supervisor.get("/desk/complaints/" + number).body())
                .contains("OpenDocument text, added", "It puts somebody at risk", "Document removed")
                .doesNotContain("Heronry");
        EvidenceIT.json(EvidenceIT.add(number, "Heronry list.odt", content), 201);
    }

    @Test
    void nobody_but_a_supervisor_or_commissioner_who_sees_the_complaint_removes_and_nobody_without_a_reason()
            throws Exception {
        String number = EvidenceIT.submitted("I have a letter.");
        JsonObject added = EvidenceIT.json(EvidenceIT.add(number, "letter.txt", Papers.text("quilllark")), 201);
        String page = "/desk/complaints/" + number + "/documents/" + added.getString("document") + "/removal";
        assertThat(CLIENT.send(
                                HttpRequest.newBuilder(url(address(number, added) + "?reason=HARMFUL"))
                                        .header("Authorization", "Bearer " + scriptToken())
                                        .DELETE()
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .as("an intake officer adds and does not remove")
                .isEqualTo(403);
        DeskBrowser intake = DeskBrowser.signedIn("ama");
        assertThat(intake.get(page).statusCode()).isEqualTo(403);
        assertThat(intake.post(page, Map.of("reason", "HARMFUL")).statusCode()).isEqualTo(403);
        assertThat(intake.get("/desk/complaints/" + number + "/documents").body())
                .contains("letter.txt")
                .doesNotContain("/removal");
        assertThat(EvidenceIT.json(remove(number, added, "BOREDOM"), 400).toString())
                .contains("Choose why the document is removed");
        String opened = opened(number);
        assertThat(supervisor.get(page).body()).contains("letter.txt");
        assertThat(opened(number))
                .as("who reads the name of a document has opened the list")
                .isNotEqualTo(opened);
        assertThat(supervisor.post(page, Map.of()).statusCode()).isEqualTo(400);
        String other = EvidenceIT.submitted("Another complaint.");
        assertThat(remove(other, added, "HARMFUL").statusCode())
                .as("the document of another complaint")
                .isEqualTo(404);
        EvidenceIT.change("UPDATE complaint SET compartment = 'sealed-it' WHERE number = ?", number);
        assertThat(remove(number, added, "HARMFUL").statusCode()).isEqualTo(404);
        assertThat(supervisor.get(page).statusCode()).isEqualTo(404);
        EvidenceIT.change("UPDATE complaint SET compartment = 'open' WHERE number = ?", number);
        assertThat(EvidenceIT.json(EvidenceIT.get("/api/v1/complaints/" + number + "/documents"), 200)
                        .getJsonArray("documents"))
                .hasSize(1);
    }

    @Test
    void of_several_who_remove_the_same_document_at_once_one_does_and_the_others_are_told_that_it_is_gone()
            throws Exception {
        String number = EvidenceIT.submitted("I have a list.");
        JsonObject added = EvidenceIT.json(EvidenceIT.add(number, "list.txt", Papers.text("quillwren")), 201);
        List<Integer> told = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                all.add(() -> remove(number, added, "TAKEN_BACK").statusCode());
            }
            for (Future<Integer> each : crowd.invokeAll(all)) {
                told.add(each.get());
            }
        }
        assertThat(told).containsExactlyInAnyOrder(200, 410, 410, 410, 410, 410);
        assertThat(EvidenceIT.one(
                        "SELECT COUNT(*) FROM act a JOIN complaint c ON c.id = a.subject WHERE c.number = ?"
                                + " AND a.kind = 'DOCUMENT_REMOVED'",
                        number))
                .isEqualTo("1");
    }

    @Test
    void a_document_that_is_removed_while_it_is_read_leaves_nothing_and_the_next_one_is_read() throws Exception {
        String number = EvidenceIT.submitted("I have two papers.");
        byte[] nested = Papers.text("<p>quillmartin</p>" + "<div>".repeat(100_000));
        JsonObject slow = EvidenceIT.json(EvidenceIT.add(number, "slow.html", nested), 201);
        EvidenceIT.json(remove(number, slow, "HARMFUL"), 200);
        EvidenceIT.json(EvidenceIT.add(number, "next.txt", Papers.text("quillswift")), 201);
        EvidenceIT.awaited("quillswift");
        assertThat(columnsWith("quillmartin")).isEmpty();
        assertThat(EvidenceIT.json(EvidenceIT.get("/api/v1/search?q=quillmartin"), 200)
                        .getInt("count"))
                .isZero();
    }

    @Test
    void a_supervisor_removes_a_document_on_the_page_by_keyboard_without_scripts() throws Exception {
        String number = EvidenceIT.submitted("A photograph of somebody else is attached.");
        EvidenceIT.json(EvidenceIT.add(number, "Somebody else.txt", Papers.text("quillrobin")), 201);
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of("--no-sandbox")));
                BrowserContext plain = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
                BrowserContext scripted = browser.newContext()) {
            Page page = signedIn(plain, number);
            page.focus("#documents a[href$='/removal']");
            pressed(page, "Enter", "/removal");
            String removal = page.url();
            assertThat(page.locator("main").textContent()).contains("Somebody else.txt", "will be removed for good");
            page.focus("main button");
            page.keyboard().press("Enter");
            page.waitForSelector("#reason-error");
            assertThat(page.locator("#reason-error").textContent()).contains("Choose why the document is removed");
            EvidenceIT.picture(page, "removal-refused");
            page.focus("#reason");
            page.keyboard().press("Space");
            assertThat(page.isChecked("#reason")).isTrue();
            page.focus("main button");
            pressed(page, "Enter", "/documents?removed=");
            assertThat(page.locator("main").textContent())
                    .contains("The document was removed", "Removed", "It belongs to another complaint", "Senad")
                    .doesNotContain("Somebody else.txt");
            EvidenceIT.picture(page, "removed");
            page.navigate(removal);
            assertThat(page.locator("main").textContent()).contains("This was removed");
            EvidenceIT.json(EvidenceIT.add(number, "again.txt", Papers.text("quillrobin again")), 201);
            Page checked = signedIn(scripted, number);
            assertThat(new AxeBuilder(checked).analyze().getViolations()).isEmpty();
            checked.click("#documents a[href$='/removal']");
            assertThat(new AxeBuilder(checked).analyze().getViolations()).isEmpty();
            EvidenceIT.picture(checked, "removal");
        }
    }

    /** A key that leads to another page: the keyboard waits for no page by itself. */
    private static void pressed(Page page, String key, String to) {
        page.keyboard().press(key);
        page.waitForURL(url -> url.contains(to));
    }

    private static Page signedIn(BrowserContext context, String number) {
        Page page = context.newPage();
        page.navigate(baseUrl() + "/desk/complaints/" + number);
        page.fill("#username", "senad");
        page.fill("#password", "senad-demo");
        page.click("#kc-login");
        page.waitForURL("**/desk/complaints/" + number);
        return page;
    }

    private static String opened(String number) throws Exception {
        return EvidenceIT.one(
                "SELECT COUNT(*) FROM act a JOIN complaint c ON c.id = a.subject WHERE c.number = ?"
                        + " AND a.kind = 'COMPLAINT_OPENED'",
                number);
    }

    private static String address(String number, JsonObject document) {
        return "/api/v1/complaints/" + number + "/documents/" + document.getString("document");
    }

    private static HttpResponse<String> remove(String number, JsonObject document, String reason) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(url(address(number, document) + "?reason=" + reason))
                        .header("Cookie", supervisor.cookies())
                        .header("Sec-Fetch-Site", "same-origin")
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** Every column of the whole database in which one of the words stands. */
    private static List<String> columnsWith(String... words) throws Exception {
        List<String> found = new ArrayList<>();
        try (Connection connection = jdbc();
                Statement statement = connection.createStatement()) {
            List<String[]> columns = new ArrayList<>();
            try (ResultSet all = statement.executeQuery("SELECT table_name, column_name FROM information_schema.columns"
                    + " WHERE table_schema = DATABASE() AND (data_type LIKE '%text' OR data_type LIKE '%char'"
                    + " OR data_type LIKE '%blob' OR data_type LIKE '%binary')")) {
                while (all.next()) {
                    columns.add(new String[] {all.getString(1), all.getString(2)});
                }
            }
            assertThat(columns).hasSizeGreaterThan(50);
            for (String[] column : columns) {
                for (String word : words) {
                    try (ResultSet holds = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM `" + column[0]
                            + "` WHERE LOCATE('" + word + "', `" + column[1] + "`) > 0)")) {
                        holds.next();
                        if (holds.getInt(1) == 1) {
                            found.add(column[0] + "." + column[1]);
                        }
                    }
                }
            }
        }
        return found;
    }
}
