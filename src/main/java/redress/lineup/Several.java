package redress.lineup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What was told where a name or number is asked for, and people told several: "Sgt Kamara and Corporal Sesay". */
final class Several {

    /** So many are looked for; nobody lists more in one field. */
    private static final int MOST = 8;

    /**
     * What stands between two: a sign, or a word for "and" in the languages in which complaints are told. A capital I
     * is an initial.
     */
    private static final Pattern BETWEEN = Pattern.compile(
            "[,;/&\u060c\u061b\\n]|(?<=\\s|^)(?:and|And|AND|en|\u025bn|et|ET|i|\u0438|\u0648)(?=\\s|$)");

    private Several() {}

    /**
     * What may be meant: all of it as one, because a comma also stands between family and given name and a stroke in a
     * number, and then each part alone. Nothing where there is neither letter nor digit.
     */
    static List<String> of(String told) {
        List<String> all = new ArrayList<>();
        for (String part : BETWEEN.split(told)) {
            if (part.codePoints().anyMatch(Character::isLetterOrDigit) && all.size() < MOST) {
                all.add(part.strip());
            }
        }
        if (all.size() > 1) {
            all.addFirst(told.strip());
        }
        return all.stream().distinct().toList();
    }
}
