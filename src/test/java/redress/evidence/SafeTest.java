package redress.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents under seal. */
class SafeTest {

    @TempDir
    Path folder;

    private Safe safe;

    @BeforeEach
    void makeKey() {
        safe = new Safe(folder.resolve("evidence.key").toString());
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (byte) (i * 31 + i / 251);
        }
        return content;
    }

    @Test
    void what_is_sealed_opens_again_whatever_its_size() {
        for (int size : new int[] {1, 1_000, Safe.PART - 1, Safe.PART, Safe.PART + 1, 3 * Safe.PART}) {
            byte[] content = content(size);
            assertThat(safe.open(7, size, safe.seal(7, content))).isEqualTo(content);
        }
    }

    @Test
    void nothing_of_the_content_can_be_read_in_the_parts() {
        byte[] content = "the witness is called Xylophonist ".repeat(40_000).getBytes(ISO_8859_1);
        for (byte[] part : safe.seal(7, content).parts()) {
            assertThat(new String(part, ISO_8859_1)).doesNotContain("Xylophonist");
        }
        assertThat(safe.seal(7, content).parts().getFirst())
                .isNotEqualTo(safe.seal(7, content).parts().getFirst());
    }

    @Test
    void a_part_that_is_changed_moved_left_out_or_of_another_document_does_not_open() {
        int size = 3 * Safe.PART - 5;
        Safe.Sealed sealed = safe.seal(7, content(size));
        List<byte[]> moved = new ArrayList<>(sealed.parts());
        Collections.swap(moved, 0, 1);
        doesNotOpen(7, size, new Safe.Sealed(sealed.salt(), moved));
        doesNotOpen(
                7, 2 * Safe.PART, new Safe.Sealed(sealed.salt(), sealed.parts().subList(0, 2)));
        List<byte[]> changed = new ArrayList<>(sealed.parts());
        byte[] part = changed.getFirst().clone();
        part[100] ^= 1;
        changed.set(0, part);
        doesNotOpen(7, size, new Safe.Sealed(sealed.salt(), changed));
        doesNotOpen(8, size, sealed);
        byte[] otherSalt = Arrays.copyOf(sealed.salt(), Safe.SALT);
        otherSalt[0] ^= 1;
        doesNotOpen(7, size, new Safe.Sealed(otherSalt, sealed.parts()));
        assertThatThrownBy(() -> new Safe(folder.resolve("other.key").toString()).open(7, size, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    private void doesNotOpen(long document, int size, Safe.Sealed sealed) {
        assertThatThrownBy(() -> safe.open(document, size, sealed)).isInstanceOf(IllegalStateException.class);
    }
}
