package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {

    private static final int IDS = 40;

    @TempDir
    Path folder;

    private Shelf open() throws IOException {
        return Shelf.open(FSDirectory.open(folder), new Words());
    }

    private static Map<Long, Integer> versions(Shelf shelf) throws IOException {
        shelf.refresh();
        Map<Long, Integer> found = new TreeMap<>();
        int count = 0;
        try (DirectoryReader reader = shelf.reader()) {
            for (LeafReaderContext leaf : reader.leaves()) {
                NumericDocValues ids = leaf.reader().getNumericDocValues(Documents.ID_VALUE);
                NumericDocValues versions = leaf.reader().getNumericDocValues(Documents.VERSION);
                for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                    if ((leaf.reader().getLiveDocs() == null
                                    || leaf.reader().getLiveDocs().get(doc))
                            && ids.advanceExact(doc)
                            && versions.advanceExact(doc)) {
                        found.put(ids.longValue(), (int) versions.longValue());
                        count++;
                    }
                }
            }
        }
        assertThat(count).as("none stands twice").isEqualTo(found.size());
        return found;
    }

    private static ComplaintSheet sheet(long id, int version) {
        return new ComplaintSheet(id, "N-" + id, version, id).say(TextField.NARRATIVE, "word" + version);
    }

    /** In whatever order they come, before and after a commit, a stop without one, and a new start. */
    @Test
    void holds_each_complaint_once_and_as_it_came_last() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        Map<Long, Integer> durable = new TreeMap<>();
        for (int start = 0; start < 30; start++) {
            Map<Long, Integer> expected = new TreeMap<>(durable);
            try (Shelf shelf = open()) {
                assertThat(versions(shelf)).isEqualTo(expected);
                for (int step = 0; step < 25; step++) {
                    long id = random.nextInt(Math.min(IDS, 2 * start + 3));
                    if (random.nextInt(12) == 0) {
                        shelf.settle();
                    }
                    if (random.nextInt(4) == 0) {
                        shelf.remove(id);
                        expected.remove(id);
                    } else {
                        int version = random.nextInt(1_000);
                        shelf.put(sheet(id, version));
                        expected.put(id, version);
                    }
                    if (random.nextInt(12) == 0) {
                        shelf.commit(step);
                        durable = new TreeMap<>(expected);
                    }
                }
                assertThat(versions(shelf)).isEqualTo(expected);
            }
        }
        assertThat(durable).isNotEmpty();
    }

    /** As happens when a new generation takes over while a question comes. */
    @Test
    void a_view_of_two_shelves_of_which_one_is_closed_keeps_no_reader_of_the_other() throws IOException {
        try (Shelf open = open();
                DirectoryReader reader = open.reader()) {
            Shelf sealed = Shelf.open(FSDirectory.open(folder.resolve("sealed")), new Words());
            sealed.close();
            int before = reader.getRefCount();
            assertThatThrownBy(() -> Generation.both(open, sealed)).isInstanceOf(AlreadyClosedException.class);
            assertThat(reader.getRefCount()).isEqualTo(before);
        }
    }
}
