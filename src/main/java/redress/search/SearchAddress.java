package redress.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.web.Form;

/** The address of the search page for a question that differs from the present one in one thing. */
final class SearchAddress {

    private final SearchQuery query;

    SearchAddress(SearchQuery query) {
        this.query = query;
    }

    /** The same question narrowed by one more value; in a tree it takes the place of the one before. */
    String with(Dimension dimension, String value) {
        return of(
                dimension,
                dimension.kind() == Dimension.Kind.TREE ? List.of(value) : plus(query.wanted(dimension), value),
                null);
    }

    /** The same question without this value. */
    String without(Dimension dimension, String value) {
        return of(
                dimension,
                query.wanted(dimension).stream().filter(v -> !v.equals(value)).toList(),
                null);
    }

    /** This question itself, from its first page. */
    String of() {
        return of(null, List.of(), null);
    }

    /** What stands behind the question mark in the address of this question; empty for one that asks for everything. */
    String parameters() {
        return parameters(null, List.of(), null);
    }

    /** The same question with the newest first, or the best matches. */
    String inOrder(boolean newest) {
        return new SearchAddress(query.inOrder(newest)).of();
    }

    /** The page after this one. */
    String after(Cursor cursor) {
        return of(null, List.of(), cursor);
    }

    /** Everything in the address besides the words and the page: what a form must carry to keep it. */
    List<SearchPage.Kept> kept() {
        return kept(null, List.of());
    }

    /**
     * What a form must carry of a question that was refused, so that the mended one asks for nothing else; of values
     * only as many as can be asked for, or it would be refused again and again.
     */
    static List<SearchPage.Kept> kept(Form asked) {
        List<String> known = new ArrayList<>(List.of("sort", "syntax", "in", "near"));
        Dimension.all().forEach(dimension -> known.add(dimension.word()));
        known.addAll(List.of("histogram", "rows", "columns"));
        return known.stream()
                .flatMap(name -> asked.values(name).stream()
                        .filter(value -> !value.isBlank() && value.length() <= Asking.LONGEST_VALUE)
                        .distinct()
                        .limit(Asking.MOST_VALUES)
                        .map(value -> new SearchPage.Kept(name, value)))
                .toList();
    }

    private List<SearchPage.Kept> kept(@Nullable Dimension changed, List<String> values) {
        List<SearchPage.Kept> kept = new ArrayList<>();
        how(kept);
        for (Dimension dimension : Dimension.all()) {
            for (String value : dimension == changed ? values : query.wanted(dimension)) {
                kept.add(new SearchPage.Kept(dimension.word(), value));
            }
        }
        counted(kept);
        return kept;
    }

    private void how(List<SearchPage.Kept> kept) {
        if (query.newestFirst() && query.looksFor()) {
            kept.add(new SearchPage.Kept("sort", "newest"));
        }
        if (query.analyst()) {
            kept.add(new SearchPage.Kept("syntax", "analyst"));
        }
        query.in().stream().sorted().forEach(in -> kept.add(new SearchPage.Kept("in", in.word())));
        SearchQuery.Near near = query.near();
        if (near != null) {
            kept.add(new SearchPage.Kept("near", near.text()));
        }
    }

    private void counted(List<SearchPage.Kept> kept) {
        Dimension course = query.course();
        if (course != null) {
            kept.add(new SearchPage.Kept("histogram", course.word()));
        }
        CrossTable.Of table = query.table();
        if (table != null) {
            kept.add(new SearchPage.Kept("rows", table.rows().word()));
            kept.add(new SearchPage.Kept("columns", table.columns().word()));
        }
    }

    private String of(@Nullable Dimension changed, List<String> values, @Nullable Cursor after) {
        String parameters = parameters(changed, values, after);
        return parameters.isEmpty() ? "/desk/search" : "/desk/search?" + parameters;
    }

    private String parameters(@Nullable Dimension changed, List<String> values, @Nullable Cursor after) {
        List<String> parts = new ArrayList<>();
        add(parts, "q", query.text());
        kept(changed, values).forEach(each -> add(parts, each.name(), each.value()));
        if (after != null) {
            add(parts, "after", after.text());
        }
        return String.join("&", parts);
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
