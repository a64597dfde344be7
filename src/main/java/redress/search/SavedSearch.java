package redress.search;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search that was kept: what stands behind the question mark in the address of the search page, without the page and
 * without what was only counted. The same search has the same text.
 *
 * @param address the parameters, encoded; empty for a search that asks for everything
 */
public record SavedSearch(String address) {

    /** What is in the address of a search and says nothing of what is sought. */
    private static final Set<String> SHOWN_ONLY = Set.of("sort", "histogram", "rows", "columns");

    /** What says how a text is looked for, and nothing where there is none. */
    private static final Set<String> OF_WORDS = Set.of("syntax", "in");

    /** A question as it is kept; a text that seeks nothing, as one of question marks alone, is not. */
    static SavedSearch of(SearchQuery query) {
        List<String> parts = new ArrayList<>();
        boolean words = !(query.read().clause() instanceof Clause.Everything);
        if (words) {
            parts.add("q=" + URLEncoder.encode(query.text(), StandardCharsets.UTF_8));
        }
        new SearchAddress(query)
                .kept().stream()
                        .filter(kept -> !SHOWN_ONLY.contains(kept.name()))
                        .filter(kept -> words || !OF_WORDS.contains(kept.name()))
                        .forEach(kept ->
                                parts.add(kept.name() + "=" + URLEncoder.encode(kept.value(), StandardCharsets.UTF_8)));
        return new SavedSearch(String.join("&", parts));
    }

    /** The address of the search page with this search. */
    public String url() {
        return address.isEmpty() ? "/desk/search" : "/desk/search?" + address;
    }

    /**
     * The address of the search page with this search in one complaint alone, where what it finds is marked; the whole
     * search where its text leaves no room for the number.
     */
    public String inComplaint(String number) {
        Map<String, List<String>> parameters = parameters();
        String text = String.join(" ", parameters.getOrDefault("q", List.of()));
        boolean analyst = parameters.getOrDefault("syntax", List.of()).contains("analyst");
        // Signs that would end the quotes are no words.
        String alone = "number:\"" + number.replaceAll("[\"\\\\]", " ") + '"';
        String asked = text.isEmpty() ? alone : alone + (analyst ? " AND (" : " (") + text + ")";
        if (asked.length() > Asking.LONGEST) {
            return url();
        }
        String rest = Stream.of(address.split("&", -1))
                .filter(part -> !part.isEmpty() && !part.startsWith("q="))
                .map(part -> "&" + part)
                .collect(Collectors.joining());
        return "/desk/search?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8) + rest;
    }

    /** The address of the dossier on what it finds. */
    public String dossier() {
        return "/desk/dossier?search=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    /** The parameters, in their order; what is no parameter is left out. */
    public Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String part : address.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters
                        .computeIfAbsent(part.substring(0, equals), name -> new ArrayList<>())
                        .add(decoded(part.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badlyEncoded) {
            return value;
        }
    }
}
