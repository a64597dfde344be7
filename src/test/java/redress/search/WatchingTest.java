package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redress.names.NameBook;
import redress.names.NameList;
import redress.problem.Problem;

/** Watches along a ledger that the test writes. */
class WatchingTest {

    private static final Set<String> OPEN = Set.of("open");

    private final List<Source.Step> steps = new ArrayList<>();
    private final Map<Long, ComplaintSheet> sheets = new HashMap<>();
    private final Map<Long, List<Long>> batches = new HashMap<>();
    private final Watching watching = new Watching(
            new Source(
                    (after, limit) -> steps.stream()
                            .filter(step -> step.position() > after)
                            .limit(limit)
                            .toList(),
                    () -> steps.size() - 1,
                    this::read,
                    (after, limit) -> List.of(),
                    (batch, after, limit) -> batches.getOrDefault(batch, List.of()).stream()
                            .filter(id -> id > after)
                            .limit(limit)
                            .toList()),
            SheetExamples::gazetteer,
            WatchingTest::widened,
            SavedSearch::address);

    private static final Spellings SPELLINGS = new Spellings(NameBook.of(list()));

    /** The word "endless" as if it had more other spellings than are let run: a typed text is cut before that. */
    private static SearchQuery widened(SearchQuery query) {
        if (!query.text().equals("endless")) {
            return SPELLINGS.widened(query);
        }
        List<Clause> many = IntStream.range(0, 140)
                .mapToObj(i -> (Clause) new Clause.Word(null, "money" + i))
                .toList();
        return query.read(new Understanding(
                new Clause.All(List.of(new Clause.Word(null, "money"), new Clause.Either(many))), List.of()));
    }

