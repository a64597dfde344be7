package redress.search;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.WordBreak;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;

/**
 * What each letter of the alphabets of Europe and of Arabic is where words are cut: letter, digit, or a mark that
 * stands inside of a word or of a number, and of which script. Read from ICU's own tables (Unicode Standard Annex 29,
 * table 3), so that it cannot differ from them.
 */
final class Alphabets {

    /** Where words end whatever stands beside it. */
    static final byte APART = 0;

    static final byte LETTER = 1;
    static final byte DIGIT = 2;

    /** Joins letters and digits, as an underscore does. */
    static final byte JOIN = 3;

    /** Inside of a word, between letters. */
    static final byte IN_WORDS = 4;

    /** Inside of a number, between digits. */
    static final byte IN_NUMBERS = 5;

    /** Inside of either. */
    static final byte IN_BOTH = 6;

    /** Follows rules of its own, which only ICU knows. */
    static final byte HARD = 7;

    /** Of no script: takes that of what stands before it. */
    static final byte COMMON = 0;

    private static final int ALPHABETS = 0x700;
    private static final int PUNCTUATION = 0x2010;
    private static final int PUNCTUATION_END = 0x2028;
    private static final byte[] KINDS = new byte[PUNCTUATION_END];
    private static final byte[] SCRIPTS = new byte[PUNCTUATION_END];

    static {
        for (char c = 0; c < PUNCTUATION_END; c++) {
            KINDS[c] = c < ALPHABETS || c >= PUNCTUATION ? kind(c) : HARD;
            SCRIPTS[c] = (byte) UScript.getScript(c);
        }
    }

    private Alphabets() {}

    static byte kind(char[] text, int at) {
        char c = text[at];
        return c < PUNCTUATION_END ? KINDS[c] : HARD;
    }

    /** Of what is not {@link #HARD}. */
    static byte script(char[] text, int at) {
        return SCRIPTS[text[at]];
    }

    private static byte kind(char c) {
        int script = UScript.getScript(c);
        if (UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)
                || script == UScript.INHERITED
                || script > Byte.MAX_VALUE) {
            return HARD;
        }
        return switch (UCharacter.getIntPropertyValue(c, UProperty.WORD_BREAK)) {
            case WordBreak.ALETTER -> LETTER;
            case WordBreak.NUMERIC -> DIGIT;
            case WordBreak.EXTENDNUMLET -> JOIN;
            case WordBreak.MIDLETTER -> IN_WORDS;
            case WordBreak.MIDNUM -> IN_NUMBERS;
            case WordBreak.MIDNUMLET, WordBreak.SINGLE_QUOTE -> IN_BOTH;
            case WordBreak.EXTEND, WordBreak.FORMAT, WordBreak.ZWJ, WordBreak.HEBREW_LETTER -> HARD;
            default -> APART;
        };
    }
}
