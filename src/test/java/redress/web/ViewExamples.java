package redress.web;

import java.time.ZoneId;
import java.util.List;

/** Views as a running portal makes them. */
public final class ViewExamples {

    private ViewExamples() {}

    /** The view of somebody who asked for this path. */
    public static View view(String path) {
        return views().of(path, null);
    }

    static Views views() {
        return new Views(
                new Languages(List.of("en", "bs", "sr-Latn", "sr-Cyrl")),
                new Texts(),
                new Assets(),
                new Brand("Redress", "https://www.bbc.co.uk/weather"),
                ZoneId.of("UTC"));
    }

    /** A page as HTML. */
    public static String html(Page page, String path) {
        return new String(
                new Templates().render(page, view(path)).toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
