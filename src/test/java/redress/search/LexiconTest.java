package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.access.Sight;

/** What is counted from what documents say is what a walk along all words counts, however the index moves on. */
class LexiconTest {

    private static final int COMPLAINTS = 900;
    private static final Sight RECUSED = new Sight("judge", false, Set.of(Sight.OPEN), Set.of(3L, 130L));

    @TempDir
    Path folder;

    private final Random random = new Random(12);
    private final Lexicon lexicon = new Lexicon(Long.MAX_VALUE);
    private SearchIndex index;
    private int met;

    @BeforeEach
    void some_complaints_of_which_some_are_sealed() throws IOException {
        List<ComplaintSheet> sheets = new ArrayList<>();
        for (long id = 1; id <= COMPLAINTS; id++) {
            sheets.add(sheet(id));
        }
        index = IndexExample.of(folder, sheets);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private ComplaintSheet sheet(long id) {
        ComplaintSheet sheet = new ComplaintSheet(id, "N-" + id, 1, id)
                .toldIn(random.nextBoolean() ? "en" : "bs")
                .say(TextField.NARRATIVE, SheetExamples.text(random) + " rare" + random.nextInt(300) + phrase())
                .say(TextField.WORDS, "tall " + SheetExamples.word(random) + " mark" + random.nextInt(200))
                .say(TextField.NAMES, "Name" + random.nextInt(200));
        return id % 7 == 0 ? sheet.seenBy(SheetExamples.SEALED, null) : sheet;
    }

    private String phrase() {
        return " lorry" + random.nextInt(20) + (random.nextBoolean() ? " of " : " ") + "stood" + random.nextInt(2);
    }

    @Test
    void both_ways_count_the_same_for_every_sight_and_every_set() throws IOException {
        for (int round = 0; round < 12; round++) {
            bothWaysAgree();
        }
        assertThat(met).as("phrases").isGreaterThan(100);
    }

    @Test
    void what_comes_what_changes_and_what_is_taken_out_is_counted_as_it_is_then() throws IOException {
        Generation generation = index.current().orElseThrow();
        long next = COMPLAINTS;
        for (int round = 0; round < 12; round++) {
            bothWaysAgree();
            long changed = 1 + random.nextInt(COMPLAINTS);
            long gone = 1 + random.nextInt(COMPLAINTS);
            next++;
            generation.replace(Set.of(next, changed, gone), List.of(sheet(next), sheet(changed)));
            generation.refresh();
        }
        bothWaysAgree();
    }

    @Test
    void where_there_is_no_memory_for_it_there_is_none_and_the_count_is_the_same() throws IOException {
        Lexicon none = new Lexicon(0);
        try (View view = index.view(false)) {
            assertThat(none.holds(view.searcher().getIndexReader(), List.of(TextField.NARRATIVE)))
                    .isFalse();
            assertThat(lexicon.holds(view.searcher().getIndexReader(), List.of(TextField.NARRATIVE)))
                    .isTrue();
            Circle circle = Circle.of(
                    view.searcher(), SheetExamples.OPEN_ONLY, some(50), TextsExample.others(some(400)), lexicon);
            WordCount without = WordCount.of(view.searcher().getIndexReader(), circle, none);
            WordCount with = WordCount.of(view.searcher().getIndexReader(), circle, lexicon);
            assertThat(with.often()).isEqualTo(without.often()).isNotEmpty();
            assertThat(none.holdsNarratives(view.searcher().getIndexReader())).isFalse();
            assertThat(lexicon.holdsNarratives(view.searcher().getIndexReader()))
                    .isTrue();
            assertThat(InOrder.of(view.searcher().getIndexReader(), with.often(), none))
                    .isEmpty();
            assertThat(none.words()).isZero();
        }
    }

    private Set<Long> some(int many) {
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < many; i++) {
            ids.add(1L + random.nextInt(COMPLAINTS + 20));
        }
        return ids;
    }

    private void bothWaysAgree() throws IOException {
        for (Sight sight : List.of(SheetExamples.OPEN_ONLY, SheetExamples.EVERYTHING, RECUSED, Sight.nothing("x"))) {
            try (View view = index.view(sight.equals(SheetExamples.EVERYTHING))) {
                IndexSearcher searcher = view.searcher();
                Circle circle = Circle.of(
                        searcher, sight, some(1 + random.nextInt(200)), TextsExample.others(some(600)), lexicon);
                WordCount walked = WordCount.of(searcher.getIndexReader(), circle);
                WordCount counted = WordCount.of(searcher.getIndexReader(), circle, lexicon);
                assertThat(counted.often()).isEqualTo(walked.often());
                assertThat(counted.family()).isEqualTo(walked.family());
                assertThat(counted.said()).isEqualTo(walked.said());
                Wording.Family phrases = new PhraseCount(searcher, circle, walked.often()).family(walked.said());
                assertThat(PhraseCount.of(searcher, circle, walked.often(), lexicon)
                                .family(walked.said()))
                        .isEqualTo(phrases);
                met += phrases.counts().size();
                Circle around = Circle.around(searcher, sight, some(40), lexicon);
                assertThat(SharedWords.of(searcher.getIndexReader(), around, lexicon)
                                .found(10))
                        .isEqualTo(new SharedWords(searcher.getIndexReader(), around).found(10));
            }
        }
    }
}
