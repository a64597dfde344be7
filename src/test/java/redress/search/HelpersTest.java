package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redress.access.Sight;

/** Whoever helps a search changes nothing of what it says. */
@Timeout(60)
class HelpersTest {

    private static final List<ComplaintSheet> SHEETS = SheetExamples.many(900, 57);
    private static final List<String> WORDS = List.of("market", "phone", "bridge", "road", "money", "night", "-patrol");
    private static final List<Sight> SIGHTS = List.of(
            SheetExamples.EVERYTHING,
            SheetExamples.OPEN_ONLY,
            new Sight("somebody", false, Set.of(Sight.OPEN, SheetExamples.SEALED), Set.of(3L, 4L, 500L)));

    @Test
    void an_answer_is_the_same_whether_somebody_helped_or_not(@TempDir Path folder) throws IOException {
        SearchIndex index = IndexExample.of(folder, SHEETS.subList(0, 500));
        Generation generation = index.current().orElseThrow();
        for (int from = 500; from < SHEETS.size(); from += 50) {
            List<ComplaintSheet> some = SHEETS.subList(from, from + 50);
            generation.replace(some.stream().map(ComplaintSheet::id).toList(), some.subList(0, 45));
            generation.refresh();
        }
        Helpers helpers = new Helpers(1);
        Reading alone = new Reading(index, new Columns());
        Reading helped = new Reading(index, new Columns(), helpers);
        Random random = new Random(7);
        int hits = 0;
        for (int round = 0; round < 60; round++) {
            SearchQuery query = query(random, round, null);
            Sight sight = SIGHTS.get(round % SIGHTS.size());
            Answer told = alone.answer(query, sight);
            assertThat(helped.answer(query, sight)).as(query.text()).isEqualTo(told);
            hits += told.hits().size();
            Cursor next = told.next();
            if (next != null) {
                SearchQuery more = query(new Random(round), round, next.text());
                assertThat(helped.answer(more, sight)).as(more.text()).isEqualTo(alone.answer(more, sight));
            }
        }
        assertThat(hits).isGreaterThan(200);
        helpers.stop();
        index.close();
    }

    private static SearchQuery query(Random random, int round, @Nullable String after) {
        Map<String, List<String>> parameters = round % 3 == 0 ? SheetExamples.filters(SHEETS, random) : new HashMap<>();
        if (round % 4 == 0) {
            parameters.put("histogram", List.of("month"));
        }
        if (round % 5 == 0) {
            parameters.putAll(Map.of("rows", List.of("unit"), "columns", List.of("category")));
        }
        String text = WORDS.get(random.nextInt(5)) + " " + WORDS.get(random.nextInt(WORDS.size()));
        return SearchQuery.of(text, parameters, after, 20);
    }

    @Test
    void who_asks_does_himself_what_a_busy_hand_has_not_taken_up() throws IOException {
        CountDownLatch longWork = new CountDownLatch(1);
        Helpers helpers = new Helpers(1);
        helpers.execute(() -> {
            try {
                longWork.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(helpers.all(List.of(() -> 1, () -> 2, () -> 3))).containsExactly(1, 2, 3);
        longWork.countDown();
        helpers.stop();
    }

    @Test
    void without_hands_all_is_done_by_who_asks() throws IOException {
        Thread own = Thread.currentThread();
        assertThat(Helpers.none().all(List.of(Thread::currentThread, Thread::currentThread)))
                .containsExactly(own, own);
    }

    @Test
    void a_part_that_cannot_be_read_is_told() {
        Helpers helpers = new Helpers(1);
        assertThatThrownBy(() -> helpers.all(List.of(() -> 1, () -> {
                    throw new IOException("the disk is gone");
                })))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
        helpers.stop();
    }
}
