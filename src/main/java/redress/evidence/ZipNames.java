package redress.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The names in the directory at the end of a ZIP file (APPNOTE 6.3.10, 4.3.12 and 4.3.16), without unpacking anything.
 */
final class ZipNames {

    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LONGEST_COMMENT = 65_535;

    private ZipNames() {}

    /** The names, as far as the directory holds; none where there is no directory. */
    static List<String> of(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        List<String> names = new ArrayList<>();
        int at = directory(bytes);
        // A stranger wrote where the directory begins: no sum with it, which could overflow.
        while (at >= 0 && at <= content.length - ENTRY_LENGTH && bytes.getInt(at) == ENTRY) {
            int name = Short.toUnsignedInt(bytes.getShort(at + 28));
            if (at + ENTRY_LENGTH + name > content.length) {
                break;
            }
            names.add(new String(content, at + ENTRY_LENGTH, name, StandardCharsets.UTF_8));
            at += ENTRY_LENGTH
                    + name
                    + Short.toUnsignedInt(bytes.getShort(at + 30))
                    + Short.toUnsignedInt(bytes.getShort(at + 32));
        }
        return names;
    }

    /** Where the directory begins by the word of its end; -1 where no end is found. */
    private static int directory(ByteBuffer bytes) {
        int last = bytes.capacity() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END) {
                return bytes.getInt(at + 16);
            }
        }
        return -1;
    }
}
