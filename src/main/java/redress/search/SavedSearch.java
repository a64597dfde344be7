package redress.search;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A search that was kept: what stands behind the question mark in the address of the search page, without the page and
 * without what was only counted. The same search has the same text.
 *
 * @param address the parameters, encoded; empty for a search that asks for everything
 */
public record SavedSearch(String address) {

    /** The address of the search page with this search. */
    public String url() {
        return address.isEmpty() ? "/desk/search" : "/desk/search?" + address;
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
