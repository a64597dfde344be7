package redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redress.PortalTest;

class ComplainOnAPhoneIT extends PortalTest {

    private static final long KB = 1024;
    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        playwright = Playwright.create();
        browser = Phone.browser(playwright);
    }

    @AfterAll
    static void stop() {
        playwright.close();
    }

    private static Phone phone(boolean scripts) {
        return new Phone(browser, baseUrl(), scripts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/bs", "/sr-Latn", "/sr-Cyrl"})
    void complains_and_follows_it_without_scripts_in_every_language(String prefix) {
        try (Phone phone = phone(false)) {
            String code = new Walk(phone, page -> {}).toReceipt(prefix);
            assertThat(code.replaceAll("\\s", "")).matches("\\d{24}");
            assertThat(phone.page().url()).isEqualTo(baseUrl() + prefix + "/complain");
            phone.press("main a[href$='/track']").fill("code", code).press("main button");
            assertThat(phone.page().url()).isEqualTo(baseUrl() + prefix + "/track");
            assertThat(phone.text("h1")).containsPattern("\\d{4}-\\d{6}");
            long began = System.nanoTime();
            while (phone.page().locator("main details").count() == 0 && System.nanoTime() - began < 2_000_000_000L) {
                phone.page().reload();
            }
            assertThat(phone.page().locator("main details").count())
                    .as("the proof is there within two seconds")
                    .isEqualTo(1);
            assertThat(phone.foreign()).isEmpty();
        }
    }

    @Test
    void stays_within_the_bytes_of_a_slow_line() {
        Map<String, Long> spent = new LinkedHashMap<>();
        try (Phone phone = phone(true)) {
            new Walk(phone, page -> spent.put(page, phone.bytesSince())).toReceipt("");
            assertThat(phone.bytes()).as("the whole journey %s", spent).isLessThan(75 * KB);
        }
        assertThat(spent.remove("start")).as("first page").isLessThan(30 * KB);
        spent.remove("receipt");
        assertThat(spent).allSatisfy((page, bytes) -> assertThat(bytes).as(page).isLessThan(5 * KB));
        try (Phone phone = phone(true)) {
            phone.open("/complain/one-page");
            assertThat(phone.bytesSince()).as("one-page form").isLessThan(20 * KB);
        }
        System.getLogger("redress.bytes").log(System.Logger.Level.INFO, spent.toString());
    }

    @Test
    void complains_by_keyboard_alone() {
        try (Phone phone = phone(false)) {
            phone.open("/").tabTo("a[href='/complain']").enter();
            phone.tabTo("[name=narrative]")
                    .type("They hit me.")
                    .tabTo("button[value=next]")
                    .enter();
            phone.tabTo("[name=when]").key("Space").key("ArrowDown").key("ArrowDown");
            phone.tabTo("button[value=next]").enter();
            phone.tabTo("[name=landmark]").type("the bridge").enter();
            phone.tabTo("[name=service]")
                    .key("Space")
                    .tabTo("button[value=next]")
                    .enter();
            phone.tabTo("[name=harmed]").key("Space").tabTo("[name=injury]").key("Space");
            phone.tabTo("button[value=next]").enter();
            phone.tabTo("button[value=next]").enter();
            phone.tabTo("button[value=next]").enter();
            phone.tabTo("[name=contact]")
                    .key("Space")
                    .tabTo("button[value=next]")
                    .enter();
            phone.tabTo("[name=publish]")
                    .key("Space")
                    .tabTo("button[value=send]")
                    .enter();
            phone.page().waitForSelector(".code");
            assertThat(phone.text(".code").replaceAll("\\s", "")).matches("\\d{24}");
        }
    }

    @Test
    void changes_the_language_half_way_and_keeps_what_was_typed() {
        try (Phone phone = phone(false)) {
            phone.open("/complain").fill("narrative", "They took my phone.").next();
            phone.fill("day", "99").press("button[lang=sr-Cyrl]");
            assertThat(phone.page().url()).isEqualTo(baseUrl() + "/sr-Cyrl/complain");
            assertThat(phone.page().locator("[name=day]").inputValue()).isEqualTo("99");
            phone.press("button[value=back]");
            assertThat(phone.page().locator("[name=narrative]").inputValue()).isEqualTo("They took my phone.");
        }
    }

    @Test
    void changes_an_answer_at_the_end_and_comes_back_to_the_end() {
        try (Phone phone = phone(false)) {
            new Walk(phone, page -> {}).toCheck("");
            phone.press("button[value='change.where']")
                    .fill("landmark", "behind the school")
                    .next();
            assertThat(phone.text("main")).contains("behind the school", "<b>and</b>", "Ђорђе");
        }
    }

    @Test
    void tells_errors_at_the_top_in_the_title_and_beside_the_question() {
        try (Phone phone = phone(false)) {
            phone.open("/complain").press("button[value=next]");
            assertThat(phone.page().title()).startsWith("Error: ");
            assertThat(phone.text("#narrative-error")).contains("Tell us what happened");
            phone.press(".govuk-error-summary a");
            assertThat(phone.page().url()).endsWith("#narrative");
        }
    }

    @Test
    void complains_on_one_page() {
        try (Phone phone = phone(false)) {
            phone.open("/complain/one-page").fill("narrative", "They took my phone.");
            phone.press("button[value=send]");
            assertThat(phone.page().locator(".govuk-error-summary li").count()).isEqualTo(6);
            assertThat(phone.page().locator("[name=narrative]").inputValue()).isEqualTo("They took my phone.");
            phone.tick("when", "UNKNOWN").tick("service", "UNKNOWN").tick("harmed", "KNOWN");
            phone.tick("injury", "UNKNOWN").tick("contact", "NO").tick("publish", "NO");
            phone.press("button[value=send]");
            assertThat(phone.text(".code").replaceAll("\\s", "")).matches("\\d{24}");
        }
    }

    @Test
    void changes_the_language_of_the_one_page_and_keeps_what_was_typed() {
        try (Phone phone = phone(false)) {
            phone.open("/complain/one-page").fill("narrative", "They took my phone.");
            assertThat(phone.page().locator("a[hreflang]").count())
                    .as("links that would lose it")
                    .isZero();
            phone.press("header a[href='#languages']");
            assertThat(phone.page().locator("[name=narrative]").inputValue()).isEqualTo("They took my phone.");
            phone.tick("harmed", "KNOWN").fill("day", "99").press("button[lang=sr-Cyrl]");
            assertThat(phone.page().url()).isEqualTo(baseUrl() + "/sr-Cyrl/complain/one-page");
            assertThat(phone.page().locator("html").getAttribute("lang")).isEqualTo("sr-Cyrl");
            assertThat(phone.page().locator(".govuk-error-summary").count()).isZero();
            assertThat(phone.page().locator("[name=narrative]").inputValue()).isEqualTo("They took my phone.");
            assertThat(phone.page().locator("[name=day]").inputValue()).isEqualTo("99");
            phone.press("button[value=send]");
            assertThat(phone.page().locator(".govuk-error-summary").count()).isEqualTo(1);
            phone.press("button[lang=en]");
            assertThat(phone.page().url()).isEqualTo(baseUrl() + "/complain/one-page");
            assertThat(phone.page().locator("[name=harmed][value=KNOWN]").isChecked())
                    .isTrue();
            assertThat(phone.page().locator("[name=narrative]").inputValue()).isEqualTo("They took my phone.");
        }
    }

    @Test
    void no_page_has_a_fault_that_a_machine_can_find() {
        try (Phone phone = phone(true)) {
            String code = new Walk(phone, page -> accessible(phone, page)).toReceipt("");
            for (String path : List.of("/safety", "/channels", "/track", "/complain/one-page", "/sr-Cyrl/")) {
                phone.open(path);
                accessible(phone, path);
            }
            phone.open("/track").fill("code", code).press("main button");
            accessible(phone, "found");
            phone.open("/track").fill("code", "12").press("main button");
            accessible(phone, "code with an error");
            for (String path : List.of("/complain", "/complain/one-page")) {
                phone.open(path).press("main form button");
                accessible(phone, path + " with errors");
            }
        }
    }

    private static void accessible(Phone phone, String page) {
        assertThat(new AxeBuilder(phone.page()).withTags(STANDARD).analyze().getViolations())
                .as(page)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
    }
}
