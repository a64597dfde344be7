package redress.web;

import java.util.Optional;
import redress.profile.Styles;

/** Views as a running portal makes them. */
public final class ViewExamples {

    private ViewExamples() {}

    /** The view of somebody who asked for this path. */
    public static View view(String path) {
        return views().of(path, null);
    }

    static Views views() {
        return views(Styles.of("demo"));
    }

    /** Views of an office whose configuration leaves everything to its style. */
    static Views views(HouseStyle style) {
        Texts texts = new Texts();
        return new Views(
                new Languages(style, texts, Optional.empty()),
                texts,
                new Assets(),
                new Brand(style, Optional.empty(), Optional.empty()),
                style,
                Optional.empty());
    }

    /** A page as HTML. */
    public static String html(Page page, String path) {
        return html(page, view(path));
    }

    static String html(Page page, View view) {
        return new String(new Templates().render(page, view).toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
