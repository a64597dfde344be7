package redress.names;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.codec.language.bm.NameType;
import org.apache.commons.codec.language.bm.PhoneticEngine;
import org.apache.commons.codec.language.bm.RuleType;

/**
 * How a folded word sounds: the codes of Beider and Morse (generic rules, approximate; Beider and Morse, "Phonetic
 * Matching: A Better Soundex", 2010) and of Double Metaphone (Philips, 2000). Kept per word, because Beider-Morse reads
 * its rules at the first use and is slow afterwards too. Safe for use by several threads.
 */
final class Sounds {

    /** The codes of one word, in no order: what is asked of them is whether they are shared. */
    record Codes(Shared beiderMorse, Shared metaphone) {}

    /**
     * Codes of one kind.
     *
     * @param marks a bit for each, of which several may have the same
     */
    record Shared(Set<String> codes, long marks) {

        static Shared of(Set<String> codes) {
            long marks = 0;
            for (String code : codes) {
                marks |= 1L << code.hashCode();
            }
            return new Shared(Set.copyOf(codes), marks);
        }

        /** What the smaller of the two sets shares with the other, 0 to 1. Most share nothing, and the bits tell. */
        double overlap(Shared other) {
            if ((marks & other.marks) == 0) {
                return 0;
            }
            Set<String> fewer = codes.size() <= other.codes.size() ? codes : other.codes;
            Set<String> more = fewer == codes ? other.codes : codes;
            int shared = 0;
            for (String each : fewer) {
                shared += more.contains(each) ? 1 : 0;
            }
            return (double) shared / fewer.size();
        }
    }

    /** Beyond this length the rules of Beider-Morse multiply; what comes later in a word is left to the spelling. */
    static final int LONGEST = 18;

    private static final int KEPT = 50_000;
    private static final int SHORTEST = 2;
    private static final PhoneticEngine ENGINE = new PhoneticEngine(NameType.GENERIC, RuleType.APPROX, true);
    private static final int METAPHONE_LENGTH = 6;

    private final ConcurrentMap<String, Codes> known = new ConcurrentHashMap<>();

    Codes of(String form) {
        String word = form.length() <= LONGEST ? form : form.substring(0, LONGEST);
        Codes codes = known.get(word);
        if (codes == null) {
            codes = codes(word);
            // Names of a country repeat; whoever sends ever new ones must not fill the memory.
            if (known.size() >= KEPT) {
                known.clear();
            }
            known.put(word, codes);
        }
        return codes;
    }

    private static Codes codes(String word) {
        if (word.length() < SHORTEST || !word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return new Codes(Shared.of(Set.of()), Shared.of(Set.of()));
        }
        DoubleMetaphone metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(METAPHONE_LENGTH);
        Set<String> sounds = new TreeSet<>();
        sounds.add(metaphone.doubleMetaphone(word, false));
        sounds.add(metaphone.doubleMetaphone(word, true));
        sounds.removeIf(code -> code == null || code.length() < SHORTEST);
        Set<String> codes = new TreeSet<>(Arrays.asList(ENGINE.encode(word).split("\\|")));
        codes.remove("");
        return new Codes(Shared.of(codes), Shared.of(sounds));
    }
}
