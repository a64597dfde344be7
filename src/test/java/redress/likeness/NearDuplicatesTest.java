package redress.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redress.planted.Planted;
import redress.planted.PlantedCorpus;

/** What is found of planted copies, and what is found that is none. */
class NearDuplicatesTest {

    private static final int TEXTS = 3_000;
    private static final int COPIED = 500;
    private static final PlantedCorpus CORPUS = PlantedCorpus.of(TEXTS, 17);
    private static final Map<Long, Signature> ALL = new HashMap<>();
    private static final Map<Long, Long> ORIGINALS = new HashMap<>();

    @BeforeAll
    static void plant() {
        CORPUS.documents().forEach(document -> ALL.put((long) document.number(), Signature.of(document.narrative())));
        CORPUS.planted().copies().forEach(copy -> ORIGINALS.put((long) copy.copy(), (long) copy.original()));
        for (int i = 0; i < 2 * COPIED; i++) {
            String copy = CORPUS.changed(CORPUS.document(i).narrative(), i < COPIED ? 0.05 : 0.15, i);
            ALL.put((long) TEXTS + i, Signature.of(copy));
            ORIGINALS.put((long) TEXTS + i, (long) i);
        }
    }

    @Test
    void finds_98_of_100_copies_with_5_and_90_with_15_percent_of_the_words_changed() {
        NearDuplicates all = all(ALL.keySet().stream().sorted().toList());
        double five = found(all, 0) / (double) COPIED;
        double fifteen = found(all, COPIED) / (double) COPIED;
        System.out.printf("near-duplicates: recall %.3f at 5 %% edits, %.3f at 15 %%%n", five, fifteen);
        assertThat(five).isGreaterThanOrEqualTo(0.98);
        assertThat(fifteen).isGreaterThanOrEqualTo(0.90);
    }

    private static int found(NearDuplicates all, int from) {
        int found = 0;
        for (long i = from; i < from + COPIED; i++) {
            long original = i;
            if (all.like(known(TEXTS + i)).stream().anyMatch(member -> member.id() == original)) {
                found++;
            }
        }
        return found;
    }

    @Test
    void calls_hardly_anything_a_copy_that_is_none() {
        int right = 0;
        int wrong = 0;
        for (NearDuplicates.Group group :
                all(ALL.keySet().stream().sorted().toList()).groups()) {
            for (NearDuplicates.Member copy : group.copies()) {
                boolean same = source(copy.id()) == source(group.principal());
                right += same ? 1 : 0;
                wrong += same ? 0 : 1;
            }
        }
        assertThat(right).isGreaterThan((int) (0.94 * 2 * COPIED));
        System.out.printf(
                "near-duplicates: precision %.3f of %d copies%n", (double) right / (right + wrong), right + wrong);
        assertThat((double) right / (right + wrong)).isGreaterThanOrEqualTo(0.95);
    }

    /** Where a text comes from in the end: a planted copy may itself have been copied. */
    private static long source(long id) {
        Long original = ORIGINALS.get(id);
        return original == null ? id : source(original);
    }

    @Test
    void finds_the_same_groups_in_whatever_order_texts_come() {
        List<Long> order = new ArrayList<>(ALL.keySet());
        Collections.shuffle(order, new Random(1));
        assertThat(all(order).groups())
                .isEqualTo(all(ALL.keySet().stream().sorted().toList()).groups());
    }

    @Test
    void makes_the_earliest_the_principal_and_says_how_much_each_copy_shares() {
        NearDuplicates some = new NearDuplicates();
        some.put(9, signature("one two three four five six seven eight nine ten"));
        some.put(5, signature("one two three four five six seven eight nine ten"));
        some.put(7, signature("one two three four five six seven eight nine eleven"));
        some.put(1, signature("quite another story of somebody else that shares not a run"));
        assertThat(some.groups()).hasSize(1);
        NearDuplicates.Group group = some.groups().getFirst();
        assertThat(group.principal()).isEqualTo(5);
        assertThat(group.copies()).extracting(NearDuplicates.Member::id).containsExactly(9L, 7L);
        assertThat(group.copies().getFirst().share()).isEqualTo(1);
        assertThat(group.copies().getLast().share()).isBetween(0.6, 0.95);
    }

