package redress.pattern;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import redress.search.SavedSearch;

/** The way from a number to the complaints behind it, those of its months, where the search page can narrow to them. */
final class SearchLink {

    private SearchLink() {}

    /** The search for one value within a unit, a place or a search; null where the search has no such filter. */
    static @Nullable String of(Dossier.Head head, Dossier.Bar bar) {
        String scope = scope(head);
        return scope == null || bar.filter().isEmpty() || narrows(head, bar.filter())
                ? null
                : scope + "&" + bar.filter() + "=" + encoded(bar.value()) + months(head);
    }

    /** Only the months of the dossier; a search with words of its own has no room for them. */
    private static String months(Dossier.Head head) {
        boolean worded = head.kind().equals("search")
                && new SavedSearch(head.key()).parameters().containsKey("q");
        return worded ? "" : "&q=" + encoded(dates(head));
    }

    private static String dates(Dossier.Head head) {
        return "date:" + head.from() + ".." + head.to();
    }

    private static @Nullable String scope(Dossier.Head head) {
        return switch (head.kind()) {
            case "unit" -> unit(head.key());
            case "place" -> "/desk/search?place=" + encoded(head.key());
            case "search" -> new SavedSearch(head.key()).url();
            default -> null;
        };
    }

    /** Another value of what a search narrows already would widen it. */
    private static boolean narrows(Dossier.Head head, String filter) {
        return head.kind().equals("search")
                && new SavedSearch(head.key()).parameters().containsKey(filter);
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
        return scope + "q=" + encoded("narrative:\"" + words + "\" " + dates(head));
    }

    /** The sheet of one complaint. */
    static String sheet(String number) {
        return "/desk/complaints/" + encoded(number);
    }

    /** Where a person says whether two complaints are about the same unknown person or patrol. */
    static String decision(Links.Link pair) {
        return "/desk/clusters/confirm?member=" + encoded(pair.one().number()) + "&member="
                + encoded(pair.other().number());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
