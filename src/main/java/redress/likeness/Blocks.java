package redress.likeness;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Which accounts are compared at all: those that share one of the {@link Traits}. A trait that more than {@value #MOST}
 * accounts share says too little and is left out, so the work grows with the number of accounts and not with its
 * square. Eight bytes for each trait of an account. Not safe for use by several threads.
 */
final class Blocks {

    private static final int MOST = 100;

    /** So many bits of an entry are the number of the account, those above are of the trait. */
    private static final int ACCOUNT = 24;

    /** Trait and account of each entry: those of one trait stand together, by account. */
    private final long[] entries;

    /** Of which entry the traits of an account that others share begin; those of account i from first[i] on. */
    private final int[] begins;

    private final int[] first;
    private int[] others = new int[64];

    /** @throws IllegalArgumentException if there are more than 16 million accounts */
    Blocks(List<Sheet> sheets, Rarity words) {
        if (sheets.size() > 1 << ACCOUNT) {
            throw new IllegalArgumentException(sheets.size() + " accounts are too many to compare at once");
        }
        entries = entries(sheets, words);
        first = new int[sheets.size() + 1];
        eachBlock((from, to) -> {
            for (int i = from; i < to; i++) {
                first[account(i) + 1]++;
            }
        });
        for (int i = 0; i < sheets.size(); i++) {
            first[i + 1] += first[i];
        }
        begins = new int[first[sheets.size()]];
        int[] next = first.clone();
        eachBlock((from, to) -> {
            for (int i = from; i < to; i++) {
                begins[next[account(i)]++] = from;
            }
        });
    }

    private interface Block {
        void of(int from, int to);
    }

    private static long[] entries(List<Sheet> sheets, Rarity words) {
        long[] entries = new long[1 << 10];
        int size = 0;
        for (int i = 0; i < sheets.size(); i++) {
            long[] traits = Traits.of(sheets.get(i), words);
            if (size + traits.length > entries.length) {
                entries = Arrays.copyOf(entries, 2 * entries.length + traits.length);
            }
            for (long trait : traits) {
                entries[size++] = trait >>> ACCOUNT << ACCOUNT | i;
            }
        }
        long[] sorted = Arrays.copyOf(entries, size);
        Arrays.sort(sorted);
        return sorted;
    }

    private void eachBlock(Block told) {
        int from = 0;
        while (from < entries.length) {
            int to = from + 1;
            while (to < entries.length && isOneTrait(from, to)) {
                to++;
            }
            if (to - from > 1 && to - from <= MOST) {
                told.of(from, to);
            }
            from = to;
        }
    }

    private boolean isOneTrait(int one, int other) {
        return entries[one] >>> ACCOUNT == entries[other] >>> ACCOUNT;
    }

    private int account(int entry) {
        return (int) (entries[entry] & (1 << ACCOUNT) - 1);
    }

    /** Tells of each later account that may be linked to this one, once, ascending. */
    void each(int number, IntConsumer found) {
        int size = 0;
        for (int i = first[number]; i < first[number + 1]; i++) {
            for (int entry = begins[i]; entry < entries.length && isOneTrait(begins[i], entry); entry++) {
                if (account(entry) > number) {
                    if (size == others.length) {
                        others = Arrays.copyOf(others, 2 * size);
                    }
                    others[size++] = account(entry);
                }
            }
        }
        Arrays.stream(others, 0, size).sorted().distinct().forEach(found);
    }
}
