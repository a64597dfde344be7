package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.RandomAccessInput;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;
import org.junit.runner.notification.Failure;

class SealedDirectoryTest {

    private static final int PAGE = PageCipher.PAGE;
    private static final long ROOM = 1 << 24;
    private static final HexFormat HEX = HexFormat.of();

    @TempDir
    Path folder;

    private final OffHeap memory = new OffHeap(ROOM);

    private SealedDirectory sealed(Path where, int key, long room) throws IOException {
        return new SealedDirectory(FSDirectory.open(where), key(key), room == ROOM ? memory : new OffHeap(room));
    }

    private static IndexKey key(int key) {
        byte[] secret = new byte[IndexKey.BYTES];
        secret[0] = (byte) key;
        return new IndexKey(secret, "test");
    }

    private static byte[] write(Directory directory, String name, int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
            out.writeBytes(bytes, length);
        }
        return bytes;
    }

    private static byte[] read(Directory directory, String name) throws IOException {
        try (IndexInput in = directory.openInput(name, IOContext.DEFAULT)) {
            byte[] bytes = new byte[(int) in.length()];
            in.readBytes(bytes, 0, bytes.length);
            return bytes;
        }
    }

    @Test
    void keeps_the_contract_that_lucene_tests_every_directory_with() {
        keepsTheContract(SealedDirectoryContract.InMemory.class);
    }

    @Test
    @Tag("deep")
    void keeps_the_contract_also_when_nothing_has_room_in_memory() {
        keepsTheContract(SealedDirectoryContract.ByPages.class);
    }

    @Test
    void keeps_the_contract_while_files_that_had_no_room_move_into_memory() {
        keepsTheContract(SealedDirectoryContract.MovingIn.class);
    }

    private static void keepsTheContract(Class<?> contract) {
        Result result = JUnitCore.runClasses(contract);
        assertThat(result.getFailures().stream().map(Failure::getTrace)).isEmpty();
        assertThat(result.getRunCount()).isGreaterThan(50);
    }

    @Test
    void derives_the_key_of_a_file_as_rfc_5869_says() {
        // RFC 5869, test case 1, first 32 of 42 bytes; then test case 2, which has long inputs.
        byte[] derived = IndexKey.derive(
                HEX.parseHex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"),
                HEX.parseHex("000102030405060708090a0b0c"),
                HEX.parseHex("f0f1f2f3f4f5f6f7f8f9"));
        assertThat(HEX.formatHex(derived))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
        byte[] longer = IndexKey.derive(run(0x00, 0x4f), run(0x60, 0xaf), run(0xb0, 0xff));
        assertThat(HEX.formatHex(longer)).isEqualTo("b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c");
    }

    private static byte[] run(int from, int to) {
        byte[] bytes = new byte[to - from + 1];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, 5 * PAGE + 17})
    void gives_back_what_was_written_and_its_length(int length) throws IOException {
        try (Directory directory = sealed(folder, 1, ROOM)) {
            byte[] bytes = write(directory, "_0.a", length);
            assertThat(directory.fileLength("_0.a")).isEqualTo(length);
            assertThat(read(directory, "_0.a")).isEqualTo(bytes);
            assertThat(Files.size(folder.resolve("_0.a"))).isGreaterThan(length);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, ROOM})
    void reads_like_a_plain_directory_in_any_order(long room) throws IOException {
        try (Directory directory = sealed(folder, 1, room);
                Directory plain = FSDirectory.open(folder.resolve("plain"))) {
            write(directory, "_0.a", 7 * PAGE + 123);
            write(plain, "_0.a", 7 * PAGE + 123);
            try (IndexInput ours = directory.openInput("_0.a", IOContext.DEFAULT);
                    IndexInput theirs = plain.openInput("_0.a", IOContext.DEFAULT)) {
                RandomReads reads = new RandomReads(new Random(5));
                for (int round = 0; round < (room == 0 ? 2 : 60); round++) {
                    long from = reads.below(ours.length());
                    long size = reads.below(ours.length() - from) + 1;
                    reads.compare(ours.slice("part", from, size), theirs.slice("part", from, size));
                    reads.compare(ours.clone(), theirs.clone());
                }
            }
        }
    }

    /** The same reads on two inputs. */
    private record RandomReads(Random random) {

        long below(long end) {
            return random.nextLong(end);
        }

        void compare(IndexInput ours, IndexInput theirs) throws IOException {
            RandomAccessInput ourRandom = ours.randomAccessSlice(0, ours.length());
            RandomAccessInput theirRandom = theirs.randomAccessSlice(0, theirs.length());
            for (int read = 0; read < 40; read++) {
                long at = below(ours.length());
                ours.seek(at);
                theirs.seek(at);
                int room = (int) Math.min(ours.length() - at, 40_000);
                assertThat(bytes(ours, random.nextLong(4), room, read)).isEqualTo(bytes(theirs, -1, room, read));
                assertThat(ours.getFilePointer()).isEqualTo(theirs.getFilePointer());
                assertThat(ourRandom.readByte(at)).isEqualTo(theirRandom.readByte(at));
                if (room >= Long.BYTES) {
                    assertThat(ourRandom.readLong(at)).isEqualTo(theirRandom.readLong(at));
                    assertThat(ourRandom.readInt(at)).isEqualTo(theirRandom.readInt(at));
                    assertThat(ourRandom.readShort(at)).isEqualTo(theirRandom.readShort(at));
                }
            }
        }

        /** Reads so many bytes as bytes, ints, longs or floats; the result is the bytes. */
        private static byte[] bytes(IndexInput in, long way, int count, int odd) throws IOException {
            byte[] bytes = new byte[count];
            ByteBuffer into = ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
            int whole = count / Long.BYTES;
            if (way == 0) {
                int[] ints = new int[2 * whole];
                in.readInts(ints, 0, ints.length);
                Arrays.stream(ints).forEach(into::putInt);
            } else if (way == 1) {
                long[] longs = new long[whole];
                in.readLongs(longs, 0, whole);
                Arrays.stream(longs).forEach(into::putLong);
            } else if (way == 2) {
                for (int i = 0; i < Math.min(whole, odd); i++) {
                    into.putLong(in.readLong());
                }
            }
            in.readBytes(bytes, into.position(), count - into.position());
            return bytes;
        }
    }

    @Test
    void reads_past_the_end_and_after_the_close_are_told() throws IOException {
        try (Directory directory = sealed(folder, 1, ROOM)) {
            write(directory, "_0.a", 2 * PAGE);
            IndexInput in = directory.openInput("_0.a", IOContext.DEFAULT);
            IndexInput clone = in.clone();
            assertThat(memory.used()).isEqualTo(2 * PAGE);
            in.seek(2 * PAGE - 3);
            assertThatThrownBy(in::readInt).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> in.seek(2 * PAGE + 1)).isInstanceOf(EOFException.class);
            in.close();
            in.close();
            assertThat(memory.used()).isZero();
            assertThatThrownBy(clone::readByte).isInstanceOf(AlreadyClosedException.class);
        }
    }

    @Test
    void every_flipped_bit_and_every_cut_is_noticed() throws IOException {
        try (Directory directory = sealed(folder, 1, ROOM)) {
            write(directory, "_0.a", 2 * PAGE + 100);
            Path file = folder.resolve("_0.a");
            byte[] good = Files.readAllBytes(file);
            Random random = new Random(3);
            for (int round = 0; round < 60; round++) {
                byte[] bad = good.clone();
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, bad);
                assertThatThrownBy(() -> read(directory, "_0.a")).isInstanceOf(CorruptIndexException.class);
            }
            for (int length : new int[] {0, 7, 40, 55, 56, 40 + PAGE + 16, 40 + 2 * (PAGE + 16), good.length - 1}) {
                Files.write(file, Arrays.copyOf(good, length));
                assertThatThrownBy(() -> read(directory, "_0.a"))
                        .as("cut to %d bytes", length)
                        .isInstanceOf(CorruptIndexException.class);
            }
            Files.write(file, Arrays.copyOf(good, good.length + 1));
            assertThatThrownBy(() -> read(directory, "_0.a")).isInstanceOf(CorruptIndexException.class);
        }
    }

    @Test
    void pages_cannot_change_places_or_come_from_another_file() throws IOException {
        try (Directory directory = sealed(folder, 1, ROOM)) {
            write(directory, "_0.a", 3 * PAGE);
            write(directory, "_1.a", 3 * PAGE);
            byte[] one = Files.readAllBytes(folder.resolve("_0.a"));
            byte[] two = Files.readAllBytes(folder.resolve("_1.a"));
            byte[] turned = one.clone();
            System.arraycopy(one, 40, turned, 40 + PAGE + 16, PAGE + 16);
            System.arraycopy(one, 40 + PAGE + 16, turned, 40, PAGE + 16);
            byte[] foreign = one.clone();
            System.arraycopy(two, 40, foreign, 40, PAGE + 16);
            for (byte[] bad : List.of(turned, foreign, two)) {
                Files.write(folder.resolve("_0.a"), bad);
                assertThatThrownBy(() -> read(directory, "_0.a")).isInstanceOf(CorruptIndexException.class);
            }
        }
    }

    @Test
    void a_file_opens_neither_under_another_key_nor_as_a_plain_one_nor_half_written() throws IOException {
        try (Directory directory = sealed(folder, 1, ROOM);
                Directory other = sealed(folder, 2, ROOM);
                Directory plain = FSDirectory.open(folder)) {
            byte[] bytes = write(directory, "_0.a", PAGE);
            assertThatThrownBy(() -> read(other, "_0.a")).isInstanceOf(CorruptIndexException.class);
            write(plain, "_1.a", PAGE);
            assertThatThrownBy(() -> read(directory, "_1.a")).isInstanceOf(CorruptIndexException.class);
            try (IndexOutput unfinished = directory.createOutput("_2.a", IOContext.DEFAULT)) {
                unfinished.writeBytes(new byte[3 * PAGE], 3 * PAGE);
                Files.copy(folder.resolve("_2.a"), folder.resolve("_3.a"), StandardCopyOption.REPLACE_EXISTING);
            }
            assertThatThrownBy(() -> read(directory, "_3.a")).isInstanceOf(CorruptIndexException.class);
            assertThat(read(directory, "_0.a")).isEqualTo(bytes);
            assertThat(memory.used()).isZero();
        }
    }

    @Test
    void a_renamed_file_opens_under_its_new_name_only() throws IOException {
        try (Directory directory = sealed(folder, 1, ROOM)) {
            byte[] bytes = write(directory, "pending_segments_1", 3 * PAGE + 5);
            directory.rename("pending_segments_1", "segments_1");
            assertThat(read(directory, "segments_1")).isEqualTo(bytes);
            assertThat(directory.listAll()).containsExactly("segments_1");
            Files.move(folder.resolve("segments_1"), folder.resolve("segments_2"));
            assertThatThrownBy(() -> read(directory, "segments_2")).isInstanceOf(CorruptIndexException.class);
        }
    }

    @Test
    void what_has_no_room_in_memory_is_read_all_the_same() throws IOException {
        try (Directory directory = sealed(folder, 1, 3 * PAGE)) {
            byte[] bytes = write(directory, "_0.a", 2 * PAGE);
            try (IndexInput first = directory.openInput("_0.a", IOContext.DEFAULT);
                    IndexInput second = directory.openInput("_0.a", IOContext.DEFAULT)) {
                assertThat(first).isInstanceOf(MemoryInput.class);
                assertThat(second).isInstanceOf(LateInput.class);
                byte[] read = new byte[2 * PAGE];
                second.readBytes(read, 0, read.length);
                assertThat(read).isEqualTo(bytes);
            }
        }
    }

    @Test
    void what_had_no_room_moves_into_memory_when_another_file_is_closed_and_gives_it_back_in_its_turn()
            throws Exception {
        OffHeap small = new OffHeap(3 * PAGE);
        try (Directory directory = new SealedDirectory(FSDirectory.open(folder), key(1), small)) {
            write(directory, "_0.a", 2 * PAGE);
            byte[] bytes = write(directory, "_1.a", 2 * PAGE + 7);
            IndexInput first = directory.openInput("_0.a", IOContext.DEFAULT);
            try (IndexInput second = directory.openInput("_1.a", IOContext.DEFAULT)) {
                IndexInput early = second.slice("early", PAGE, PAGE);
                second.seek(5);
                early.seek(3);
                assertThat(List.of(second.clone(), early.clone())).allMatch(LateInput.class::isInstance);
                first.close();
                for (int i = 0; i < 1_000 && second.clone() instanceof LateInput; i++) {
                    Thread.sleep(10);
                }
                assertThat(small.used()).isEqualTo(2 * PAGE + 7);
                IndexInput clone = second.clone();
                IndexInput part = early.clone();
                assertThat(List.of(clone, part, early.slice("later", 1, 2))).allMatch(MemoryInput.class::isInstance);
                assertThat(List.of(
                                clone.readByte(),
                                part.readByte(),
                                early.slice("later", 1, 2).readByte()))
                        .containsExactly(bytes[5], bytes[PAGE + 3], bytes[PAGE + 1]);
                assertThat(early.randomAccessSlice(7, 9).readByte(2)).isEqualTo(bytes[PAGE + 9]);
                assertThatThrownBy(() -> early.slice("past", PAGE - 1, 2)).isInstanceOf(IllegalArgumentException.class);
            }
            assertThat(small.used()).isZero();
        }
    }

    @Test
    void what_is_closed_before_there_is_room_for_it_takes_none() throws Exception {
        OffHeap small = new OffHeap(3 * PAGE);
        try (Directory directory = new SealedDirectory(FSDirectory.open(folder), key(1), small)) {
            write(directory, "_0.a", 2 * PAGE);
            write(directory, "_1.a", 2 * PAGE);
            write(directory, "_2.a", PAGE + 1);
            try (IndexInput first = directory.openInput("_0.a", IOContext.DEFAULT);
                    IndexInput third = open(directory, "_1.a", "_2.a")) {
                first.close();
                for (int i = 0; i < 1_000 && third.clone() instanceof LateInput; i++) {
                    Thread.sleep(10);
                }
                assertThat(small.used()).isEqualTo(PAGE + 1);
            }
        }
    }

    /** Opens both and closes the first. */
    private static IndexInput open(Directory directory, String closed, String open) throws IOException {
        IndexInput early = directory.openInput(closed, IOContext.DEFAULT);
        IndexInput late = directory.openInput(open, IOContext.DEFAULT);
        early.close();
        return late;
    }

    @Test
    void no_word_of_a_complaint_stands_in_any_file_of_a_sealed_index() throws IOException {
        String word = "quetzalcoatlus";
        ComplaintSheet sheet = SheetExamples.about(1, word);
        Path keys = folder.resolve("keys");
        for (boolean encrypted : new boolean[] {true, false}) {
            Path where = folder.resolve("index-" + encrypted);
            IndexFiles files = new IndexFiles(
                    encrypted,
                    keys.resolve("open").toString(),
                    keys.resolve("sealed").toString(),
                    16);
            IndexExample.of(where, List.of(sheet), files).close();
            assertThat(holds(where, word)).isEqualTo(!encrypted);
        }
    }

    /** Whether a word stands in a file of the folder, by its bytes. */
    static boolean holds(Path folder, String word) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }
}
