package redress.search;

import java.util.Arrays;

/**
 * Whole numbers from -1 on that never change, each in one, two or four bytes, as the largest needs: who counts by them
 * waits for memory most of the time.
 */
final class Numbers {

    private static final int IN_A_BYTE = 0xff;
    private static final int IN_TWO = 0xffff;

    private final byte[] bytes;
    private final short[] shorts;
    private final int[] ints;
    private final int width;

    private Numbers(byte[] bytes, short[] shorts, int[] ints, int width) {
        this.bytes = bytes;
        this.shorts = shorts;
        this.ints = ints;
        this.width = width;
    }

    /** The first so many of these. */
    static Numbers of(int[] values, int many) {
        int most = -1;
        for (int i = 0; i < many; i++) {
            most = Math.max(most, values[i]);
        }
        if (most < IN_A_BYTE) {
            byte[] bytes = new byte[many];
            for (int i = 0; i < many; i++) {
                bytes[i] = (byte) (values[i] + 1);
            }
            return new Numbers(bytes, new short[0], new int[0], Byte.BYTES);
        }
        if (most < IN_TWO) {
            short[] shorts = new short[many];
            for (int i = 0; i < many; i++) {
                shorts[i] = (short) (values[i] + 1);
            }
            return new Numbers(new byte[0], shorts, new int[0], Short.BYTES);
        }
        return new Numbers(new byte[0], new short[0], Arrays.copyOf(values, many), Integer.BYTES);
    }

    /** The number at a place. */
    int at(int place) {
        return switch (width) {
            case Byte.BYTES -> (bytes[place] & IN_A_BYTE) - 1;
            case Short.BYTES -> (shorts[place] & IN_TWO) - 1;
            default -> ints[place];
        };
    }

    /** How many there are. */
    int many() {
        return bytes.length + shorts.length + ints.length;
    }

    /** The memory they take, in bytes. */
    long memory() {
        return (long) many() * width;
    }
}
