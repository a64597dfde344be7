package redress.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** One Lucene index on disk: the writer, and the readers that see what it has written. */
final class Shelf implements Closeable {

    private static final String POSITION = "position";
    private static final String SCHEMA = "schema";
    private static final double BUFFER_MB = 16;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    Shelf(Path folder, Words words) throws IOException {
        directory = FSDirectory.open(folder);
        writer = new IndexWriter(directory, new IndexWriterConfig(words).setRAMBufferSizeMB(BUFFER_MB));
        searchers = new SearcherManager(writer, true, false, new SearcherFactory());
    }

    void put(ComplaintSheet sheet) throws IOException {
        writer.updateDocument(key(sheet.id()), Documents.of(sheet));
    }

    void remove(long id) throws IOException {
        writer.deleteDocuments(key(id));
    }

    /** Lets later readers see everything that was put until now. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Makes what was put so far durable, together with the ledger position up to which it is complete. */
    void commit(long position) throws IOException {
        writer.setLiveCommitData(
                Map.of(POSITION, Long.toString(position), SCHEMA, Words.SCHEMA).entrySet());
        writer.commit();
    }

    /** The position of the last commit; {@link Generation#UNBUILT} without one, or when other words wrote it. */
    long committed() {
        long position = Generation.UNBUILT;
        boolean ours = false;
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data == null) {
            return Generation.UNBUILT;
        }
        for (Map.Entry<String, String> entry : data) {
            if (POSITION.equals(entry.getKey())) {
                position = Long.parseLong(entry.getValue());
            } else if (SCHEMA.equals(entry.getKey())) {
                ours = Words.SCHEMA.equals(entry.getValue());
            }
        }
        return ours ? position : Generation.UNBUILT;
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
