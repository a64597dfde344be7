package redress.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnusualTest {

    private static final int DOCUMENTS = 2_000;
    private static final int IN_SCOPE = 150;
    private static final int WORDS = 3_000;
    private static final int PLANTED = 8;

    @Test
    void gives_the_statistic_of_dunning_a_sign() {
        SignedG2 more = SignedG2.of(12, 100, 30, 1_000);
        assertThat(more.statistic()).isEqualTo(13.79947090333204, within(1e-9));
        assertThat(more.p()).isEqualTo(0.00020339350095662306, within(1e-12));
        assertThat(SignedG2.of(30, 1_000, 12, 100).statistic()).isEqualTo(-more.statistic(), within(1e-9));
        assertThat(SignedG2.of(10, 100, 100, 1_000).statistic()).isEqualTo(0, within(1e-9));
        assertThat(SignedG2.of(0, 0, 5, 10).p()).isEqualTo(1);
        assertThatThrownBy(() -> SignedG2.of(3, 2, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void puts_planted_phrases_into_the_top_ten() {
        for (long seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            List<BitSet> words = words(random);
            BitSet scope = new BitSet();
            scope.set(0, IN_SCOPE);
            for (int phrase = 0; phrase < PLANTED; phrase++) {
                BitSet where = new BitSet();
                random.ints(0, IN_SCOPE).distinct().limit(12).forEach(where::set);
                random.ints(IN_SCOPE, DOCUMENTS).distinct().limit(15).forEach(where::set);
                words.add(where);
            }
            assertThat(found(words, scope).stream()
                            .limit(10)
                            .map(hit -> hit.term().text()))
                    .contains("3000", "3001", "3002", "3003", "3004", "3005", "3006", "3007");
        }
    }

    @Test
    void finds_nothing_where_labels_were_shuffled() {
        Random random = new Random(7);
        List<BitSet> words = words(random);
        int shuffles = 150;
        int deceived = 0;
        for (int shuffle = 0; shuffle < shuffles; shuffle++) {
            BitSet scope = new BitSet();
            random.ints(0, DOCUMENTS).distinct().limit(IN_SCOPE).forEach(scope::set);
            deceived += found(words, scope).isEmpty() ? 0 : 1;
        }
        System.out.printf("unusual words: found in %d of %d shuffles%n", deceived, shuffles);
        assertThat((double) deceived / shuffles).isLessThanOrEqualTo(0.1);
    }

    @Test
    void wants_three_documents_from_three_complainants() {
        assertThat(Unusual.in(List.of(new Unusual.Term("van", 9, 2, 0)), 50, 5_000, 0.1))
                .isEmpty();
        assertThat(Unusual.in(List.of(new Unusual.Term("van", 2, 2, 0)), 50, 5_000, 0.1))
                .isEmpty();
        assertThat(Unusual.in(List.of(new Unusual.Term("van", 9, 3, 0)), 50, 5_000, 0.1))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.strength().here()).isEqualTo(9);
                    assertThat(hit.strength().inScope()).isEqualTo(50);
                    assertThat(hit.strength().elsewhere()).isZero();
                    assertThat(hit.strength().outside()).isEqualTo(5_000);
                });
    }

    @Test
    void does_not_call_unusual_what_is_rarer_here() {
        assertThat(Unusual.in(List.of(new Unusual.Term("the", 3, 3, 4_000)), 50, 5_000, 0.1))
                .isEmpty();
    }

    /** The documents in which each word stands: few words are frequent, most are rare (Zipf). */
    private static List<BitSet> words(Random random) {
        List<BitSet> words = new ArrayList<>();
        for (int rank = 1; rank <= WORDS; rank++) {
            BitSet where = new BitSet();
            int frequency = Math.max(3, DOCUMENTS / (2 + rank));
            random.ints(0, DOCUMENTS).distinct().limit(frequency).forEach(where::set);
            words.add(where);
        }
        return words;
    }

    private static List<Unusual.Hit> found(List<BitSet> words, BitSet scope) {
        List<Unusual.Term> terms = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            BitSet here = (BitSet) words.get(i).clone();
            here.and(scope);
            int count = here.cardinality();
            terms.add(new Unusual.Term(
                    Integer.toString(i), count, count, words.get(i).cardinality() - count));
        }
        return Unusual.in(terms, IN_SCOPE, DOCUMENTS - IN_SCOPE, 0.1);
    }
}
