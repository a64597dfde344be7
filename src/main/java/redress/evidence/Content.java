package redress.evidence;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;

/**
 * Tells what a content is by its own first bytes, never by the name it came with. Programs, scripts, archives and
 * office documents with macros are refused: nobody at the desk shall be led to start something.
 */
final class Content {

    private static final Pattern HEADER =
            Pattern.compile("(?i)^(received|return-path|delivered-to|from|date|subject|message-id|mime-version"
                    + "|x-[a-z0-9-]+|to|content-type|dkim-signature|authentication-results|reply-to): ?.*");
    private static final Pattern PAGE =
            Pattern.compile("(?is)^\\s*(<\\?xml[^>]*>\\s*)?(<!--.*?-->\\s*)*<(!doctype html|html)\\b.*");
    private static final int LOOKED_AT = 4_096;

    private Content() {}

    /** What it is; refuses what is not taken, with the reason. */
    static Kind kind(byte[] content) {
        if (content.length == 0) {
            throw refusal("handin.refused.empty");
        }
        // A voice recording begins like a script (RFC 4867, 5.1 and 5.2), so it is asked for first.
        if (starts(content, 0, "#!AMR\n") || starts(content, 0, "#!AMR-WB\n")) {
            return Kind.AMR;
        }
        if (isProgram(content)) {
            throw refusal("handin.refused.program");
        }
        if (starts(content, 0, "PK\003\004")) {
            return packed(content);
        }
        return binary(content).or(() -> written(content)).orElseThrow(() -> refusal("handin.refused.unknown"));
    }

    static Problem refusal(String text) {
        return Problem.invalid(List.of(new FieldError("file", text)));
    }

    /** Programs of Windows, Linux, macOS, Java and Android, and scripts that name their interpreter. */
    private static boolean isProgram(byte[] content) {
        return List.of("MZ", "\177ELF", "\312\376\272\276", "\317\372\355\376", "\316\372\355\376", "dex\n", "#!")
                .stream()
                .anyMatch(magic -> starts(content, 0, magic));
    }

    private static Kind packed(byte[] content) {
        List<String> names = ZipNames.of(content);
        if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("vbaproject"))) {
            throw refusal("handin.refused.macros");
        }
        if (names.contains("[Content_Types].xml")) {
            return names.contains("word/document.xml")
                    ? Kind.DOCX
                    : names.contains("xl/workbook.xml")
                            ? Kind.XLSX
                            : names.contains("ppt/presentation.xml") ? Kind.PPTX : archive();
        }
        // The first entry of an OpenDocument file is its media type, stored as it is (ODF 1.3, part 2, 3.3).
        String head = latin(content, Math.min(content.length, 200));
        for (Kind kind : List.of(Kind.ODT, Kind.ODS, Kind.ODP)) {
            if (head.contains("mimetype" + kind.type())) {
                return kind;
            }
        }
        return archive();
    }

    private static Kind archive() {
        throw refusal("handin.refused.archive");
    }

    private static Optional<Kind> binary(byte[] content) {
        if (starts(content, 0, "\211PNG\r\n\032\n")) {
            return Optional.of(Kind.PNG);
        }
        if (starts(content, 0, "\377\330\377")) {
            return Optional.of(Kind.JPEG);
        }
        if (starts(content, 0, "II*\0") || starts(content, 0, "MM\0*")) {
            return Optional.of(Kind.TIFF);
        }
        // Some programs write a few bytes before the mark (PDF 1.7, annex H, 3.4.1).
        if (latin(content, Math.min(content.length, 1_024)).contains("%PDF-")) {
            return Optional.of(Kind.PDF);
        }
        return starts(content, 0, "\320\317\021\340\241\261\032\341") ? older(content) : heard(content);
    }

    /** The old container holds many things; an office text has a stream of that name, and no macros. */
    private static Optional<Kind> older(byte[] content) {
        String all = new String(content, StandardCharsets.ISO_8859_1);
        if (all.contains("V\0B\0A\0")) {
            throw refusal("handin.refused.macros");
        }
        return all.contains("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0") ? Optional.of(Kind.DOC) : Optional.empty();
    }

    private static Optional<Kind> heard(byte[] content) {
        if (starts(content, 4, "ftyp")) {
            return Optional.of(contained(content));
        }
        if (starts(content, 0, "ID3") || starts(content, 0, "\377\373") || starts(content, 0, "\377\363")) {
            return Optional.of(Kind.MP3);
        }
        if (starts(content, 0, "OggS")) {
            return Optional.of(Kind.OGG);
        }
        return starts(content, 0, "RIFF") && starts(content, 8, "WAVE") ? Optional.of(Kind.WAV) : Optional.empty();
    }

    /** One container holds films and photographs: its brand tells which (ISO/IEC 14496-12, 4.3; 23008-12, 10.2). */
    private static Kind contained(byte[] content) {
        boolean general = starts(content, 8, "mif1") || starts(content, 8, "msf1");
        if (starts(content, 8, "avif") || general && isAlso(content, "avif")) {
            return Kind.AVIF;
        }
        return general || starts(content, 8, "heic") || starts(content, 8, "heix") ? Kind.HEIC : Kind.MP4;
    }

    /** Whether the rest of the first box, behind the brand and its version, names this brand too. */
    private static boolean isAlso(byte[] content, String brand) {
        int end = Math.min(content.length, ByteBuffer.wrap(content).getInt());
        for (int at = 16; at + 4 <= end; at += 4) {
            if (starts(content, at, brand)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Kind> written(byte[] content) {
        if (starts(content, 0, "{\\rtf")) {
            return Optional.of(Kind.RTF);
        }
        return text(content).map(head -> {
            if (PAGE.matcher(head).matches()) {
                return Kind.HTML;
            }
            return isEmail(head) ? Kind.EMAIL : Kind.TEXT;
        });
    }

    /** The beginning as text; empty where it is none, in any encoding in which people write. */
    private static Optional<String> text(byte[] content) {
        if (starts(content, 0, "\377\376") || starts(content, 0, "\376\377")) {
            return Optional.of("");
        }
        if (new String(content, StandardCharsets.ISO_8859_1).chars().anyMatch(Content::isNoLetter)) {
            return Optional.empty();
        }
        String head;
        try {
            CharBuffer all = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            head = all.toString();
        } catch (CharacterCodingException older) {
            head = new String(content, StandardCharsets.ISO_8859_1);
        }
        return Optional.of(head.substring(0, Math.min(head.length(), LOOKED_AT)));
    }

    /** A control character that stands in no text; the escape that switches scripts in Japanese mail does. */
    private static boolean isNoLetter(int one) {
        return one < 32 && "\n\r\t\f\033".indexOf(one) < 0;
    }

    /** Several header lines from the first line on (RFC 5322). */
    private static boolean isEmail(String head) {
        int headers = 0;
        for (String line : head.split("\r?\n")) {
            if (line.isEmpty()) {
                break;
            }
            if (HEADER.matcher(line).matches()) {
                headers++;
            } else if (!line.startsWith(" ") && !line.startsWith("\t") && headers < 2) {
                return false;
            }
        }
        return headers >= 3;
    }

    private static String latin(byte[] content, int length) {
        return new String(content, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean starts(byte[] content, int at, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        if (content.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (content[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
