package redress.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redress.problem.Problem;

/**
 * Reads a form that a browser sent, in UTF-8, with an end to what is taken. Read by us, because the server has no limit
 * of its own where a form is read as a stream, and because a stray percent sign must not cost a person the text.
 */
public final class FormBody {

    /** Enough for any text that is taken, with room to give back kindly what is too long. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    private FormBody() {}

    /** The fields with their values in the order in which they were sent; refuses more than {@link #MOST_BYTES}. */
    public static Map<String, List<String>> read(InputStream body) throws IOException {
        byte[] bytes = bytes(body);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!name.isEmpty()) {
                fields.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
            }
        }
        return fields;
    }

    /** Everything that was sent, where the length was told (-1: it was not); refuses more than {@link #MOST_BYTES}. */
    static byte[] bytes(InputStream body, long told) throws IOException {
        return told >= 0 && told <= MOST_BYTES ? body.readNBytes((int) told) : bytes(body);
    }

    /** Everything that was sent; refuses more than {@link #MOST_BYTES}. */
    private static byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            drain(body);
            throw Problem.of(Problem.Kind.TOO_LARGE, "too-large", "web.problem.413.text");
        }
        return bytes;
    }

    /** The first value of a field, or the empty text. */
    public static String first(Map<String, List<String>> form, String field) {
        List<String> values = form.get(field);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    /** A client reads no answer before it has sent everything, so a while more is read and thrown away. */
    static void drain(InputStream body) throws IOException {
        byte[] unused = new byte[64 * 1024];
        int left = 8 * MOST_BYTES;
        for (int read = 0; left > 0 && read >= 0; left -= Math.max(read, 0)) {
            read = body.read(unused);
        }
    }

    private static String decoded(String sent) {
        try {
            return URLDecoder.decode(sent, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return sent;
        }
    }
}
