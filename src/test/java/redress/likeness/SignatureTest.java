package redress.likeness;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final String STORY =
            "Policajci su nas zaustavili kod Džaferovića i tražili novac, onda su odveli mog brata.";

    @Test
    void takes_no_heed_of_case_accents_script_and_signs() {
        assertThat(Signature.of(
                        "ПОЛИЦАЈЦИ су нас — зауставили код Џаферовића и тражили новац; онда су одвели мог брата"))
                .isEqualTo(Signature.of(STORY));
        assertThat(Signature.of(STORY.replace("Dž", "Dz").replace("ž", "z"))).isEqualTo(Signature.of(STORY));
    }

    @Test
    void is_stored_in_258_bytes_and_read_again() {
        Signature signature = Signature.of(STORY);
        byte[] stored = bytes(STORY);
        assertThat(stored).hasSize(Signature.LENGTH).hasSize(258);
        assertThat(Signature.read(stored)).isEqualTo(signature);
        assertThat(signature.words()).isEqualTo(14);
    }

    @Test
    void is_not_stored_where_there_are_no_words() {
        assertThat(Signature.toStore(null)).isNull();
        assertThat(Signature.toStore(" \n")).isNull();
    }

    @Test
    void what_was_stored_beside_a_text_is_taken_and_made_anew_only_where_it_is_missing_or_of_another_version() {
        byte[] stored = bytes("Another text, so that it shows which of both was taken");
        assertThat(Signature.stored(stored, STORY)).isSameAs(stored);
        byte[] older = stored.clone();
        older[0]--;
        assertThat(Signature.stored(older, STORY)).isEqualTo(bytes(STORY));
        assertThat(Signature.stored(new byte[3], STORY)).isEqualTo(bytes(STORY));
        assertThat(Signature.stored(null, STORY)).isEqualTo(bytes(STORY));
    }

    private static byte[] bytes(String text) {
        return requireNonNull(Signature.toStore(text));
    }

    @Test
    void stays_the_same_from_release_to_release_because_it_is_stored() {
        assertThat(Signature.of(STORY).hashCode()).isEqualTo(1_724_648_026);
    }

    @Test
    void refuses_bytes_of_another_version_or_length() {
        byte[] other = bytes(STORY);
        other[0]++;
        assertThatThrownBy(() -> Signature.read(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Signature.read(new byte[10])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void estimates_the_share_of_common_runs_within_four_standard_errors() {
        Random random = new Random(11);
        for (int kept = 0; kept <= 300; kept += 30) {
            List<String> words = numbers(random, 300);
            List<String> other = new ArrayList<>(words.subList(0, kept));
            other.addAll(numbers(random, 300 - kept));
            double exact = jaccard(runs(words), runs(other));
            double estimated = Signature.of(String.join(" ", words)).share(Signature.of(String.join(" ", other)));
            double error = Math.sqrt(exact * (1 - exact) / Signature.HASHES);
            assertThat(Math.abs(estimated - exact)).as("%d words kept", kept).isLessThanOrEqualTo(4 * error + 1e-9);
        }
    }

    @Test
    void says_nothing_of_texts_of_a_few_words() {
        Signature few = Signature.of("He took my money there");
        assertThat(few.telling()).isFalse();
        assertThat(few.share(few)).isZero();
        assertThat(few.bands()).isEmpty();
        assertThat(Signature.of("").share(Signature.of(""))).isZero();
    }

    private static List<String> numbers(Random random, int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> Integer.toString(random.nextInt(1_000_000_000), 36))
                .toList();
    }

    private static Set<String> runs(List<String> words) {
        return IntStream.rangeClosed(0, words.size() - Signature.RUN)
                .mapToObj(i -> String.join(" ", words.subList(i, i + Signature.RUN)))
                .collect(Collectors.toSet());
    }

    private static double jaccard(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.retainAll(others);
        return (double) both.size() / (some.size() + others.size() - both.size());
    }
}