    @Test
    void follows_what_is_put_in_anew_and_taken_out() {
        NearDuplicates some = new NearDuplicates();
        Signature story = signature("one two three four five six seven eight nine ten");
        some.put(1, story);
        some.put(2, story);
        some.put(3, story);
        some.remove(1);
        assertThat(some.groups().getFirst().principal()).isEqualTo(2);
        some.put(3, signature("quite another story of somebody else that shares not a run"));
        assertThat(some.groups()).isEmpty();
        some.put(3, story);
        assertThat(some.like(story)).extracting(NearDuplicates.Member::id).containsExactly(2L, 3L);
    }

    @Test
    void joins_no_chain_of_small_changes() {
        NearDuplicates some = new NearDuplicates();
        String text = CORPUS.document(0).narrative();
        for (int step = 0; step < 12; step++) {
            some.put(step, Signature.of(text));
            text = CORPUS.changed(text, 0.12, step);
        }
        Signature first = Signature.of(CORPUS.document(0).narrative());
        assertThat(some.groups().getFirst().copies())
                .allSatisfy(copy -> assertThat(copy.share()).isGreaterThanOrEqualTo(NearDuplicates.LEAST_SHARE));
        assertThat(some.like(first)).hasSizeLessThan(8);
    }

    @Test
    @Tag("deep")
    void holds_among_200_000_texts() {
        PlantedCorpus corpus = PlantedCorpus.of(200_000, 23);
        NearDuplicates all = new NearDuplicates();
        corpus.documents().forEach(document -> all.put(document.number(), Signature.of(document.narrative())));
        Map<Long, Long> originals = new HashMap<>();
        corpus.planted().copies().forEach(copy -> originals.put((long) copy.copy(), (long) copy.original()));
        int right = 0;
        int wrong = 0;
        for (NearDuplicates.Group group : all.groups()) {
            long source = originals.getOrDefault(group.principal(), group.principal());
            for (NearDuplicates.Member copy : group.copies()) {
                boolean same = originals.getOrDefault(copy.id(), copy.id()) == source;
                right += same ? 1 : 0;
                wrong += same ? 0 : 1;
            }
        }
        double five = recall(corpus, all, 0.05);
        double fifteen = recall(corpus, all, 0.15);
        double precision = (double) right / (right + wrong);
        System.out.printf(
                "near-duplicates among 200,000: recall %.3f at 5 %% edits, %.3f at 15 %%, precision %.3f of %d%n",
                five, fifteen, precision, right + wrong);
        assertThat(right).isGreaterThanOrEqualTo((int) (0.94 * originals.size()));
        assertThat(five).isGreaterThanOrEqualTo(0.98);
        assertThat(fifteen).isGreaterThanOrEqualTo(0.90);
        assertThat(precision).isGreaterThanOrEqualTo(0.95);
    }

    /** Asked by a planted copy of so many changes: how often its original is among what is like it. */
    private static double recall(PlantedCorpus corpus, NearDuplicates all, double changed) {
        List<Planted.Copy> copies = corpus.planted().copies().stream()
                .filter(copy -> copy.changed() == changed)
                .toList();
        long found = copies.stream()
                .filter(copy -> all
                        .like(Signature.of(corpus.document(copy.copy()).narrative()))
                        .stream()
                        .anyMatch(member -> member.id() == copy.original()))
                .count();
        return (double) found / copies.size();
    }

    private static NearDuplicates all(List<Long> order) {
        NearDuplicates all = new NearDuplicates();
        order.forEach(id -> all.put(id, known(id)));
        return all;
    }

    private static Signature known(long id) {
        return Objects.requireNonNull(ALL.get(id));
    }

    private static Signature signature(String text) {
        return Signature.of(text);
    }
}
