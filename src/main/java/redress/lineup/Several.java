package redress.lineup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was told where a name or number is asked for, and people told several: "Sgt Kamara and Corporal Sesay". */
final class Several {

    /** So many are looked for; nobody lists more in one field. */
    private static final int MOST = 8;

    /**
     * What stands between two: a sign, or a word for "and" in the languages in which complaints are told. A capital I
     * is an initial.
     */
    private static final Pattern BETWEEN =
            Pattern.compile("[,;&\u060c\u061b\\n]|(?<=\\s|^)(?:and|And|AND|en|\u025bn|et|ET|i|\u0438|\u0648)(?=\\s|$)");

    private static final Pattern STROKE = Pattern.compile("/");

    private Several() {}

    /**
     * What names may be meant: all of it as one, because a comma also stands between family and given name, and then
     * each part alone. Nothing where there is neither letter nor digit.
     */
    static List<String> of(String told) {
        return meant(told, BETWEEN.splitAsStream(told).flatMap(STROKE::splitAsStream));
    }

    /**
     * The same of numbers. A stroke stands between two only where each part has a digit: of {@code EB/417} the first is
     * what very many numbers begin with.
     */
    static List<String> numbers(String told) {
        return meant(told, BETWEEN.splitAsStream(told).flatMap(Several::apart));
    }

    private static Stream<String> apart(String number) {
        List<String> parts = List.of(STROKE.split(number));
        boolean several = parts.stream().allMatch(part -> part.codePoints().anyMatch(Character::isDigit));
        return several ? parts.stream() : Stream.of(number);
    }

    private static List<String> meant(String told, Stream<String> parts) {
        List<String> all = new ArrayList<>();
        for (String part : parts.toList()) {
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
