package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.access.Sight;
import redress.likeness.Signature;
import redress.planted.PlantedCorpus;
import redress.problem.Problem;

class WordingTest {

    private static final Set<Long> HERE = ids(1, 300);
    private static final Set<Long> ELSEWHERE = ids(301, 2_000);

    @TempDir
    Path folder;

    private static Set<Long> ids(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().collect(Collectors.toSet());
    }

    private static Map<Long, String> narratives(long from, long to, long seed) {
        Random random = new Random(seed);
        Map<Long, String> texts = new TreeMap<>();
        for (long id = from; id <= to; id++) {
            texts.put(id, SheetExamples.text(random) + " the officers of the " + SheetExamples.word(random));
        }
        return texts;
    }

    /** Counts by reading every text, word by word. */
    private static Map<String, int[]> counted(Map<Long, String> texts) {
        Map<String, int[]> counts = new TreeMap<>();
        texts.forEach((id, text) -> {
            List<String> words = new Words().of(text);
            Set<String> said = new TreeSet<>();
            for (int length = 1; length <= 3; length++) {
                for (int i = 0; i + length <= words.size(); i++) {
                    if (!little(words.get(i)) && !little(words.get(i + length - 1))) {
                        said.add(String.join(" ", words.subList(i, i + length)));
                    }
                }
            }
            said.forEach(each -> counts.computeIfAbsent(each, e -> new int[2])[HERE.contains(id) ? 0 : 1]++);
        });
        return counts;
    }

    private static boolean little(String word) {
        return Tongue.littleInAny(word) || word.length() < 2;
    }

    @Test
    void pronouns_and_prepositions_are_no_words_that_somebody_can_look_into() throws IOException {
        Map<Long, String> texts = narratives(1, 2_000, 4);
        HERE.forEach(id -> texts.compute(
                id,
                (key, text) -> text + " he took it from his hand during the night. "
                        + (id % 2 == 0 ? "Uzeo je njihov novac od nje." : "Узео је њихов новац од ње.")));
        try (TextsExample example = TextsExample.of(folder, texts, Map.of())) {
            Wording wording = example.texts().wording(HERE, TextsExample.others(ELSEWHERE), TextsExample.OPEN_ONLY);
            assertThat(wording.words().counts())
                    .extracting(Wording.Count::text)
                    .contains("took", "hand", "novac", "uzeo")
                    .doesNotContain("he", "from", "his", "during", "njihov", "od", "nje");
            assertThat(wording.phrases().counts())
                    .extracting(Wording.Count::text)
                    .noneMatch(phrase -> phrase.startsWith("his ") || phrase.endsWith(" from"));
        }
    }

    @Test
    void counts_of_words_and_phrases_are_those_of_reading_every_text() throws IOException {
        PlantedCorpus corpus = PlantedCorpus.of(2_000, 5);
        Map<Long, String> texts = new TreeMap<>();
        corpus.documents().forEach(each -> texts.put(each.number() + 1L, each.narrative()));
        HERE.forEach(id -> texts.compute(id, (key, text) -> id % 9 == 0 ? text + " the blue lorry of the" : text));
        try (TextsExample example = TextsExample.of(folder, texts, Map.of())) {
            Wording wording = example.texts().wording(HERE, TextsExample.others(ELSEWHERE), TextsExample.OPEN_ONLY);
            assertThat(wording.inScope()).isEqualTo(300);
            assertThat(wording.outside()).isEqualTo(1_700);
            Map<String, int[]> counts = counted(texts);
            counts.entrySet().removeIf(each -> !told(each.getKey(), each.getValue(), counts));
            Map<String, List<Integer>> expected = new HashMap<>();
            counts.forEach((text, both) -> expected.put(text, List.of(both[0], both[1])));
            Map<String, List<Integer>> found = new HashMap<>();
            wording.words().counts().forEach(each -> found.put(each.text(), List.of(each.here(), each.elsewhere())));
            wording.phrases().counts().forEach(each -> found.put(each.text(), List.of(each.here(), each.elsewhere())));
            assertThat(found).isEqualTo(expected).containsEntry("blue lorry", List.of(33, 0));
            assertThat(wording.phrases().counts()).hasSizeGreaterThan(50);
        }
    }

    /** Phrases of which a word is not common, and that are twice as frequent here. */
    private static boolean told(String text, int[] counts, Map<String, int[]> all) {
        boolean rare = Arrays.stream(text.split(" "))
                .anyMatch(word -> all.getOrDefault(word, new int[2])[1] <= PhraseCount.COMMON * ELSEWHERE.size());
        long most = (long) counts[0] * ELSEWHERE.size() / (PhraseCount.TIMES * HERE.size());
        return counts[0] >= Wording.LEAST && (!text.contains(" ") || rare && counts[1] <= most);
    }

