package redress.web.kit;

import java.util.ArrayList;
import java.util.List;

/**
 * How much room words take in a drawing. The server knows no font, so widths are estimates on the safe side for the
 * system fonts that the style sheet names.
 */
final class Lettering {

    /** The size of words in a drawing, in its units, as in the style sheet. */
    static final double SIZE = 13;
    /** The size by which bold words of that size are as wide as plain ones. */
    static final double BOLD = SIZE * 1.13;
    /** The size of quiet words: ticks and second lines. */
    static final double SMALL = 12;

    private Lettering() {}

    /** The width of a line. */
    static double width(String text, double size) {
        return text.codePoints().mapToDouble(Lettering::share).sum() * size;
    }

    private static double share(int letter) {
        int type = Character.getType(letter);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
            return 0;
        }
        if ("iljtfI.,:;'|!() ".indexOf(letter) >= 0) {
            return 0.36;
        }
        if (letter >= 0x2E80) {
            return 1;
        }
        return "MWmw@%ЖШЩЮФжшщюфм".indexOf(letter) >= 0 ? 0.9 : Character.isUpperCase(letter) ? 0.7 : 0.61;
    }

    /** The text, cut with an ellipsis where it is wider than the room; empty where not even two letters fit. */
    static String fit(String text, double room, double size) {
        if (width(text, size) <= room) {
            return text;
        }
        int[] letters = text.codePoints().toArray();
        double taken = width("…", size);
        int end = 0;
        while (end < letters.length && taken + share(letters[end]) * size <= room) {
            taken += share(letters[end]) * size;
            end++;
        }
        return end < 2 ? "" : new String(letters, 0, end).strip() + "…";
    }

    /** The text in at most so many lines; the last is cut where more would follow. */
    static List<String> wrap(String text, double room, double size, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty() && lines.size() < most) {
            int cut = lines.size() == most - 1 ? rest.length() : breakAt(rest, room, size);
            lines.add(fit(rest.substring(0, cut).strip(), room, size));
            rest = rest.substring(cut).strip();
        }
        return lines;
    }

    /** Where the line ends: at the last space that fits, at the first if none does. */
    private static int breakAt(String text, double room, double size) {
        if (width(text, size) <= room) {
            return text.length();
        }
        int cut = -1;
        for (int i = text.indexOf(' '); i > 0; i = text.indexOf(' ', i + 1)) {
            if (cut < 0 || width(text.substring(0, i), size) <= room) {
                cut = i;
            }
        }
        return cut < 0 ? text.length() : cut;
    }
}
