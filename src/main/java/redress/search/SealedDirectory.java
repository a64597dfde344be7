package redress.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.OutputStreamIndexOutput;
import org.apache.lucene.store.ReadOnceHint;

/**
 * An index folder in which every file is sealed ({@link SealedFile}); names and about the sizes of files can be seen,
 * nothing else. A file is opened as a whole into memory outside of the heap, so that a question is answered at plain
 * speed; a merge, and what has no room in memory as long as there is none, is read page by page. Whatever was not
 * written here under this key, whole and under this name, is a {@link org.apache.lucene.index.CorruptIndexException}.
 */
final class SealedDirectory extends FilterDirectory {

    private final IndexKey key;
    private final OffHeap memory;

    /**
     * @param in where the sealed files lie
     * @param key the key of this folder and of no other
     * @param memory where files are opened into
     */
    SealedDirectory(Directory in, IndexKey key, OffHeap memory) {
        super(in);
        this.key = key;
        this.memory = memory;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        ensureOpen();
        return sealing(in.createOutput(name, context), name);
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        ensureOpen();
        IndexOutput raw = in.createTempOutput(prefix, suffix, context);
        return sealing(raw, raw.getName());
    }

    private IndexOutput sealing(IndexOutput raw, String name) throws IOException {
        boolean begun = false;
        try {
            SealingStream stream = new SealingStream(raw, SealedFile.begin(raw, key, name));
            begun = true;
            return new OutputStreamIndexOutput("SealedOutput(" + name + ")", name, stream, PageCipher.PAGE);
        } finally {
            if (!begun) {
                raw.close();
            }
        }
    }

    @Override
    public long fileLength(String name) throws IOException {
        ensureOpen();
        return SealedFile.plainLength(in.fileLength(name), name);
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
        ensureOpen();
        long length = fileLength(name);
        String description = "SealedInput(" + name + ")";
        boolean passing = length <= PageCipher.PAGE && context.hints().contains(ReadOnceHint.INSTANCE);
        if (length == 0 || passing) {
            return new MemoryInput(description, read(name, ByteBuffer.allocate((int) length)), () -> {});
        }
        if (context.context() == IOContext.Context.MERGE || length > Integer.MAX_VALUE) {
            return byPages(name, description);
        }
        Optional<OffHeap.Block> block = memory.take((int) length);
        if (block.isPresent()) {
            return opened(name, description, block.get());
        }
        Lodging lodging = new Lodging(
                memory,
                byPages(name, description),
                room -> new MemoryInput(description, read(name, room.bytes()), () -> {}));
        return LateInput.of(description, lodging.waiting());
    }

    private IndexInput opened(String name, String description, OffHeap.Block block) throws IOException {
        boolean whole = false;
        try {
            MemoryInput input = new MemoryInput(description, read(name, block.bytes()), block);
            whole = true;
            return input;
        } finally {
            if (!whole) {
                block.close();
            }
        }
    }

    private ByteBuffer read(String name, ByteBuffer into) throws IOException {
        try (IndexInput raw = in.openInput(name, IOContext.READONCE)) {
            SealedFile file = SealedFile.of(raw, key, name);
            byte[] page = new byte[PageCipher.PAGE];
            long number = 0;
            do {
                into.put(page, 0, file.page(number++, page));
            } while (into.hasRemaining());
        }
        return into.rewind().order(ByteOrder.LITTLE_ENDIAN);
    }

    private PagesInput byPages(String name, String description) throws IOException {
        IndexInput raw = in.openInput(name, IOContext.DEFAULT);
        boolean whole = false;
        try {
            PagesInput input = new PagesInput(description, SealedFile.of(raw, key, name));
            whole = true;
            return input;
        } finally {
            if (!whole) {
                raw.close();
            }
        }
    }

    /** A name is bound to its pages, so the file is sealed anew; Lucene renames only small ones, once for a commit. */
    @Override
    public void rename(String source, String target) throws IOException {
        ensureOpen();
        String draft = copy(source, target);
        in.sync(List.of(draft));
        in.rename(draft, target);
        in.deleteFile(source);
    }

    /** A draft that is left over by a crash has the name of a temporary file: Lucene deletes it at the next start. */
    private String copy(String source, String target) throws IOException {
        IndexOutput raw = in.createTempOutput("_rename", "seal", IOContext.DEFAULT);
        try (IndexInput from = byPages(source, source);
                IndexOutput to = sealing(raw, target)) {
            to.copyBytes(from, from.length());
        }
        return raw.getName();
    }
}
