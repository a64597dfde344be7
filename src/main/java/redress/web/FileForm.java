package redress.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;

/**
 * Reads the one file of a form that a browser sent as multipart/form-data (RFC 7578), in memory and with an end to what
 * is taken. Read by us, because the server's own reader sets larger parts aside in files that anybody with the disk can
 * read.
 */
public final class FileForm {

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]{1,70})\"?");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)[; ]filename=\"([^\"]*)\"");
    /** Room for the lines around the parts and for the small fields. */
    private static final int AROUND = 64 * 1024;

    private FileForm() {}

    /**
     * A file that was sent.
     *
     * @param name what the sender's machine calls it; as it came, so not to be trusted
     * @param content the bytes
     */
    public record Sent(String name, byte[] content) {}

    /**
     * The file in the field {@code field}.
     *
     * @param type the header Content-Type of the request
     * @param most the most bytes that are taken
     * @throws Problem too large, or invalid where no file was chosen or the form cannot be read
     */
    public static Sent read(@Nullable String type, InputStream body, int most, String field) throws IOException {
        Matcher boundary = BOUNDARY.matcher(type == null ? "" : type);
        if (!boundary.find()) {
            throw missing(field);
        }
        byte[] all = bytes(body, most + AROUND);
        byte[] mark = ("\r\n--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
        // The first mark has no line before it.
        int at = find(all, Arrays.copyOfRange(mark, 2, mark.length), 0) - 2;
        while (at > -3) {
            int begin = at + mark.length;
            int end = find(all, mark, Math.max(0, begin));
            int head = find(all, "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), Math.max(0, begin));
            if (end < 0 || head < 0 || head > end) {
                break;
            }
            String lines = new String(all, begin, head - begin, StandardCharsets.UTF_8);
            if (field.equals(first(NAME, disposition(lines)))) {
                return sent(disposition(lines), Arrays.copyOfRange(all, head + 4, end), field);
            }
            at = end;
        }
        throw missing(field);
    }

    /** Everything that was sent; refuses more than so many bytes. */
    public static byte[] bytes(InputStream body, int most) throws IOException {
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            FormBody.drain(body);
            throw Problem.of(Problem.Kind.TOO_LARGE, "too-large", "web.problem.413.text");
        }
        return bytes;
    }

    /** A field for a file into which nobody put one comes with an empty name and no content. */
    private static Sent sent(String disposition, byte[] content, String field) {
        String name = first(FILE_NAME, disposition);
        if (name.isEmpty() && content.length == 0) {
            throw missing(field);
        }
        return new Sent(name.replace("%22", "\""), content);
    }

    private static String disposition(String lines) {
        return lines.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                .findFirst()
                .orElse("");
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static Problem missing(String field) {
        return Problem.invalid(List.of(new FieldError(field, "web.file.missing")));
    }

    /** Where {@code wanted} begins, from {@code from} on; -1 where it does not occur. */
    private static int find(byte[] all, byte[] wanted, int from) {
        for (int at = from; at <= all.length - wanted.length; at++) {
            if (all[at] == wanted[0] && Arrays.equals(all, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }
}
