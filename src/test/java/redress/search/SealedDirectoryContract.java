package redress.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.tests.store.BaseDirectoryTestCase;

/** What Lucene asks of every directory. Its tests are JUnit 4's, so {@link SealedDirectoryTest} runs them. */
public abstract class SealedDirectoryContract extends BaseDirectoryTestCase {

    private final long memory;

    private SealedDirectoryContract(long memory) {
        this.memory = memory;
    }

    @Override
    protected Directory getDirectory(Path folder) throws IOException {
        return sealed(folder, new OffHeap(memory));
    }

    private static SealedDirectory sealed(Path folder, OffHeap memory) throws IOException {
        return new SealedDirectory(
                new NIOFSDirectory(folder), new IndexKey(new byte[IndexKey.BYTES], "contract"), memory);
    }

    /** Lucene's own opens files that are being written; here a file that is not whole does not open, on purpose. */
    @Override
    public void testThreadSafetyInListAll() throws Exception {
        try (Directory directory = getDirectory(createTempDir())) {
            Thread writer = new Thread(() -> {
                for (int i = 0; i < 50; i++) {
                    try {
                        directory
                                .createOutput("file-" + i, newIOContext(random()))
                                .close();
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                }
            });
            writer.start();
            while (writer.isAlive()) {
                assertTrue(written(directory) <= 50);
            }
            writer.join();
            assertEquals(50, written(directory));
        }
    }

    /** Lucene's test file system puts files of its own beside these, in some seeds. */
    private static long written(Directory directory) throws IOException {
        return Arrays.stream(directory.listAll())
                .filter(name -> name.startsWith("file-"))
                .count();
    }

    /** Asked of an opened file: whether it is in memory does not hang on how the sealed file is read. */
    @Override
    public void testIsLoaded() throws IOException {
        loaded(false);
    }

    @Override
    public void testIsLoadedOnSlice() throws IOException {
        loaded(true);
    }

    private void loaded(boolean slice) throws IOException {
        try (Directory directory = getDirectory(createTempDir())) {
            try (IndexOutput out = directory.createOutput("a", IOContext.DEFAULT)) {
                out.writeLong(1);
            }
            try (IndexInput in = directory.openInput("a", IOContext.DEFAULT)) {
                IndexInput asked = slice ? in.slice("part", 2, 4) : in;
                assertEquals(memory > 0, asked.isLoaded().orElse(false));
            }
        }
    }

    /** With room for every opened file. */
    public static final class InMemory extends SealedDirectoryContract {

        public InMemory() {
            super(1L << 30);
        }
    }

    /** Without room for any. */
    public static final class ByPages extends SealedDirectoryContract {

        public ByPages() {
            super(0);
        }
    }

    /** Each file is opened when there is no room for it, and moves in while it is read. */
    public static final class MovingIn extends SealedDirectoryContract {

        private static final int ALL = 1 << 22;

        public MovingIn() {
            super(0);
        }

        @Override
        protected Directory getDirectory(Path folder) throws IOException {
            OffHeap memory = new OffHeap(ALL);
            return new FilterDirectory(sealed(folder, memory)) {
                @Override
                public IndexInput openInput(String name, IOContext context) throws IOException {
                    try (Closeable full = full(memory)) {
                        return super.openInput(name, context);
                    }
                }
            };
        }

        /** What a file that was opened before takes is not taken away. */
        private static Closeable full(OffHeap memory) {
            Optional<OffHeap.Block> rest = memory.take((int) (ALL - memory.used()));
            return rest.isPresent() ? rest.get() : () -> {};
        }
    }
}
