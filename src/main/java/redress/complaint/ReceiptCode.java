package redress.complaint;

import java.security.SecureRandom;
import redress.problem.Problem;

/**
 * The secret by which a person without an account comes back to a complaint: 22 random digits, which are 73 bits, and
 * two check digits (ISO 7064 MOD 97-10) that catch every wrong digit and every swap of neighbours. Whoever holds the
 * digits holds the mailbox: they are never stored, never logged, and {@link #toString} does not show them.
 *
 * @param digits the {@value #LENGTH} digits, in ASCII, without spaces
 */
public record ReceiptCode(String digits) {

    /** Digits in a code, both check digits included. */
    public static final int LENGTH = 24;

    private static final int GROUP = 4;
    private static final int HALF_LENGTH = (LENGTH - 2) / 2;
    /** As many numbers as half of the random digits can say. */
    private static final long HALF = 100_000_000_000L;

    private static final int MODULUS = 97;
    /** Longer input is no code, however it is spaced. */
    private static final int MOST_READ = 200;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Refuses anything but 24 ASCII digits whose check digits hold. */
    public ReceiptCode {
        if (digits.length() != LENGTH
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                || remainder(digits) != 1) {
            throw malformed();
        }
    }

    /** A new code that nobody can guess. */
    public static ReceiptCode mint() {
        // In halves, since each draw of random numbers costs the same however many digits it gives.
        StringBuilder digits = new StringBuilder(LENGTH);
        while (digits.length() < LENGTH - 2) {
            String drawn = Long.toString(RANDOM.nextLong(HALF));
            digits.repeat('0', HALF_LENGTH - drawn.length()).append(drawn);
        }
        int check = MODULUS + 1 - remainder(digits + "00");
        return new ReceiptCode(digits.append(check / 10).append(check % 10).toString());
    }

    /**
     * The code that somebody typed: decimal digits of any script, with spaces and hyphens of any kind anywhere.
     *
     * @throws Problem of kind INVALID, {@code receipt-code-malformed}, without repeating what was typed
     */
    public static ReceiptCode parse(String typed) {
        if (typed.length() > MOST_READ) {
            throw malformed();
        }
        StringBuilder digits = new StringBuilder(LENGTH);
        typed.codePoints().filter(point -> !isSeparator(point)).forEach(point -> {
            int digit = Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(point, 10) : -1;
            if (digit < 0) {
                throw malformed();
            }
            digits.append((char) ('0' + digit));
        });
        return new ReceiptCode(digits.toString());
    }

    /** The digits in six groups of four, as they are shown and dictated. */
    public String grouped() {
        StringBuilder grouped = new StringBuilder(digits);
        for (int at = LENGTH - GROUP; at > 0; at -= GROUP) {
            grouped.insert(at, ' ');
        }
        return grouped.toString();
    }

    /** Says nothing, because a code must not reach a log. */
    @Override
    public String toString() {
        return "ReceiptCode[masked]";
    }

    private static Problem malformed() {
        return Problem.of(
                Problem.Kind.INVALID,
                "receipt-code-malformed",
                "This is not a receipt code. It has 24 digits; check each group of four against your receipt.");
    }

    private static int remainder(String digits) {
        int rest = 0;
        for (int i = 0; i < digits.length(); i++) {
            rest = (rest * 10 + digits.charAt(i) - '0') % MODULUS;
        }
        return rest;
    }

    /** Spaces, dashes, and the invisible marks that right-to-left keyboards put between digits. */
    private static boolean isSeparator(int point) {
        return Character.isWhitespace(point)
                || switch (Character.getType(point)) {
                    case Character.SPACE_SEPARATOR, Character.DASH_PUNCTUATION, Character.FORMAT -> true;
                    default -> point == 0x2212; // the minus sign, which some keyboards give for a hyphen
                };
    }
}
