package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files stay Lucene's own: what stands in small blocks is read by it, and what it wrote is read and merged. */
class SmallBlocksTest {

    private static final int MANY = 3_000;

    @TempDir
    Path folder;

    @Test
    void lucene_reads_texts_in_small_blocks_beside_its_own_and_both_merge_into_one() throws IOException {
        try (Directory directory = FSDirectory.open(folder)) {
            write(directory, new IndexWriterConfig(), 0, MANY);
            write(directory, new IndexWriterConfig().setCodec(new SmallBlocks()), MANY, 2 * MANY);
            assertThat(Set.copyOf(texts(directory))).isEqualTo(Set.copyOf(texts(0, 2 * MANY)));
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setCodec(new SmallBlocks()))) {
                writer.forceMerge(1);
                writer.commit();
            }
            try (DirectoryReader merged = DirectoryReader.open(directory)) {
                assertThat(merged.leaves()).hasSize(1);
            }
            assertThat(Set.copyOf(texts(directory))).isEqualTo(Set.copyOf(texts(0, 2 * MANY)));
        }
    }

    private static void write(Directory directory, IndexWriterConfig settings, int from, int to) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, settings)) {
            for (String text : texts(from, to)) {
                Document document = new Document();
                document.add(new StoredField("text", text));
                writer.addDocument(document);
            }
            writer.commit();
        }
    }

    private static List<String> texts(int from, int to) {
        List<String> texts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            texts.add("They stopped number " + i + " at the bridge. ".repeat(i % 40));
        }
        return texts;
    }

    private static List<String> texts(Directory directory) throws IOException {
        List<String> texts = new ArrayList<>();
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            StoredFields stored = reader.storedFields();
            for (int doc = 0; doc < reader.maxDoc(); doc++) {
                texts.add(Objects.requireNonNull(stored.document(doc).get("text")));
            }
        }
        return texts;
    }
}
