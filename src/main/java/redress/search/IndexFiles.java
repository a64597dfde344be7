package redress.search;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import redress.wiring.SecretFile;

/**
 * How the index lies on disk: sealed, or as Lucene writes it. The shelf for sealed compartments has a key of its own,
 * so that it can be destroyed without the other, and memory of its own: from one that both took from, what had no room
 * any more of the open files would tell how much is sealed.
 */
@Singleton
class IndexFiles {

    private static final long MIB = 1 << 20;
    private static final double SMALL_MB = 1;
    private static final double AT_MOST_MB = 8;

    /** One part in so many is for sealed compartments, the others for open complaints, which are most. */
    private static final long PARTS = 8;

    private final @Nullable IndexKey openKey;
    private final @Nullable IndexKey sealedKey;
    private final OffHeap openMemory;
    private final OffHeap sealedMemory;

    @Inject
    IndexFiles(
            @ConfigProperty(name = "redress.index.encrypted") boolean encrypted,
            @ConfigProperty(name = "redress.index.key-file") String keyFile,
            @ConfigProperty(name = "redress.index.sealed-key-file") String sealedKeyFile,
            @ConfigProperty(name = "redress.index.memory") int mebibytes) {
        this(encrypted ? key(keyFile) : null, encrypted ? key(sealedKeyFile) : null, mebibytes * MIB);
    }

    private IndexFiles(@Nullable IndexKey openKey, @Nullable IndexKey sealedKey, long memory) {
        this.openKey = openKey;
        this.sealedKey = sealedKey;
        sealedMemory = new OffHeap(memory / PARTS);
        openMemory = new OffHeap(memory - memory / PARTS);
    }

    private static IndexKey key(String file) {
        return new IndexKey(SecretFile.readOrMake(Path.of(file), IndexKey.BYTES), "");
    }

    /** Files as Lucene writes them. */
    static IndexFiles plain() {
        return new IndexFiles(null, null, 0);
    }

    /** The folder of a shelf; {@code apart} for sealed compartments. */
    Directory open(Path folder, boolean apart) throws IOException {
        Directory plain = FSDirectory.open(folder);
        IndexKey key = apart ? sealedKey : openKey;
        Path generation = folder.toAbsolutePath().getParent();
        if (key == null || generation == null) {
            return small(plain);
        }
        String context = "redress index " + (apart ? "sealed " : "open ") + generation.getFileName();
        return small(new SealedDirectory(plain, key.of(context), apart ? sealedMemory : openMemory));
    }

    /**
     * Complaints come in small segments that the next merge takes up: until a commit asks for them they need no file,
     * and making a file costs more than writing it.
     */
    private static Directory small(Directory files) {
        return new NRTCachingDirectory(files, SMALL_MB, AT_MOST_MB);
    }

    /** Whether files are sealed. */
    boolean encrypted() {
        return openKey != null;
    }

    /** How many bytes of opened files are in memory outside of the heap. */
    long memory() {
        return openMemory.used() + sealedMemory.used();
    }

    /** How many of these are of files of open complaints. */
    long openMemory() {
        return openMemory.used();
    }
}
