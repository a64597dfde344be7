package redress.likeness;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import redress.names.Letters;

/**
 * What is kept of a text to find those that were copied from it: {@value #HASHES} minima of hashes over its runs of
 * {@value #RUN} words (MinHash; Broder 1997), sixteen bits of each (b-bit minwise hashing; Li and König 2010). Case,
 * accents and script of the words do not matter. Computed once, when a text comes in, and stored; nothing of the text
 * can be read from it, though whoever has a text can tell whether it is the one.
 *
 * <p>Runs of three words and not of five: of two texts of which 15 % of the words differ, 44 % of all their runs of
 * three are in both, but only 29 % of those of five, which the bands would find in too few cases. Runs of two are so
 * often the same by chance that most comparisons would be for nothing.
 */
public final class Signature {

    /** Words in a run. */
    static final int RUN = 3;

    /** Hashes in a signature. */
    static final int HASHES = 128;

    /** Texts of fewer words are like others by chance. */
    static final int FEWEST_WORDS = 8;

    /** Hashes in a band; two texts that share a band of the {@value #BANDS} are compared in full. */
    static final int ROWS = 3;

    static final int BANDS = HASHES / ROWS;

    /** Bytes of the stored form. */
    public static final int LENGTH = 2 + 2 * HASHES;

    private static final byte VERSION = 1;
    private static final int MOST_WORDS = 255;
    private static final long[] DRAWN = new SplittableRandom(0x5245_4452_4553_5331L)
            .longs(2L * HASHES)
            .map(factor -> factor | 1)
            .toArray();

    /** Apart from each other, so that the machine takes several hashes in one step. */
    private static final long[] FACTORS = eachOther(0);

    private static final long[] SUMMANDS = eachOther(1);

    private final byte[] stored;

    private Signature(byte[] stored) {
        this.stored = stored;
    }

    /** The signature of a text. */
    public static Signature of(String text) {
        Runs runs = new Runs();
        Letters.eachHash(text, runs);
        byte[] stored = new byte[LENGTH];
        stored[0] = VERSION;
        stored[1] = (byte) Math.min(runs.words, MOST_WORDS);
        for (int h = 0; h < HASHES; h++) {
            long bits = mixed(runs.least[h]);
            stored[2 + 2 * h] = (byte) (bits >>> 8);
            stored[3 + 2 * h] = (byte) bits;
        }
        return new Signature(stored);
    }

    /** What to store beside a text: {@value #LENGTH} bytes, the first of which is the version; null without words. */
    public static byte @Nullable [] toStore(@Nullable String text) {
        return text == null || text.isBlank() ? null : of(text).stored;
    }

    /** The stored form of the signature of a text: what was stored beside it, or made now where that is of no use. */
    public static byte[] stored(byte @Nullable [] beside, String text) {
        return beside != null && isCurrent(beside) ? beside : of(text).stored;
    }

    private static boolean isCurrent(byte[] stored) {
        return stored.length == LENGTH && stored[0] == VERSION;
    }

    /**
     * A signature that was stored.
     *
     * @throws IllegalArgumentException for other bytes, also for those of another version: compute it anew from the
     *     text
     */
    public static Signature read(byte[] stored) {
        if (!isCurrent(stored)) {
            throw new IllegalArgumentException("no signature of version " + VERSION);
        }
        return new Signature(stored.clone());
    }

    /** How many words the text had, at most 255. */
    public int words() {
        return stored[1] & 0xff;
    }

    /** Whether the text is long enough to be like another one by more than chance. */
    public boolean telling() {
        return words() >= FEWEST_WORDS;
    }

    /**
     * The estimated share of runs of words that two texts have in common (Jaccard), 0 to 1. The standard error is at
     * most 0.045. 0 if one of them is too short to tell.
     */
    public double share(Signature other) {
        if (!telling() || !other.telling()) {
            return 0;
        }
        int equal = 0;
        for (int at = 2; at < LENGTH; at += 2) {
            if (stored[at] == other.stored[at] && stored[at + 1] == other.stored[at + 1]) {
                equal++;
            }
        }
        return (double) equal / HASHES;
    }

    /**
     * The keys by which an index finds texts that may be alike (locality-sensitive hashing; Indyk and Motwani 1998).
     * Texts that share 0.44 of their runs have one of the {@value #BANDS} keys in common in 98 of 100 cases, texts that
     * share 0.01 in fewer than one of 10,000. None for a text that is too short to tell.
     */
    public long[] bands() {
        long[] bands = new long[telling() ? BANDS : 0];
        for (int band = 0; band < bands.length; band++) {
            long key = band;
            for (int at = 2 + 2 * ROWS * band; at < 2 + 2 * ROWS * (band + 1); at++) {
                key = key << 8 | stored[at] & 0xff;
            }
            bands[band] = key;
        }
        return bands;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature signature && Arrays.equals(stored, signature.stored);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(stored);
    }

    private static long[] eachOther(int first) {
        long[] half = new long[HASHES];
        for (int h = 0; h < HASHES; h++) {
            half[h] = DRAWN[2 * h + first];
        }
        return half;
    }

    /** The least of each hash over the runs of the words whose hashes have been heard. */
    private static final class Runs implements LongConsumer {

        private final long[] least = new long[HASHES];
        private int words;
        private long beforeLast;
        private long last;

        Runs() {
            Arrays.fill(least, Long.MAX_VALUE);
        }

        @Override
        public void accept(long hash) {
            words++;
            if (words >= RUN) {
                take(mixed(mixed(mixed(beforeLast) + last) + hash));
            }
            beforeLast = last;
            last = hash;
        }

        private void take(long run) {
            for (int h = 0; h < HASHES; h++) {
                least[h] = Math.min(least[h], run * FACTORS[h] + SUMMANDS[h]);
            }
        }
    }

    /** The last step of SplitMix64 (Steele, Lea and Flood 2014): each bit depends on all. */
    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
