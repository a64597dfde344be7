package redress.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;

/**
 * Reads a form with one file that a browser sent as multipart/form-data (RFC 7578), in memory and with an end to what
 * is taken. Read by us, because the server's own reader sets larger parts aside in files that anybody with the disk can
 * read.
 */
public final class FileForm {

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]{1,70})\"?");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)[; ]filename=\"([^\"]*)\"");
    /** Room for the lines around the parts and for the small fields. */
    private static final int AROUND = 64 * 1024;

    private static final int LONGEST_FIELD = 1_000;
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};

    private FileForm() {}

    /**
     * A form that was sent.
     *
     * @param name what the sender's machine calls the file; as it came, so not to be trusted
     * @param content the bytes of the file; none, and no name, where no file was chosen
     * @param fields the other fields of the form
     */
    public record Sent(String name, byte[] content, Map<String, String> fields) {

        /** What was typed into a field, empty where nothing was. */
        public String field(String asked) {
            return fields.getOrDefault(asked, "").strip();
        }

        /**
         * This form, if it has a file.
         *
         * @throws Problem invalid, beside this field, where no file was chosen
         */
        public Sent chosen(String field) {
            if (name.isEmpty() && content.length == 0) {
                throw missing(field);
            }
            return this;
        }

        /** Says nothing, because it may hold a code. */
        @Override
        public String toString() {
            return "Sent[" + content.length + " bytes]";
        }
    }

    /**
     * The form with the file in the field {@code field}.
     *
     * @param type the header Content-Type of the request
     * @param most the most bytes that are taken
     * @throws Problem too large, or invalid where the form cannot be read
     */
    public static Sent read(@Nullable String type, InputStream body, int most, String field) throws IOException {
        Matcher boundary = BOUNDARY.matcher(type == null ? "" : type);
        if (!boundary.find()) {
            throw missing(field);
        }
        byte[] mark = ("\r\n--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
        Map<String, String> fields = new HashMap<>();
        Part file = null;
        for (Part part : parts(bytes(body, most + AROUND), mark)) {
            if (field.equals(part.said(NAME))) {
                file = part;
            } else if (part.content().length <= LONGEST_FIELD) {
                fields.put(part.said(NAME), new String(part.content(), StandardCharsets.UTF_8));
            }
        }
        return file == null
                ? new Sent("", new byte[0], Map.copyOf(fields))
                : new Sent(file.said(FILE_NAME).replace("%22", "\""), file.content(), Map.copyOf(fields));
    }

    /**
     * One field as it stands in the body.
     *
     * @param disposition its line Content-Disposition
     * @param content what follows the blank line
     */
    private record Part(String disposition, byte[] content) {

        String said(Pattern pattern) {
            Matcher matcher = pattern.matcher(disposition);
            return matcher.find() ? matcher.group(1) : "";
        }
    }

    /** The fields as far as the body holds; what is cut off is left out. */
    private static List<Part> parts(byte[] all, byte[] mark) {
        List<Part> parts = new ArrayList<>();
        // The first mark has no line before it.
        int at = find(all, Arrays.copyOfRange(mark, 2, mark.length), 0) - 2;
        while (at > -3) {
            int begin = at + mark.length;
            int end = find(all, mark, begin);
            int head = find(all, BLANK_LINE, begin);
            if (head < 0 || head > end) {
                break;
            }
            String lines = new String(all, begin, head - begin, StandardCharsets.UTF_8);
            parts.add(new Part(disposition(lines), Arrays.copyOfRange(all, head + BLANK_LINE.length, end)));
            at = end;
        }
        return parts;
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

    private static String disposition(String lines) {
        return lines.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-disposition:"))
                .findFirst()
                .orElse("");
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
