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

    /** The search for a phrase of the complainants' own words, within the scope where the search can narrow to it. */
    static String phrase(Dossier.Head head, String words) {
        String scope = switch (head.kind()) {
            case "unit" -> unit(head.key()) + "&";
            case "place" -> "/desk/search?place=" + encoded(head.key()) + "&";
            default -> "/desk/search?";
        };
        return scope + "q=" + encoded("narrative:\"" + words + "\"");
    }

    /** The sheet of one complaint. */
    static String sheet(String number) {
        return "/desk/complaints/" + encoded(number);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
