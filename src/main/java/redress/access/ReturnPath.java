package redress.access;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a person wanted to go before signing in. Only paths of the desk are led back to, so that the sign-in can be
 * used to lead nobody anywhere else, nor into the sign-in again.
 */
final class ReturnPath {

    /** Where those land who wanted nothing in particular, or something that is not allowed. */
    static final String HOME = "/desk";

    private static final int LONGEST = 1000;

    /** The desk, its pages and their query; no other host, no backslash, no control character, no way up. */
    private static final Pattern ALLOWED =
            Pattern.compile("/desk(/(?!sign-in|sign-out|callback|back-channel)[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?"
                    + "(\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?");

    private ReturnPath() {}

    /** The wanted path if it is allowed, otherwise the desk's first page. */
    static String allowed(@Nullable String wanted) {
        return wanted != null
                        && wanted.length() <= LONGEST
                        && ALLOWED.matcher(wanted).matches()
                ? wanted
                : HOME;
    }

    static String of(URI asked) {
        String query = asked.getRawQuery();
        return allowed(query == null ? asked.getRawPath() : asked.getRawPath() + "?" + query);
    }

    static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
