package redress.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** One Lucene index on disk: the writer, and the readers that see what it has written. */
final class Shelf implements Closeable {

    private static final String POSITION = "position";
    private static final String SCHEMA = "schema";
    private static final String STAINED = "stained";
    private static final String HIGHEST = "highest";
    private static final String LISTS = "lists";
    private static final double FLOOR_MB = 1;
    private static final double LEAST_BUFFER_MB = 16;
    private static final double MOST_BUFFER_MB = 256;
    private static final double OF_HEAP = 0.1;

    /** A merge that was under way carries what is taken out meanwhile into its segment; the next one drops it. */
    private static final int ATTEMPTS = 10;

    private final Directory directory;
    private final ConcurrentMergeScheduler merges;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Set<Long> unseen = new HashSet<>();
    private boolean stained;
    private String lists;

    /** No complaint with a higher id was ever put here. */
    private long highest;

    private Shelf(Directory directory, ConcurrentMergeScheduler merges, IndexWriter writer, SearcherManager searchers) {
        this.directory = directory;
        this.merges = merges;
        this.writer = writer;
        this.searchers = searchers;
        this.stained = Boolean.parseBoolean(data(writer, STAINED));
        this.highest = highest(writer);
        this.lists = Objects.requireNonNullElse(data(writer, LISTS), "");
    }

    /** Opens the index in this folder or begins one; keeps no file and no lock where that fails. */
    static Shelf open(Directory directory, Words words) throws IOException {
        Deque<Closeable> opened = new ArrayDeque<>(List.of(directory));
        try {
            ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
            IndexWriter writer = new IndexWriter(directory, settings(words).setMergeScheduler(merges));
            opened.push(writer::rollback);
            SearcherManager searchers = new SearcherManager(writer, true, false, new SearcherFactory());
            opened.clear();
            return new Shelf(directory, merges, writer, searchers);
        } finally {
            IOUtils.close(opened);
        }
    }

    private static IndexWriterConfig settings(Words words) {
        // A document that is taken out on purpose has to leave the files, however few they are in a segment. Complaints
        // come in small segments: up to the usual floor of 16 MB each would be written anew with every few that come.
        TieredMergePolicy policy =
                new TieredMergePolicy().setForceMergeDeletesPctAllowed(0).setFloorSegmentMB(FLOOR_MB);
        return new IndexWriterConfig(words)
                .setCodec(new SmallBlocks())
                .setRAMBufferSizeMB(bufferMb())
                .setMergePolicy(policy);
    }

    /** How much is gathered before it is written: the more, the less often a long fill writes the same anew. */
    static double bufferMb() {
        double heap = Runtime.getRuntime().maxMemory() / (double) (1 << 20);
        return Math.clamp(OF_HEAP * heap, LEAST_BUFFER_MB, MOST_BUFFER_MB);
    }

    void put(ComplaintSheet sheet) throws IOException {
        if (neverPut(sheet.id())) {
            writer.addDocument(Documents.of(sheet));
            highest = sheet.id();
        } else {
            writer.updateDocument(key(sheet.id()), Documents.of(sheet));
        }
        unseen.add(sheet.id());
    }

    void remove(long id) throws IOException {
        if (!neverPut(id)) {
            writer.deleteDocuments(key(id));
        }
    }

    /** To look for an earlier version in every segment would cost a good part of what a new complaint costs. */
    private boolean neverPut(long id) {
        return id > highest;
    }

    /** An index that has complaints and does not tell may have any. */
    private static long highest(IndexWriter writer) {
        String told = data(writer, HIGHEST);
        if (told != null) {
            return Long.parseLong(told);
        }
        return writer.getDocStats().maxDoc == 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** Lets later readers see everything that was put until now. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
        unseen.clear();
    }

    /**
     * Takes a complaint out for good: what stands of it in the files now has to go, even if nobody can find it. Whether
     * anything did.
     */
    boolean erase(long id) throws IOException {
        boolean held = holds(id);
        stained |= held;
        remove(id);
        return held;
    }

    /** Whether words of an erased complaint may still stand in the files; remembered across a kill. */
    boolean stained() {
        return stained;
    }

    private boolean holds(long id) throws IOException {
        if (unseen.contains(id)) {
            return true;
        }
        IndexSearcher searcher = searchers.acquire();
        try {
            return searcher.getIndexReader().docFreq(key(id)) > 0;
        } finally {
            searchers.release(searcher);
        }
    }

    /**
     * Writes anew every segment in which something was taken out, so that after the next commit no byte of it is left.
     * What a question that is being answered still reads goes when it has been answered.
     */
    void expunge() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            writer.forceMergeDeletes(true);
            merges.sync();
            refresh();
            if (!writer.hasDeletions()) {
                stained = false;
                return;
            }
        }
        throw new IOException("what was taken out of the index could not be expunged");
    }

    /** Brings the segments that can be read now to the disk; which of them count is for a commit to say. */
    void settle() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            if (searcher.getIndexReader() instanceof DirectoryReader reader) {
                directory.sync(reader.getIndexCommit().getFileNames().stream()
                        .filter(file -> !file.startsWith(IndexFileNames.SEGMENTS))
                        .toList());
            }
        } finally {
            searchers.release(searcher);
        }
    }

    /** Makes what was put so far durable, together with the ledger position up to which it is complete. */
    void commit(long position) throws IOException {
        Map<String, String> data = Map.of(
                POSITION,
                Long.toString(position),
                SCHEMA,
                Words.SCHEMA,
                STAINED,
                Boolean.toString(stained),
                HIGHEST,
                Long.toString(highest),
                LISTS,
                lists);
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    /** The mark of the country's lists that was kept with the last commit; empty where there was none. */
    String lists() {
        return lists;
    }

    /** What is put here is made by the lists with this mark. */
    void madeBy(String mark) {
        lists = mark;
    }

    /** The position of the last commit; {@link Generation#UNBUILT} without one, or when other words wrote it. */
    long committed() {
        String position = data(writer, POSITION);
        return position == null || !Words.SCHEMA.equals(data(writer, SCHEMA))
                ? Generation.UNBUILT
                : Long.parseLong(position);
    }

    private static @Nullable String data(IndexWriter writer, String name) {
        Iterable<Map.Entry<String, String>> all = writer.getLiveCommitData();
        if (all != null) {
            for (Map.Entry<String, String> entry : all) {
                if (entry.getKey().equals(name)) {
                    return entry.getValue();
                }
            }
        }
        return null;
    }

    /** A reader that the caller must close. */
    DirectoryReader reader() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            DirectoryReader reader = (DirectoryReader) searcher.getIndexReader();
            reader.incRef();
            return reader;
        } finally {
            searchers.release(searcher);
        }
    }

    /** Lets go without a commit: what was not committed is read again from the ledger. */
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }

    private static Term key(long id) {
        return new Term(Documents.ID, Long.toString(id));
    }
}
