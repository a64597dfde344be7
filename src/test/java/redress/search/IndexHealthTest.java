package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redress.access.Actor;
import redress.access.Role;
import redress.access.Sight;

/** What the health of the index tells whoever is in no sealed compartment. */
@Timeout(60)
class IndexHealthTest {

    private static final Actor AUDITOR = new Actor("auditor", "", Set.of(Role.AUDITOR));

    @TempDir
    private Path folder;

    /** The state of an index whose files were opened from the disk and whose columns somebody asked for. */
    private IndexHealth.State state(String name, Office office, Sight reader) throws IOException {
        Path where = folder.resolve(name);
        IndexFiles files = new IndexFiles(
                true,
                folder.resolve("open.key").toString(),
                folder.resolve("sealed.key").toString(),
                16);
        SearchIndex written = new SearchIndex(where, files);
        new Follower<>(written, new Feed(office.source())).start();
        written.close();
        SearchIndex index = new SearchIndex(where, files);
        Follower<Generation> follower = new Follower<>(index, new Feed(office.source()));
        follower.start();
        Columns columns = new Columns();
        new Reading(index, columns).answer(SearchQuery.of(""), SheetExamples.EVERYTHING);
        Agreement agreement = new Agreement(index, office::digests, follower, InstantSource.system());
        IndexHealth health = new IndexHealth(
                index, agreement, office::digests, () -> office.steps.size() - 1, columns, actor -> reader);
        IndexHealth.State state = health.state(AUDITOR);
        index.close();
        return state;
    }

    /** Three hundred open complaints, and so many acts after them that seal a complaint or do nothing that is seen. */
    private static Office office(int acts, boolean sealing) {
        Office office = new Office();
        office.load(1, 0, 300);
        for (long id = 1_000; id < 1_000 + acts; id++) {
            if (sealing) {
                office.receive(id, 1, SheetExamples.SEALED);
            } else {
                office.steps.add(Source.Step.idle(office.steps.size()));
            }
        }
        return office;
    }

    @Test
    void who_is_in_no_sealed_compartment_is_told_the_same_with_the_sealed_complaints_and_without() throws IOException {
        IndexHealth.State without = state("without", office(60, false), SheetExamples.OPEN_ONLY);
        assertThat(state("with", office(60, true), SheetExamples.OPEN_ONLY)).isEqualTo(without);
        assertThat(without.documents()).isEqualTo(300);
        assertThat(without.columnBytes()).isPositive();
        assertThat(without.memoryBytes()).isPositive();
        assertThat(without.equal()).isTrue();
    }

    @Test
    void who_is_in_a_compartment_is_told_its_counts_and_no_size_from_which_those_of_another_could_be_told()
            throws IOException {
        IndexHealth.State open = state("without", office(60, false), SheetExamples.OPEN_ONLY);
        IndexHealth.State member = state("with", office(60, true), SheetExamples.EVERYTHING);
        assertThat(member.documents()).isEqualTo(360);
        assertThat(member.columnBytes()).isEqualTo(open.columnBytes());
        assertThat(member.memoryBytes()).isEqualTo(open.memoryBytes());
    }

    @Test
    void an_index_that_tells_a_sealed_complaint_among_the_open_ones_is_not_equal_though_the_sums_are()
            throws IOException {
        Office office = office(1, true);
        SearchIndex index = new SearchIndex(folder.resolve("misplaced"));
        Follower<Generation> follower = new Follower<>(index, new Feed(office.source()));
        follower.start();
        Generation generation = index.current().orElseThrow();
        generation.replace(List.of(1_000L), List.of(new ComplaintSheet(1_000, "N-1000", 1, 1_000)));
        generation.refresh();
        Agreement agreement = new Agreement(index, office::digests, follower, InstantSource.system());
        IndexHealth health = new IndexHealth(
                index, agreement, office::digests, () -> 1, new Columns(), actor -> SheetExamples.EVERYTHING);
        IndexHealth.State state = health.state(AUDITOR);
        assertThat(state.indexDigest()).isEqualTo(state.databaseDigest());
        assertThat(state.documents()).isEqualTo(state.complaints());
        assertThat(state.equal()).isFalse();
        assertThat(state.compartments())
                .extracting(IndexHealth.Compartment::equal)
                .containsExactly(false, false);
        index.close();
    }

    /** The memory of one open file of five pages, opened after so many sealed ones that are as large, in a MiB. */
    private long besideSealed(int sealed) throws IOException {
        IndexFiles files = new IndexFiles(
                true,
                folder.resolve("open.key").toString(),
                folder.resolve("sealed.key").toString(),
                1);
        Deque<Closeable> opened = new ArrayDeque<>();
        try {
            for (int number = 0; number <= sealed; number++) {
                boolean apart = number < sealed;
                Directory shelf =
                        files.open(folder.resolve("generation-" + sealed + (apart ? "/sealed" : "/open")), apart);
                opened.push(shelf);
                String name = "_" + number + ".a";
                try (IndexOutput file = shelf.createOutput(name, IOContext.DEFAULT)) {
                    file.writeBytes(new byte[5 * PageCipher.PAGE], 5 * PageCipher.PAGE);
                }
                opened.push(shelf.openInput(name, IOContext.DEFAULT));
            }
            return files.openMemory();
        } finally {
            IOUtils.close(opened);
        }
    }

    @Test
    void open_files_have_the_same_room_however_much_is_taken_by_sealed_ones() throws IOException {
        long alone = besideSealed(0);
        assertThat(alone).isEqualTo(5L * PageCipher.PAGE);
        assertThat(besideSealed(20))
                .as("what had no room would tell how much is sealed")
                .isEqualTo(alone);
    }
}
