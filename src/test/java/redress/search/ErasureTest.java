package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redress.access.Sight;
import redress.ledger.ActKind;

/** What is left on disk of a complaint that was erased: nothing. */
@Timeout(60)
class ErasureTest {

    private static final String OPEN_WORD = "quetzalcoatlus";
    private static final String SEALED_WORD = "archaeopteryx";

    @TempDir
    Path folder;

    private final Office office = new Office();

    private void receiveBoth() {
        office.load(1, 100, 400);
        office.receive(SheetExamples.about(1, OPEN_WORD));
        office.receive(SheetExamples.about(2, SEALED_WORD).seenBy(SheetExamples.SEALED, null));
    }

    private boolean holds(String word) throws IOException {
        return SealedDirectoryTest.holds(folder, word);
    }

    private static void catchUp(Follower<Generation> follower) throws IOException, InterruptedException {
        while (follower.lag() > 0) {
            follower.turn();
        }
    }

    private Follower<Generation> started(SearchIndex index) throws IOException {
        Follower<Generation> follower = new Follower<>(index, new Feed(office.source()));
        follower.start();
        return follower;
    }

    @Test
    void no_byte_of_it_is_left_on_either_shelf_nor_in_an_earlier_generation() throws Exception {
        receiveBoth();
        SearchIndex index = new SearchIndex(folder);
        Follower<Generation> follower = started(index);
        follower.rebuild();
        while (follower.rebuilding()) {
            follower.turn();
        }
        assertThat(index.current().orElseThrow().folder()).endsWith(Path.of("generation-000002"));
        assertThat(holds(OPEN_WORD)).isTrue();
        assertThat(holds(SEALED_WORD)).isTrue();

        office.erase(1);
        catchUp(follower);
        assertThat(holds(OPEN_WORD)).isFalse();
        assertThat(holds(SEALED_WORD)).isTrue();
        assertThat(folder.resolve("generation-000001")).doesNotExist();
        office.erase(2);
        office.erase(2);
        office.erase(77);
        catchUp(follower);
        assertThat(holds(SEALED_WORD)).isFalse();
        try (View view = index.view(true)) {
            assertThat(view.digest().text()).isEqualTo(office.digest().text());
        }
        index.close();
        assertThat(holds(SEALED_WORD)).isFalse();
    }

    @Test
    void no_word_of_it_is_left_among_the_words_that_are_kept_for_dossiers() throws Exception {
        receiveBoth();
        SearchIndex index = new SearchIndex(folder);
        Follower<Generation> follower = started(index);
        assertThat(words(index)).contains(OPEN_WORD);
        office.erase(1);
        catchUp(follower);
        assertThat(words(index)).isNotEmpty().doesNotContain(OPEN_WORD);
        index.close();
    }

    @Test
    void whoever_keeps_words_elsewhere_is_told_after_the_erasure_and_not_before() throws Exception {
        receiveBoth();
        List<Long> told = new ArrayList<>();
        SearchIndex index = new SearchIndex(folder, IndexFiles.plain(), erased -> told.add(erased.position()));
        Follower<Generation> follower = started(index);
        told.clear();
        office.receive(SheetExamples.about(3, "brachiosaurus"));
        catchUp(follower);
        assertThat(told).isEmpty();
        office.erase(1);
        catchUp(follower);
        assertThat(told).isNotEmpty().containsOnly(index.current().orElseThrow().position());
        index.close();
    }

    @Test
    void whoever_keeps_words_elsewhere_is_told_too_when_an_index_is_built_after_one_that_broke() throws Exception {
        receiveBoth();
        List<Long> told = new ArrayList<>();
        SearchIndex index = new SearchIndex(folder, IndexFiles.plain(), erased -> told.add(erased.position()));
        Follower<Generation> follower = started(index);
        told.clear();
        follower.letGo(true);
        office.erase(1);
        follower.start();
        assertThat(told).containsExactly(index.current().orElseThrow().position());
        index.close();
    }

    /** All words that are kept once every segment has been looked at. */
    private static Set<String> words(SearchIndex index) throws IOException {
        Lexicon lexicon = index.lexicon();
        Set<String> words = new HashSet<>();
        try (View view = index.view(true)) {
            for (LeafReaderContext leaf : view.searcher().getIndexReader().leaves()) {
                lexicon.of(leaf.reader(), TextField.NARRATIVE);
            }
        }
        for (int number = 0; number < lexicon.words(); number++) {
            words.add(lexicon.word(number).utf8ToString());
        }
        return words;
    }

    @Test
    void no_byte_is_left_among_the_open_ones_of_what_was_sealed_later() throws Exception {
        receiveBoth();
        SearchIndex index = new SearchIndex(folder);
        Follower<Generation> follower = started(index);
        office.receive(SheetExamples.about(1, OPEN_WORD).seenBy(SheetExamples.SEALED, null));
        catchUp(follower);
        Path generation = index.current().orElseThrow().folder();
        assertThat(SealedDirectoryTest.holds(generation.resolve("open"), OPEN_WORD))
                .isFalse();
        assertThat(SealedDirectoryTest.holds(generation.resolve("sealed"), OPEN_WORD))
                .isTrue();
        index.close();
    }

    @Test
    void no_byte_is_left_of_a_record_that_was_erased_while_its_complaint_stays() throws Exception {
        receiveBoth();
        String letter = "megalosaurus";
        String text = String.valueOf(SheetExamples.about(3, letter).texts().get(TextField.NARRATIVE));
        office.receive(SheetExamples.about(3, OPEN_WORD).holds(77).say(TextField.LETTER, text));
        SearchIndex index = new SearchIndex(folder);
        Follower follower = started(index);
        assertThat(holds(letter)).isTrue();
        office.eraseRecord(SheetExamples.about(3, OPEN_WORD));
        catchUp(follower);
        assertThat(holds(letter)).isFalse();
        assertThat(new Reading(index, new Columns())
                        .answer(SearchQuery.of(OPEN_WORD), SheetExamples.OPEN_ONLY)
                        .count())
                .isEqualTo(2);
        try (View view = index.view(true)) {
            assertThat(view.digest().text()).isEqualTo(office.digest().text());
        }
        index.close();
    }