    private static NameList list() {
        try {
            return NameList.read(new StringReader("Diallo, Jallow\n"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private List<ComplaintSheet> read(Collection<Long> ids) {
        return ids.stream().filter(sheets::containsKey).map(sheets::get).toList();
    }

    private void complaint(long id, int version, String words) {
        sheets.put(id, new ComplaintSheet(id, "2026-" + id, version, 0).say(TextField.NARRATIVE, words));
    }

    private void changed(long id) {
        steps.add(Source.Step.changed(steps.size(), id));
    }

    private void hold(Map<Long, String> searches) {
        watching.hold(searches.keySet(), missing -> {
            Map<Long, SavedSearch> saved = new HashMap<>();
            missing.forEach(id -> saved.put(id, new SavedSearch(searches.getOrDefault(id, ""))));
            return saved;
        });
    }

    @Test
    void a_complaint_that_changed_twice_is_told_once_at_its_present_version_with_both_positions() {
        hold(Map.of(1L, "q=money", 2L, "q=bridge"));
        complaint(7, 2, "They took money");
        changed(7);
        steps.add(Source.Step.idle(1));
        changed(7);
        assertThat(watching.after(-1).complaints())
                .containsExactly(new WatchPort.Changed(7, 2, "open", null, List.of(0L, 2L), Set.of(1L), Set.of()));
        assertThat(watching.after(2)).isEqualTo(new WatchPort.Happened(2, false, List.of()));
    }

    @Test
    void an_import_batch_ends_a_round_and_all_of_it_is_told() {
        hold(Map.of(1L, "q=money"));
        List<Long> ids = new ArrayList<>();
        for (long id = 1; id <= 410; id++) {
            complaint(id, 1, id % 2 == 0 ? "money" : "nothing");
            ids.add(id);
        }
        batches.put(5L, ids);
        steps.add(Source.Step.imported(0, 5));
        changed(1);
        WatchPort.Happened first = watching.after(-1);
        assertThat(first.position()).isZero();
        assertThat(first.more()).isTrue();
        assertThat(first.complaints()).hasSize(410);
        assertThat(first.complaints().stream().filter(each -> !each.matched().isEmpty()))
                .hasSize(205);
        assertThat(watching.after(0).more()).isFalse();
    }

    @Test
    void a_search_that_cannot_be_read_any_more_does_not_silence_the_others() {
        hold(Map.of(1L, "near=somewhere+that+is+gone", 2L, "q=money"));
        complaint(7, 1, "money");
        changed(7);
        assertThat(watching.after(-1).complaints().getFirst().matched()).containsExactly(2L);
    }

    @Test
    void a_search_says_why_it_meets_nothing() {
        SavedSearch gone = new SavedSearch("near=somewhere+that+is+gone");
        SavedSearch money = new SavedSearch("q=money");
        assertThat(watching.silence(1, gone, OPEN)).as("before any round").contains(WatchPort.Silence.UNREADABLE);
        assertThat(watching.silence(2, money, OPEN)).isEmpty();
        hold(Map.of(1L, gone.address(), 2L, money.address()));
        assertThat(watching.silence(1, gone, OPEN)).contains(WatchPort.Silence.UNREADABLE);
        assertThat(watching.silence(2, money, OPEN)).isEmpty();
    }

    @Test
    void a_search_that_asks_for_too_much_cannot_be_put_on_watch_and_does_not_silence_the_others() {
        SavedSearch endless = new SavedSearch("q=endless");
        assertThatThrownBy(() -> watching.saved(endless.parameters()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .containsExactly(new Problem.FieldError("q", "search.refused.unwatchable")));
        assertThat(watching.silence(1, endless, OPEN)).contains(WatchPort.Silence.UNREADABLE);
        hold(Map.of(1L, endless.address(), 2L, "q=money"));
        complaint(7, 1, "money money7");
        changed(7);
        assertThat(watching.after(-1).complaints())
                .containsExactly(new WatchPort.Changed(7, 1, "open", null, List.of(0L), Set.of(2L), Set.of()));
        assertThat(watching.silence(1, endless, OPEN))
                .as("the same whether something came or not")
                .contains(WatchPort.Silence.UNREADABLE);
    }

    @Test
    void a_search_that_fails_when_it_is_run_says_so_once_its_owner_may_know_of_the_complaint() {
        SavedSearch failing = WatchingExample.ofManyWords();
        hold(Map.of(1L, failing.address(), 2L, "q=money"));
        complaint(7, 1, "They took money.");
        changed(7);
        WatchPort.Changed came =
                WatchingExample.strictly(() -> watching.after(-1).complaints().getFirst());
        assertThat(came.matched()).containsExactly(2L);
        assertThat(came.failed()).containsExactly(1L);
        assertThat(watching.silence(1, failing, OPEN))
                .as("nobody said yet that the owner may see the complaint")
                .isEmpty();
        watching.ran(1, came);
        watching.ran(2, came);
        assertThat(watching.silence(1, failing, OPEN)).contains(WatchPort.Silence.FAILING);
        assertThat(watching.silence(2, new SavedSearch("q=money"), OPEN)).isEmpty();
    }

    @Test
    void whether_a_search_fails_against_sealed_complaints_is_told_to_those_who_may_see_them_and_to_nobody_else() {
        SavedSearch search = new SavedSearch("q=money");
        Set<String> both = Set.of("open", "apart");
        hold(Map.of(1L, search.address()));
        watching.ran(1, new WatchPort.Changed(8, 1, "apart", null, List.of(0L), Set.of(), Set.of(1L)));
        assertThat(watching.silence(1, search, both)).contains(WatchPort.Silence.FAILING);
        assertThat(watching.silence(1, search, OPEN)).isEmpty();
        watching.ran(1, new WatchPort.Changed(7, 1, "open", null, List.of(0L), Set.of(), Set.of(1L)));
        watching.ran(1, new WatchPort.Changed(8, 2, "apart", null, List.of(1L), Set.of(1L), Set.of()));
        assertThat(watching.silence(1, search, OPEN))
                .as("nor does it tell that a sealed one came that it could be run against")
                .contains(WatchPort.Silence.FAILING);
        watching.ran(1, new WatchPort.Changed(7, 2, "open", null, List.of(2L), Set.of(1L), Set.of()));
        assertThat(watching.silence(1, search, both)).isEmpty();
    }

    @Test
    void a_pattern_that_would_take_too_much_does_not_silence_the_others_and_cannot_be_put_on_watch() {
        String pattern = "abc*a" + "?".repeat(20);
        hold(Map.of(1L, "q=" + pattern.replace("?", "%3F") + "&syntax=analyst", 2L, "q=money"));
        complaint(7, 1, "money");
        changed(7);
        assertThat(watching.after(-1).complaints().getFirst().matched()).containsExactly(2L);
        assertThatThrownBy(() -> watching.saved(Map.of("q", List.of(pattern), "syntax", List.of("analyst"))))
                .isInstanceOf(Problem.class);
    }

    @Test
    void a_watch_meets_the_other_spellings_of_a_name_that_its_search_finds() {
        hold(Map.of(1L, "q=Diallo", 2L, "q=Diallo&syntax=analyst", 3L, "q=Diop"));
        complaint(7, 1, "It was sergeant Jallow.");
        changed(7);
        assertThat(watching.after(-1).complaints().getFirst().matched())
                .as("analysts get what they wrote and nothing else")
                .containsExactly(1L);
    }

    @Test
    void only_what_is_held_is_met() {
        complaint(7, 1, "money");
        changed(7);
        hold(Map.of(1L, "q=money", 2L, "q=money"));
        assertThat(watching.after(-1).complaints().getFirst().matched()).containsExactlyInAnyOrder(1L, 2L);
        hold(Map.of(2L, "q=money"));
        assertThat(watching.after(-1).complaints().getFirst().matched()).containsExactly(2L);
    }

    @Test
    void messages_letters_and_documents_are_met_and_notes_are_not_because_not_everybody_reads_them() {
        hold(Map.of(1L, "q=money", 2L, "q=letter%3Amoney", 3L, "q=boat"));
        sheets.put(
                7L,
                new ComplaintSheet(7, "2026-7", 1, 0)
                        .say(TextField.LETTER, "money")
                        .say(TextField.NOTE, "boat"));
        changed(7);
        assertThat(watching.after(-1).complaints().getFirst().matched()).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void a_search_that_names_notes_cannot_be_put_on_watch() {
        for (String q : List.of("note:boat", "money | -note:bo*", "(note:\"a boat\" | note:boat~1) money")) {
            assertThatThrownBy(() -> watching.saved(Map.of("q", List.of(q))))
                    .as(q)
                    .isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> watching.saved(Map.of("q", List.of("boat"), "in", List.of("note,letter"))))
                .isInstanceOf(Problem.class);
        assertThat(watching.saved(Map.of("q", List.of("letter:boat"))).address())
                .isEqualTo("q=letter%3Aboat");
    }

    @Test
    void a_saved_search_keeps_what_is_sought_and_drops_what_is_only_shown() {
        SavedSearch saved = watching.saved(Map.of(
                "q", List.of("money \"at night\""),
                "unit", List.of("police/D1"),
                "after", List.of(""),
                "sort", List.of("newest"),
                "rows", List.of("unit"),
                "columns", List.of("year"),
                "colour", List.of("blue")));
        assertThat(saved.address()).isEqualTo("q=money+%22at+night%22&unit=police%2FD1");
        assertThat(watching.saved(saved.parameters())).isEqualTo(saved);
        assertThat(watching.saved(Map.of()).address()).isEmpty();
        assertThatThrownBy(() -> watching.saved(Map.of("near", List.of("nowhere"))))
                .isInstanceOf(Problem.class);
    }
}
