package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is brought to the disk beforehand does not count before the commit, and does no harm to who goes on writing. */
class KeepingTest {

    @TempDir
    Path folder;

    private Shelf open() throws IOException {
        return Shelf.open(new NRTCachingDirectory(FSDirectory.open(folder), 1, 8), new Words());
    }

    private static void put(Shelf shelf, long from, long to) throws IOException {
        for (long id = from; id < to; id++) {
            shelf.put(new ComplaintSheet(id, "N-" + id, 1, id).say(TextField.NARRATIVE, "word" + id));
        }
        shelf.refresh();
    }

    private static int count(Shelf shelf) throws IOException {
        try (var reader = shelf.reader()) {
            return reader.numDocs();
        }
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Test
    void what_was_settled_is_on_the_disk_and_does_not_count_before_the_commit() throws IOException {
        try (Shelf shelf = open()) {
            put(shelf, 0, 50);
            shelf.commit(1);
            long before = bytes();
            put(shelf, 50, 90);
            assertThat(bytes()).isEqualTo(before);
            shelf.settle();
            assertThat(bytes()).isGreaterThan(before);
        }
        try (Shelf again = open()) {
            assertThat(count(again)).isEqualTo(50);
            assertThat(again.committed()).isEqualTo(1);
        }
    }

    @Test
    void who_goes_on_writing_meanwhile_loses_nothing() throws Exception {
        try (Shelf shelf = open()) {
            for (int round = 0; round < 20; round++) {
                FutureTask<Boolean> settling = new FutureTask<>(() -> {
                    shelf.settle();
                    return true;
                });
                Thread thread = new Thread(settling);
                thread.start();
                put(shelf, round * 100L, round * 100L + 100);
                assertThat(settling.get()).isTrue();
                if (round % 3 == 0) {
                    shelf.commit(round);
                }
            }
            shelf.commit(20);
        }
        try (Shelf again = open()) {
            assertThat(count(again)).isEqualTo(2_000);
        }
    }
}
