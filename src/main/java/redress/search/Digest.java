package redress.search;

/**
 * A sum over (id, version, records) of every complaint that does not depend on their order: equal in the index and in
 * the database when both hold the same complaints at the same versions with the same records. It tells accidents, not
 * forgers: it has no key.
 */
final class Digest {

    private long sum;
    private long count;

    /** Adds a complaint; {@code records} as {@link ComplaintSheet#records} has them. */
    void add(long id, long version, long records) {
        sum += mix(mix(mix(id) + version) + records);
        count++;
    }

    void add(Digest other) {
        sum += other.sum;
        count += other.count;
    }

    /** What this one has more than the other; nothing when both are over the same complaints at the same versions. */
    Digest minus(Digest other) {
        Digest difference = new Digest();
        difference.sum = sum - other.sum;
        difference.count = count - other.count;
        return difference;
    }

    /** Whether nothing was added, or as much taken away. */
    boolean nothing() {
        return sum == 0 && count == 0;
    }

    long count() {
        return count;
    }

    /** Sixteen hexadecimal digits. */
    String text() {
        return String.format("%016x", sum);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the input moves every bit of the output. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
