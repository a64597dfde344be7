package redress.names;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A badge or plate number as far as it could be read: capital letters and digits, {@code ?} for one unknown sign and
 * {@code *} for any number of them.
 */
record Signs(String text) {

    static final char ONE = '?';
    static final char MANY = '*';

    private static final char END = 0;

    /** Longer ones are cut: no badge or plate is as long. */
    private static final int LONGEST = 24;

    private static final int LONGEST_WRITTEN = 200;
    private static final Pattern GAP = Pattern.compile("…|\\.{2,}|\\*+");
    private static final Pattern GROUP = Pattern.compile("[A-Z]+|[0-9]+");
    private static final String MISREAD = "OQDILBSZG";
    private static final String FOR = "000118526";

    static Signs read(String written) {
        String cut = written.length() <= LONGEST_WRITTEN ? written : written.substring(0, LONGEST_WRITTEN);
        // Letters first: folding would take the sign … apart.
        String marked = GAP.matcher(cut).replaceAll(String.valueOf(MANY)).replace('_', ONE);
        StringBuilder signs = new StringBuilder();
        Letters.fold(marked).chars().map(Signs::sign).forEach(sign -> {
            if (sign != 0 && signs.length() < LONGEST) {
                signs.append((char) sign);
            }
        });
        return new Signs(signs.toString());
    }

    /** The sign in capitals and European digits; 0 for what is no part of a number. */
    private static int sign(int c) {
        if (c == MANY || c == ONE) {
            return c;
        }
        if (Character.isDigit(c)) {
            return '0' + Character.digit(c, 10);
        }
        int capital = Character.toUpperCase(c);
        return capital >= 'A' && capital <= 'Z' ? capital : 0;
    }

    /** The same with one sign for all that are easily taken for it: O and 0, I and 1, B and 8. */
    Signs blurred() {
        StringBuilder blurred = new StringBuilder(text);
        for (int i = 0; i < blurred.length(); i++) {
            int at = MISREAD.indexOf(blurred.charAt(i));
            if (at >= 0) {
                blurred.setCharAt(i, FOR.charAt(at));
            }
        }
        return new Signs(blurred.toString());
    }

    Signs between(String before, String after) {
        return new Signs(before + text + after);
    }

    boolean whole() {
        return text.indexOf(ONE) < 0 && text.indexOf(MANY) < 0;
    }

    boolean open() {
        return text.indexOf(MANY) >= 0;
    }

    /** How many signs could be read. */
    int known() {
        return (int) text.chars().filter(c -> c != ONE && c != MANY).count();
    }

    /** Which signs could be read somewhere in it, a bit for each letter and digit. */
    long held() {
        return text.chars()
                .filter(c -> c != ONE && c != MANY)
                .mapToLong(c -> 1L << Character.digit(c, Character.MAX_RADIX))
                .reduce(0, (one, other) -> one | other);
    }

    /** The letters and the digits that stand together. */
    List<String> groups() {
        List<String> groups = new ArrayList<>();
        Matcher matcher = GROUP.matcher(text);
        while (matcher.find()) {
            groups.add(matcher.group());
        }
        return groups;
    }

    /** How many signs both read alike if they are one number; -1 if they cannot be. */
    int agreeing(Signs other) {
        int[] below = new int[other.text.length() + 1];
        for (int i = text.length(); i >= 0; i--) {
            int[] row = new int[other.text.length() + 1];
            for (int j = other.text.length(); j >= 0; j--) {
                row[j] = agreeing(i, j, other.text, new int[][] {row, below});
            }
            below = row;
        }
        return below[0];
    }

    /** The best of the ways on from one place, by the results behind it. */
    private int agreeing(int i, int j, String other, int[][] rows) {
        char one = at(text, i);
        char second = at(other, j);
        if (one != MANY && second != MANY) {
            return step(one, second, rows[1], j);
        }
        int further = one == END ? -1 : rows[1][j];
        int otherFurther = second == END ? -1 : rows[0][j + 1];
        return Math.max(further, otherFurther);
    }

    private static char at(String signs, int place) {
        return place < signs.length() ? signs.charAt(place) : END;
    }

    private static int step(char one, char other, int[] below, int j) {
        if (one == END || other == END) {
            return one == other ? 0 : -1;
        }
        int rest = below[j + 1];
        if (rest < 0 || one == ONE || other == ONE) {
            return rest;
        }
        return one == other ? rest + 1 : -1;
    }
}
