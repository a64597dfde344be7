package redress.evidence;

import java.text.Normalizer;
import java.util.Locale;

/** The name under which a document is kept: what the sender called it, without what could mislead or harm. */
final class FileName {

    private static final int LONGEST = 100;

    private FileName() {}

    /**
     * The name without folders, control and direction characters (which can make {@code gpj.exe} read as a picture) and
     * characters that file systems refuse, with the ending of what the document is.
     */
    static String cleaned(String given, Kind kind) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC)
                .replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[\"*:<>?|;%]", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
        if (name.toLowerCase(Locale.ROOT).endsWith("." + kind.ending())) {
            name = name.substring(0, name.length() - kind.ending().length() - 1).strip();
        }
        int end = Math.min(name.length(), LONGEST);
        if (end > 0 && end < name.length() && Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        String stem = name.substring(0, end).strip();
        return (stem.isEmpty() ? "document" : stem) + "." + kind.ending();
    }
}
