package redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A small phone in front of the portal: Chromium in 360 x 740, counting what comes over the line and from where. */
final class Phone implements AutoCloseable {

    private final String base;
    private final BrowserContext context;
    private final Page page;
    private final AtomicLong bytes = new AtomicLong();
    private final Set<String> foreign = ConcurrentHashMap.newKeySet();
    private long read;

    Phone(Browser browser, String base, boolean scripts) {
        this.base = base;
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setJavaScriptEnabled(scripts)
                .setBypassCSP(scripts));
        page = context.newPage();
        CDPSession line = context.newCDPSession(page);
        line.on("Network.loadingFinished", event -> bytes.addAndGet(number(event)));
        page.onRequest(request -> {
            if (!request.url().startsWith(base) && !request.url().startsWith("data:")) {
                foreign.add(request.url());
            }
        });
        line.send("Network.enable");
    }

    static Browser browser(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    private static long number(JsonObject event) {
        return event.get("encodedDataLength").getAsLong();
    }

    Page page() {
        return page;
    }

    Phone open(String path) {
        page.navigate(base + path);
        return this;
    }

    Phone press(String css) {
        page.locator(css).first().click();
        page.waitForLoadState();
        return this;
    }

    /** Continues and expects a page without errors. */
    Phone next() {
        press("button[value=next]");
        assertThat(page.locator(".govuk-error-summary").count())
                .as(page.title())
                .isZero();
        return this;
    }

    Phone tick(String field, String value) {
        page.locator("[name=" + field + "][value='" + value + "']").check();
        return this;
    }

    Phone fill(String field, String text) {
        page.locator("[name=" + field + "]").fill(text);
        return this;
    }

    String text(String css) {
        return page.locator(css).first().innerText();
    }

    /** Goes to a control by the keyboard alone. */
    Phone tabTo(String css) {
        Locator wanted = page.locator(css).and(page.locator(":focus"));
        for (int i = 0; i < 80 && wanted.count() == 0; i++) {
            page.keyboard().press("Tab");
        }
        assertThat(wanted.count()).as("reached " + css + " by keyboard").isEqualTo(1);
        return this;
    }

    Phone key(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Presses Enter where that leads to another page, and waits until it is there. */
    @SuppressWarnings("deprecation") // racy only without the action that it waits for
    Phone enter() {
        page.waitForNavigation(() -> key("Enter"));
        return this;
    }

    Phone type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Bytes over the line since this was asked last. */
    long bytesSince() {
        page.waitForLoadState();
        long all = bytes.get();
        long since = all - read;
        read = all;
        return since;
    }

    /** Bytes over the line in all. */
    long bytes() {
        return bytes.get();
    }

    /** Every address asked for that is not ours. */
    Set<String> foreign() {
        return Set.copyOf(foreign);
    }

    void picture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
