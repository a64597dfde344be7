package redress.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The address of the search page for a question that differs from the present one in one thing. */
final class SearchAddress {

    private final SearchQuery query;

    SearchAddress(SearchQuery query) {
        this.query = query;
    }

    /** The same question narrowed by one more value; a unit takes the place of the one before. */
    String with(Dimension dimension, String value) {
        return of(dimension, dimension == Dimension.UNIT ? List.of(value) : plus(query.wanted(dimension), value), null);
    }

    /** The same question without this value. */
    String without(Dimension dimension, String value) {
        return of(
                dimension,
                query.wanted(dimension).stream().filter(v -> !v.equals(value)).toList(),
                null);
    }

    /** The page after this one. */
    String after(Cursor cursor) {
        return of(null, List.of(), cursor);
    }

    private String of(@Nullable Dimension changed, List<String> values, @Nullable Cursor after) {
        List<String> parts = new ArrayList<>();
        add(parts, "q", query.text());
        if (query.newestFirst() && !query.text().isEmpty()) {
            add(parts, "sort", "newest");
        }
        for (Dimension dimension : Dimension.all()) {
            for (String value : dimension == changed ? values : query.wanted(dimension)) {
                add(parts, dimension.word(), value);
            }
        }
        if (after != null) {
            add(parts, "after", after.text());
        }
        return parts.isEmpty() ? "/desk/search" : "/desk/search?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static List<String> plus(List<String> values, String value) {
        List<String> more = new ArrayList<>(values);
        more.add(value);
        return more;
    }
}