    @Test
    void what_is_sealed_recused_or_not_assigned_leaves_no_trace_in_counts_or_signatures() throws IOException {
        Map<Long, String> open = narratives(1, 500, 6);
        Map<Long, String> sealed = new HashMap<>(narratives(501, 700, 7));
        sealed.replaceAll((id, text) -> text + " hushword at the bridge");
        Set<Long> here = ids(1, 120);
        here.addAll(ids(501, 600));
        Set<Long> elsewhere = ids(121, 500);
        elsewhere.addAll(ids(601, 700));
        try (TextsExample with = TextsExample.of(folder.resolve("with"), open, sealed);
                TextsExample without = TextsExample.of(folder.resolve("without"), open, Map.of())) {
            for (Sight sight : List.of(
                    TextsExample.OPEN_ONLY,
                    new Sight("judge", false, Set.of(Sight.OPEN), Set.of(3L, 130L)),
                    new Sight("nobody", true, Set.of(Sight.OPEN), Set.of()),
                    Sight.nothing("stranger"))) {
                assertThat(with.texts().wording(here, TextsExample.others(elsewhere), sight))
                        .isEqualTo(without.texts().wording(here, TextsExample.others(elsewhere), sight));
                assertThat(with.texts().signatures(here, sight))
                        .isEqualTo(without.texts().signatures(here, sight));
                assertThat(with.texts().sharing(here, 10, sight))
                        .isEqualTo(without.texts().sharing(here, 10, sight));
            }
            assertThat(with.texts()
                            .wording(here, TextsExample.others(elsewhere), TextsExample.EVERYTHING)
                            .words()
                            .counts())
                    .extracting(Wording.Count::text)
                    .contains("hushword");
            assertThat(with.texts().signatures(here, Sight.nothing("stranger"))).isEmpty();
        }
    }

    @Test
    void what_was_taken_out_is_counted_no_more() throws IOException {
        Map<Long, String> texts = narratives(1, 400, 8);
        texts.replaceAll((id, text) -> id % 4 == 0 ? text + " lantern" : text);
        try (TextsExample example = TextsExample.of(folder, texts, Map.of())) {
            Set<Long> gone = new HashSet<>();
            texts.forEach((id, text) -> {
                if (text.contains("lantern")) {
                    gone.add(id);
                }
            });
            example.remove(gone);
            Wording left =
                    example.texts().wording(ids(1, 100), TextsExample.others(ids(101, 400)), TextsExample.OPEN_ONLY);
            assertThat(left.inScope()).isEqualTo(75);
            assertThat(left.words().counts()).extracting(Wording.Count::text).doesNotContain("lantern");
        }
    }

    @Test
    void complaints_that_share_rare_words_are_found_whoever_they_are_about() throws IOException {
        Map<Long, String> texts = narratives(1, 600, 10);
        texts.computeIfPresent(5L, (id, text) -> text + " the limping sergeant with the ivory cane");
        texts.computeIfPresent(420L, (id, text) -> "An ivory cane and a limping man " + text);
        texts.computeIfPresent(421L, (id, text) -> "An ivory box " + text);
        try (TextsExample example = TextsExample.of(folder, texts, Map.of())) {
            assertThat(example.texts().sharing(Set.of(5L, 6L), 10, TextsExample.OPEN_ONLY))
                    .containsExactly(new Sharing(5, 420, 3));
            assertThat(example.texts().sharing(Set.of(5L, 420L), 10, TextsExample.OPEN_ONLY))
                    .containsExactly(new Sharing(5, 420, 3));
        }
    }

    @Test
    void signatures_are_those_of_the_narratives() throws IOException {
        Map<Long, String> texts = narratives(1, 50, 9);
        try (TextsExample example = TextsExample.of(folder, texts, Map.of())) {
            Map<Long, Signature> expected = new HashMap<>();
            texts.forEach((id, text) -> expected.put(id, Signature.of(text)));
            assertThat(example.texts().signatures(ids(1, 60), TextsExample.OPEN_ONLY))
                    .isEqualTo(expected);
        }
    }

    @Test
    void while_there_is_no_index_the_question_is_refused_as_unavailable() {
        Texts texts = new Texts(new SearchIndex(folder));
        assertThatThrownBy(() -> texts.wording(Set.of(1L), TextsExample.others(Set.of()), TextsExample.OPEN_ONLY))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
    }
}
