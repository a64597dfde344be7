package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redress.PortalTest;
import redress.ledger.ActRows;
import redress.time.Ids;

/**
 * What words tell about a service that this class makes: ten posts with three complaints each of which no two are
 * alike, and one with more, that have a lorry in common, and a letter that was sent three times.
 */
class ToldIT extends PortalTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int POSTS = 11;
    private static final String WINDOW = "&from=2003-01&to=2003-12";
    private static final List<Long> UNITS = new ArrayList<>();
    private static final String[] THINGS = {
        "radio",
        "bicycle",
        "blanket",
        "lantern",
        "kettle",
        "mattress",
        "basket",
        "sewing machine",
        "fishing net",
        "goat"
    };
    private static final String[] WHERE = {"by the harbour", "near the school", "behind the church"};
    private static final List<String> SAID = List.of(
            "An ivory lorry stopped and four men beat my brother until he could not stand any more.",
            "My daughter was pulled from her stall, they drove away with the ivory lorry at once.",
            "At dusk the ivory lorry came again and they asked everybody in the lane for money.",
            "Those who came with the ivory lorry broke our door, nobody showed any paper.",
            "I wrote down nothing, it was dark, but it was an ivory lorry with one lamp.");

    private static final String LETTER =
            "We ask that the officer who shut the well of our village be named, and that the"
                    + " well be opened again for all who live here";

    @BeforeAll
    static void makes_a_service() throws Exception {
        change("INSERT INTO institution (code, name, kind) VALUES ('it-told', 'Told Service', 'it')");
        for (int post = 0; post < POSTS; post++) {
            long unit = Ids.next();
            UNITS.add(unit);
            change(
                    "INSERT INTO unit (id, institution_code, code, name, kind) VALUES (?, 'it-told', ?, ?, 'it-told')",
                    unit,
                    "P" + post,
                    "Post " + post);
        }
        for (int post = 1; post < POSTS; post++) {
            for (String where : WHERE) {
                complaint(post, "They came " + where + " and kept the " + THINGS[post - 1] + " without a receipt.");
            }
        }
        for (String said : SAID) {
            complaint(0, said);
        }
        for (String ending : List.of("", " today", " and for their cattle")) {
            complaint(0, LETTER + ending);
        }
        try (Connection connection = jdbc()) {
            ActRows.rosterChanged(connection);
        }
        for (int wait = 0; wait < 100 && copies("unit=it-told" + WINDOW).getInt("texts") < 38; wait++) {
            Thread.onSpinWait();
        }
    }

    private static String complaint(int post, String narrative) throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(url("/api/v1/complaints"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(Json.createObjectBuilder()
                                .add("narrative", narrative)
                                .build()
                                .toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String number = json(answer.body()).getString("number");
        change(
                "UPDATE incident i JOIN complaint c ON c.incident_id = i.id SET i.began_on = '2003-05-05',"
                        + " i.date_precision = 'DAY', i.unit_id = ? WHERE c.number = ?",
                UNITS.get(post),
                number);
        return number;
    }

    @Test
    void words_that_only_one_post_says_and_a_letter_that_was_copied_are_shown() throws Exception {
        JsonObject told = told("unit=it-told/P0" + WINDOW);
        JsonObject unusual = told.getJsonObject("unusual");
        assertThat(unusual.getInt("inScope")).isEqualTo(6);
        assertThat(unusual.getInt("outside")).isEqualTo(30);
        assertThat(unusual.getJsonArray("found").stream()
                        .map(JsonValue::asJsonObject)
                        .collect(Collectors.toMap(each -> each.getString("text"), each -> each.getInt("here"))))
                .containsEntry("ivory lorry", 5)
                .doesNotContainKeys("well", "village");
        assertThat(unusual.getInt("left")).isZero();
        JsonObject copies = told.getJsonObject("copies");
        assertThat(copies.getInt("complaints")).isEqualTo(3);
        assertThat(copies.getInt("left")).isZero();
        assertThat(copies.getJsonArray("groups")).hasSize(1);
        assertThat(copies.getJsonArray("groups").getJsonObject(0).getJsonArray("copies"))
                .hasSize(2);
    }

    @Test
    void others_are_looked_for_beside_each_complaint_and_no_pair_is_shown_without_enough_for_it() throws Exception {
        // Among so few complaints no word is rare, so nothing need be found here; LinkCheckTest holds what is.
        JsonObject links = told("unit=it-told/P0" + WINDOW).getJsonObject("links");
        assertThat(links.getInt("asked")).isEqualTo(8);
        assertThat(links.getInt("left")).isZero();
        assertThat(links.getJsonArray("found")).allSatisfy(link -> {
            assertThat(link.asJsonObject().getJsonNumber("log10").doubleValue())
                    .isGreaterThanOrEqualTo(LinkCheck.LEAST);
            assertThat(link.asJsonObject().getJsonArray("reasons")).isNotEmpty();
        });
    }

    @Test
    void a_sealed_complaint_changes_no_byte_of_what_is_told_to_those_outside_its_compartment() throws Exception {
        String peer = "unit=it-told/P3" + WINDOW;
        String before = get("/api/v1/dossier?" + peer).body();
        String number =
                complaint(3, "A sealed word: the hushed bagpiper of the ivory lorry took the lantern and basket.");
        assertThat(get("/api/v1/dossier?" + peer).body()).isNotEqualTo(before);
        change("UPDATE complaint SET compartment = 'sealed-it' WHERE number = ?", number);
        acted(number);
        assertThat(get("/api/v1/dossier?" + peer).body()).isEqualTo(before).doesNotContain("bagpiper");
    }

    @Test
    void the_page_leads_from_a_phrase_into_the_search_and_from_a_copy_to_its_complaint() {
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
                // The axe has to be put into the page.
                BrowserContext context = browser.newContext(new Browser.NewContextOptions().setBypassCSP(true))) {
            Page page = context.newPage();
            page.navigate(url("/desk").toString());
            page.fill("#username", "senad");
            page.fill("#password", "senad-demo");
            page.click("#kc-login");
            page.waitForURL(address -> address.startsWith(baseUrl() + "/desk"));
            for (int width : new int[] {360, 1280}) {
                page.setViewportSize(width, 800);
                page.navigate(url("/desk/dossier?unit=it-told/P0" + WINDOW).toString());
                assertThat(new AxeBuilder(page)
                                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                                .analyze()
                                .getViolations())
                        .isEmpty();
            }
            assertThat(page.textContent("main")).contains("1 group of copies, with 3 complaints,", "5 of 6", "0 of 30");
            page.click("th a:has-text('ivory lorry')");
            assertThat(page.url()).contains("/desk/search?unit=it-told");
            assertThat(page.inputValue("input[name=q]")).isEqualTo("narrative:\"ivory lorry\" date:2003-01..2003-12");
        }
    }

    private static JsonObject told(String question) throws Exception {
        HttpResponse<String> answer = get("/api/v1/dossier?" + question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body()).getJsonObject("told");
    }

    private static JsonObject copies(String question) throws Exception {
        return told(question).getJsonObject("copies");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(url(path))
                        .header("Authorization", "Bearer " + scriptToken())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    /** What changes a complaint leaves an act, by which what was kept of it is read again. */
    private static void acted(String number) throws SQLException {
        try (Connection connection = jdbc()) {
            ActRows.changed(connection, number);
        }
    }

    private static void change(String sql, Object... values) throws SQLException {
        try (Connection connection = jdbc();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
