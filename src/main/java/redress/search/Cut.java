package redress.search;

import java.io.CharArrayReader;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Cuts a text into words as ICU does it by Unicode's rules (Standard Annex 29), and also where the script changes. A
 * text in letters of {@link Alphabets} alone is cut here, because for those the rules are few and ICU's machine for all
 * of them costs many times as much; any other is given to ICU whole.
 */
final class Cut extends Tokenizer {

    /** What has no end is cut, as ICU does it. */
    static final int LONGEST = 1 << 12;

    private static final int USUAL = 1 << 10;
    private static final int MOST_KEPT = 1 << 16;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final ICUTokenizer icu = new ICUTokenizer(new DefaultICUTokenizerConfig(true, true));
    private final CharTermAttribute icuTerm = icu.getAttribute(CharTermAttribute.class);
    private final OffsetAttribute icuOffset = icu.getAttribute(OffsetAttribute.class);
    private char[] text = new char[USUAL];
    private int length;
    private int at;
    private byte script;
    private boolean hard;

    @Override
    public void reset() throws IOException {
        super.reset();
        if (text.length > MOST_KEPT) {
            text = new char[USUAL];
        }
        length = 0;
        for (int count = read(); count >= 0; count = read()) {
            length += count;
        }
        at = 0;
        script = Alphabets.COMMON;
        hard = hard();
        if (hard) {
            icu.setReader(new CharArrayReader(text, 0, length));
            icu.reset();
        }
    }

    private int read() throws IOException {
        if (length == text.length) {
            text = Arrays.copyOf(text, 2 * length);
        }
        return input.read(text, length, text.length - length);
    }

    private boolean hard() {
        for (int i = 0; i < length; i++) {
            if (Alphabets.kind(text, i) == Alphabets.HARD) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean incrementToken() throws IOException {
        clearAttributes();
        if (hard) {
            return askIcu();
        }
        while (at < length) {
            byte kind = Alphabets.kind(text, at);
            if (kind >= Alphabets.LETTER && kind <= Alphabets.JOIN) {
                int from = at;
                at = end(from);
                if (kind != Alphabets.JOIN || at > from + 1) {
                    term.copyBuffer(text, from, at - from);
                    offset.setOffset(correctOffset(from), correctOffset(at));
                    return true;
                }
            } else {
                meet(at);
                at++;
            }
        }
        return false;
    }

    /** Where the word ends that begins here. */
    private int end(int from) {
        int most = Math.min(length, from + LONGEST);
        int last = from;
        meet(last);
        while (last + 1 < most) {
            int next = next(last);
            if (next == last) {
                return last + 1;
            }
            for (int i = last + 1; i <= next; i++) {
                meet(i);
            }
            last = next;
        }
        return Math.min(last + 1, most);
    }

    /** The next letter of the word, which may stand behind a mark; the last one again where the word ends. */
    private int next(int last) {
        int i = last + 1;
        byte kind = Alphabets.kind(text, i);
        if (kind == Alphabets.APART || parts(i)) {
            return last;
        }
        if (kind <= Alphabets.JOIN) {
            return i;
        }
        // A mark belongs to the word only with what follows, and that is of the same kind as what went before.
        return inside(Alphabets.kind(text, last), kind, i + 1) && !partsAfter(i) ? i + 1 : last;
    }

    private boolean inside(byte last, byte kind, int next) {
        if (next >= length || Alphabets.kind(text, next) != last) {
            return false;
        }
        return last == Alphabets.LETTER && kind != Alphabets.IN_NUMBERS
                || last == Alphabets.DIGIT && kind != Alphabets.IN_WORDS;
    }

    /** Whether another script begins here. */
    private boolean parts(int i) {
        byte here = Alphabets.script(text, i);
        return here != Alphabets.COMMON && script != Alphabets.COMMON && here != script;
    }

    /** Whether another script begins behind a mark, of which {@link #parts} has been asked. */
    private boolean partsAfter(int i) {
        byte next = Alphabets.script(text, i + 1);
        byte now = Alphabets.script(text, i) == Alphabets.COMMON ? script : Alphabets.script(text, i);
        return next != Alphabets.COMMON && now != Alphabets.COMMON && next != now;
    }

    private void meet(int i) {
        byte here = Alphabets.script(text, i);
        if (here != Alphabets.COMMON) {
            script = here;
        }
    }

    private boolean askIcu() throws IOException {
        if (!icu.incrementToken()) {
            return false;
        }
        term.copyBuffer(icuTerm.buffer(), 0, icuTerm.length());
        offset.setOffset(correctOffset(icuOffset.startOffset()), correctOffset(icuOffset.endOffset()));
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        if (hard) {
            icu.end();
        }
        offset.setOffset(correctOffset(length), correctOffset(length));
    }

    @Override
    public void close() throws IOException {
        super.close();
        icu.close();
    }
}