    @Test
    void what_is_erased_or_removed_leaves_the_files_and_what_is_only_added_or_changed_leaves_them_be() {
        assertThat(List.of(ActKind.RECORD_ERASED, ActKind.DOCUMENT_REMOVED))
                .allSatisfy(kind ->
                        assertThat(ComplaintRows.step(5, kind.name(), 7)).isEqualTo(Source.Step.erased(5, 7)));
        assertThat(List.of(ActKind.DOCUMENT_ADDED, ActKind.DOCUMENT_READ, ActKind.TRIAGE_DECIDED))
                .allSatisfy(kind ->
                        assertThat(ComplaintRows.step(5, kind.name(), 7)).isEqualTo(Source.Step.changed(5, 7)));
    }

    @Test
    void a_kill_between_the_deletion_and_the_expunging_is_made_good_at_the_next_start() throws Exception {
        receiveBoth();
        SearchIndex index = new SearchIndex(folder);
        started(index);
        office.erase(1);
        Generation generation = index.current().orElseThrow();
        new Feed(office.source()).follow(generation);
        generation.commit();
        index.close();
        assertThat(holds(OPEN_WORD)).isTrue();

        SearchIndex again = new SearchIndex(folder);
        started(again).turn();
        assertThat(holds(OPEN_WORD)).isFalse();
        again.close();
    }

    @Test
    void what_a_new_generation_never_saw_goes_with_the_old_one() throws Exception {
        receiveBoth();
        SearchIndex index = new SearchIndex(folder);
        Follower<Generation> follower = started(index);
        office.complaints.remove(1L);
        follower.rebuild();
        while (follower.rebuilding()) {
            follower.turn();
        }
        assertThat(holds(OPEN_WORD)).isTrue();
        office.erase(1);
        catchUp(follower);
        assertThat(holds(OPEN_WORD)).isFalse();
        index.close();
    }

    @Test
    void no_byte_is_left_in_what_a_rebuild_that_was_killed_has_left_behind() throws Exception {
        receiveBoth();
        SearchIndex index = new SearchIndex(folder);
        started(index);
        Generation killed = index.begin();
        new Feed(office.source()).fill(killed, () -> true);
        killed.commit();
        killed.close();
        index.close();
        assertThat(folder.resolve("generation-000002")).exists();

        SearchIndex again = new SearchIndex(folder);
        Follower<Generation> follower = started(again);
        office.erase(1);
        catchUp(follower);
        assertThat(holds(OPEN_WORD)).isFalse();
        again.close();
    }

    @Test
    void what_was_sealed_before_and_is_changed_throws_nothing_away() throws Exception {
        receiveBoth();
        List<Long> told = new ArrayList<>();
        SearchIndex index = new SearchIndex(folder, IndexFiles.plain(), erased -> told.add(erased.position()));
        Follower<Generation> follower = started(index);
        told.clear();
        for (int i = 0; i < 3; i++) {
            office.receive(SheetExamples.about(2, SEALED_WORD).seenBy(SheetExamples.SEALED, null));
            catchUp(follower);
        }
        assertThat(told).isEmpty();
        office.receive(SheetExamples.about(1, OPEN_WORD).seenBy(SheetExamples.SEALED, null));
        catchUp(follower);
        assertThat(told).as("what was open leaves what is kept").isNotEmpty();
        index.close();
    }

    @Test
    void another_key_or_another_switch_builds_the_index_anew() throws Exception {
        receiveBoth();
        Path keys = folder.resolve("keys");
        IndexFiles sealed = files(keys);
        SearchIndex plain = new SearchIndex(folder);
        started(plain);
        plain.close();
        assertThat(holds(OPEN_WORD)).isTrue();

        assertAgrees(sealed);
        assertThat(holds(OPEN_WORD)).isFalse();
        assertThat(holds(SEALED_WORD)).isFalse();
        int reads = office.reads.get();
        assertAgrees(files(keys));
        assertThat(office.reads.get()).isEqualTo(reads);
        Files.delete(keys.resolve("sealed"));
        assertAgrees(files(keys));
        assertThat(office.reads.get()).isGreaterThan(reads);
        assertAgrees(IndexFiles.plain());
        assertThat(holds(OPEN_WORD)).isTrue();
    }

    private static IndexFiles files(Path keys) {
        return new IndexFiles(
                true, keys.resolve("open").toString(), keys.resolve("sealed").toString(), 16);
    }

    private void assertAgrees(IndexFiles files) throws IOException {
        SearchIndex index = new SearchIndex(folder, files);
        started(index);
        Reading reading = new Reading(index, new Columns());
        assertThat(reading.answer(SearchQuery.of(SEALED_WORD), SheetExamples.EVERYTHING)
                        .count())
                .isEqualTo(1);
        assertThat(reading.answer(SearchQuery.of(SEALED_WORD), SheetExamples.OPEN_ONLY)
                        .count())
                .isZero();
        try (View view = index.view(true)) {
            assertThat(view.digest().text()).isEqualTo(office.digest().text());
            assertThat(view.digests().keySet()).containsExactly(Sight.OPEN, SheetExamples.SEALED);
        }
        index.close();
        assertThat(files.memory()).isZero();
    }
}
