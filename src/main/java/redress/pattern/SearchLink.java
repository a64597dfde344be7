package redress.pattern;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The way from a number to the complaints behind it, where the search page can narrow to them. */
final class SearchLink {

    private SearchLink() {}

    /** The search for one value within a unit; null where the search has no such filter. */
    static @Nullable String of(Dossier.Head head, Dossier.Bar bar) {
        return head.kind().equals("unit") && !bar.filter().isEmpty()
                ? unit(head.key()) + "&" + bar.filter() + "=" + encoded(bar.value())
                : null;
    }

    /** The search within a unit. */
    static String unit(String key) {
        return "/desk/search?" + (key.contains("/") ? "unit=" : "institution=") + encoded(key);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
