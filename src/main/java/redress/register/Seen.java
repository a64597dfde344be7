package redress.register;

/**
 * The keys that a run has already met, as 64 bits of each: eight bytes a key however long it is. Of a million different
 * keys two are taken for one with a probability of about one in thirty million; the row would then be counted as a
 * repeat, not lost in silence.
 */
final class Seen {

    private long[] slots = new long[1 << 12];
    private int count;

    /** Whether the key is new; from then on it is not. */
    boolean add(String key) {
        byte[] digest = Digest.of(key);
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = bits << Byte.SIZE | digest[i] & 0xff;
        }
        if (count * 2 >= slots.length) {
            long[] old = slots;
            slots = new long[old.length * 2];
            for (long one : old) {
                if (one != 0) {
                    put(one);
                }
            }
        }
        boolean added = put(bits == 0 ? 1 : bits);
        count += added ? 1 : 0;
        return added;
    }

    private boolean put(long bits) {
        int slot = (int) (bits & slots.length - 1);
        while (slots[slot] != 0) {
            if (slots[slot] == bits) {
                return false;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = bits;
        return true;
    }
}
