package redress.intake;

import java.util.function.Consumer;

/** The way of a complainant through all pages, in one language, from the start page to the receipt. */
final class Walk {

    private final Phone phone;
    private final Consumer<String> onEachPage;

    /** The second argument is told the name of each page when it is there. */
    Walk(Phone phone, Consumer<String> onEachPage) {
        this.phone = phone;
        this.onEachPage = onEachPage;
    }

    /** Ends on the receipt and gives the receipt code as it is shown. */
    String toReceipt(String prefix) {
        toCheck(prefix);
        phone.tick("publish", "NO").press("button[value=send]");
        onEachPage.accept("receipt");
        return phone.text(".code");
    }

    void toCheck(String prefix) {
        phone.open(prefix + "/");
        onEachPage.accept("start");
        phone.press("main a[href$='/complain']");
        onEachPage.accept("happened");
        phone.fill(
                "narrative",
                "At the checkpoint they took my phone & money, <b>and</b> said \"come tomorrow\".\nЂорђе saw it.");
        phone.page().locator("[name=kinds]").first().check();
        phone.next();
        onEachPage.accept("when");
        phone.tick("when", "ABOUT")
                .fill("day", "5.3.2026")
                .fill("hour", "14:30")
                .next();
        onEachPage.accept("where");
        phone.fill("placeWords", "The bridge")
                .fill("landmark", "near the market")
                .next();
        onEachPage.accept("who");
        phone.tick("service", "UNKNOWN")
                .fill("vehicle", "green jeep, plate ends in 42")
                .next();
        onEachPage.accept("harmed");
        phone.tick("harmed", "SELF").tick("injury", "NONE").next();
        onEachPage.accept("proof");
        phone.fill("witnesses", "A woman who sells bread there").next();
        onEachPage.accept("outcome");
        phone.fill("wanted", "I want my phone back").next();
        onEachPage.accept("contact");
        phone.tick("contact", "NO").next();
        onEachPage.accept("check");
    }
}
