package redress.likeness;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Numbers under keys, many under one: sixteen bytes each, which boxed maps need several times over. Numbers are only
 * added. Not safe for use by several threads.
 */
final class Buckets {

    private static final int NONE = -1;

    private long[] keys = new long[1 << 10];
    private int[] heads = filled(keys.length);
    private int[] numbers = new int[1 << 10];
    private int[] next = new int[1 << 10];
    private int used;
    private int size;

    void add(long key, int number) {
        if (2 * used >= keys.length) {
            grow();
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
            next = Arrays.copyOf(next, 2 * size);
        }
        int at = place(key);
        if (heads[at] == NONE) {
            keys[at] = key;
            used++;
        }
        numbers[size] = number;
        next[size] = heads[at];
        heads[at] = size++;
    }

    /** Tells of each number under a key, the last added first. */
    void each(long key, IntConsumer found) {
        for (int at = heads[place(key)]; at != NONE; at = next[at]) {
            found.accept(numbers[at]);
        }
    }

    private int place(long key) {
        int mask = keys.length - 1;
        long spread = key * 0x9e3779b97f4a7c15L;
        int at = (int) (spread >>> 32) & mask;
        while (heads[at] != NONE && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldHeads = heads;
        keys = new long[2 * oldKeys.length];
        heads = filled(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldHeads[i] != NONE) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                heads[at] = oldHeads[i];
            }
        }
    }

    private static int[] filled(int length) {
        int[] heads = new int[length];
        Arrays.fill(heads, NONE);
        return heads;
    }
}
