package redress.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.planted.Planted;
import redress.planted.PlantedCorpus;
import redress.search.Texts;
import redress.search.TextsExample;

/** Words and phrases of an invented corpus whose truth is known. */
class WordCheckTest {

    private static final int DOCUMENTS = 3_000;

    @TempDir
    static Path folder;

    private static final PlantedCorpus CORPUS = PlantedCorpus.of(DOCUMENTS, 3);
    private static TextsExample example;
    private static Texts texts;

    @BeforeAll
    static void index() {
        example = TextsExample.of(folder, narratives(CORPUS), Map.of());
        texts = example.texts();
    }

    @AfterAll
    static void close() throws IOException {
        example.close();
    }

    private static Map<Long, String> narratives(PlantedCorpus corpus) {
        Map<Long, String> narratives = new HashMap<>();
        corpus.documents().forEach(document -> narratives.put(document.number() + 1L, document.narrative()));
        return narratives;
    }

    private static UnusualWords unusual(Texts said, Set<Long> here, int documents) {
        Set<Long> elsewhere = new HashSet<>();
        for (long id = 1; id <= documents; id++) {
            if (!here.contains(id)) {
                elsewhere.add(id);
            }
        }
        return new WordCheck(said.wording(here, TextsExample.others(elsewhere), TextsExample.OPEN_ONLY)).look();
    }

    @Test
    void planted_phrases_are_among_the_first_ten_of_their_station() throws IOException {
        phrasesAreFound(DOCUMENTS, 10);
    }

    @Test
    @Tag("deep")
    void planted_phrases_are_among_the_first_ten_of_their_station_in_large_registers() throws IOException {
        phrasesAreFound(100_000, 1);
    }

    private static void phrasesAreFound(int documents, int corpora) throws IOException {
        int planted = 0;
        int judged = 0;
        int found = 0;
        for (int seed = 3; seed < 3 + corpora; seed++) {
            PlantedCorpus corpus = PlantedCorpus.of(documents, seed);
            try (TextsExample own =
                    TextsExample.of(folder.resolve(documents + "-" + seed), narratives(corpus), Map.of())) {
                for (Planted.Phrase phrase : corpus.planted().phrases()) {
                    planted++;
                    // What two of a handful say could be chance.
                    if (said(corpus, phrase) >= 4) {
                        judged++;
                        found += first(own.texts(), corpus, phrase) ? 1 : 0;
                    }
                }
            }
        }
        System.out.printf(
                "planted phrases in %d registers of %d: of %d, %d were said by four or more of their station, %d of"
                        + " these are in its first ten%n",
                corpora, documents, planted, judged, found);
        assertThat(judged).isGreaterThan(corpora);
        assertThat(found).isEqualTo(judged);
    }

    private static boolean first(Texts said, PlantedCorpus corpus, Planted.Phrase phrase) {
        Set<Long> station = corpus.documents()
                .filter(document -> document.unit().equals(phrase.unit()))
                .map(document -> document.number() + 1L)
                .collect(Collectors.toSet());
        return unusual(said, station, corpus.size()).found().stream()
                .limit(10)
                .anyMatch(each -> each.text().equals(phrase.words()));
    }

    private static Told told(Texts said, Scoped scoped) {
        CopyCheck copies = Telling.copies(said, scoped, TextsExample.OPEN_ONLY);
        return Telling.told(said, scoped, copies, TextsExample.OPEN_ONLY, new Links(0, List.of(), 0, null));
    }

    private static long said(PlantedCorpus corpus, Planted.Phrase phrase) {
        return corpus.documents()
                .filter(document -> document.unit().equals(phrase.unit()))
                .filter(document -> document.narrative().contains(phrase.words()))
                .count();
    }

    @Test
    void nothing_is_unusual_where_complaints_were_shuffled_between_stations() {
        Random random = new Random(4);
        int shuffles = 100;
        int deceived = 0;
        for (int shuffle = 0; shuffle < shuffles; shuffle++) {
            Set<Long> scope = random.longs(1, DOCUMENTS + 1L)
                    .distinct()
                    .limit(20 + random.nextInt(100))
                    .boxed()
                    .collect(Collectors.toSet());
            deceived += unusual(texts, scope, DOCUMENTS).found().isEmpty() ? 0 : 1;
        }
        System.out.printf("unusual words and phrases: found in %d of %d shuffles%n", deceived, shuffles);
        assertThat((double) deceived / shuffles).isLessThanOrEqualTo(0.1);
    }

    @Test
    void a_letter_that_was_copied_twenty_times_makes_no_word_unusual() throws IOException {
        Map<Long, String> narratives = new HashMap<>();
        Precinct precinct = new Precinct();
        for (int district = 0; district < Precinct.DISTRICTS; district++) {
            for (int i = 0; i < 30; i++) {
                long id = 1_000L * (district + 1) + i;
                precinct.complaint(id, Precinct.WINDOW.first(), "police/S" + district);
                narratives.put(id, CORPUS.document(district * 30 + i).narrative());
            }
        }
        for (int copy = 0; copy < 20; copy++) {
            precinct.complaint(900 + copy, Precinct.WINDOW.first(), "police/S3");
            narratives.put(
                    900L + copy,
                    CORPUS.changed(
                            "We the undersigned market women protest against the unlawful closing of the harbour road"
                                    + " by officers on horseback and demand that the goods be given back to all",
                            0.05,
                            copy));
        }
        try (TextsExample campaign = TextsExample.of(folder.resolve("campaign"), narratives, Map.of())) {
            Told told = told(campaign.texts(), precinct.unit("police/S3"));
            assertThat(told.unusual().inScope()).isLessThan(35);
            assertThat(told.copies().texts()).isEqualTo(50);
            assertThat(told.copies().groups().getFirst()).satisfies(group -> {
                assertThat(group.first().number()).isEqualTo("n900");
                assertThat(group.copies()).hasSizeGreaterThan(15).allSatisfy(copy -> {
                    assertThat(copy.number()).startsWith("n9");
                    assertThat(copy.share()).isBetween(0.25, 1.0);
                });
            });
            assertThat(told.unusual().found())
                    .extracting(UnusualWords.Expression::text)
                    .doesNotContain("undersigned", "harbour road", "market women");
        }
    }

    @Test
    void too_few_texts_give_no_verdict_and_the_reason() {
        UnusualWords few = unusual(texts, Set.of(1L, 2L), DOCUMENTS);
        assertThat(few.lack()).isEqualTo(new Lack("TEXTS", 2, 3));
        UnusualWords alone = new WordCheck(
                        texts.wording(Set.of(1L, 2L, 3L), TextsExample.others(Set.of(4L)), TextsExample.OPEN_ONLY))
                .look();
        assertThat(alone.lack()).isEqualTo(new Lack("PEER_TEXTS", 1, WordCheck.LEAST_OUTSIDE));
    }

    @Test
    void of_many_unusual_words_a_hundred_are_told_and_all_are_counted() throws IOException {
        List<String> words = new ArrayList<>();
        for (int word = 0; word < 130; word++) {
            words.add("quo" + (char) ('a' + word / 26) + (char) ('a' + word % 26) + "x");
        }
        Map<Long, String> narratives = new HashMap<>();
        Random random = new Random(6);
        for (long id = 1; id <= 10; id++) {
            Collections.shuffle(words, random);
            narratives.put(id, String.join(" ", words));
        }
        Set<Long> elsewhere = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            narratives.put(1_000L + i, CORPUS.document(i).narrative());
            elsewhere.add(1_000L + i);
        }
        Set<Long> here = LongStream.rangeClosed(1, 10).boxed().collect(Collectors.toSet());
        try (TextsExample many = TextsExample.of(folder.resolve("many"), narratives, Map.of())) {
            UnusualWords unusual = new WordCheck(
                            many.texts().wording(here, TextsExample.others(elsewhere), TextsExample.OPEN_ONLY))
                    .look();
            assertThat(unusual.found()).hasSize(100);
            assertThat(unusual.left()).isEqualTo(30);
        }
    }

    @Test
    void where_there_is_nobody_else_that_is_the_reason_and_not_how_little_they_tell() throws IOException {
        Map<Long, String> narratives = new HashMap<>();
        Precinct precinct = new Precinct();
        for (long id = 1; id <= 30; id++) {
            precinct.complaint(id, Precinct.WINDOW.first(), "police/S" + id % 2);
            narratives.put(id, CORPUS.document((int) id).narrative());
        }
        Facts facts = precinct.facts();
        Set<Long> members = Set.of(1L, 3L, 5L, 7L);
        try (TextsExample alone = TextsExample.of(folder.resolve("alone"), narratives, Map.of())) {
            for (Group group : List.of(
                    new ClusterGroup(new Cluster("06A", "Grey lorry", members, null, null)),
                    Groups.ofUnit(facts.units().find("police").orElseThrow(), facts))) {
                Scoped scoped = new Scoped(facts, group);
                UnusualWords words = told(alone.texts(), scoped).unusual();
                assertThat(words.inScope()).isEqualTo(scoped.own().size());
                assertThat(words.lack()).isEqualTo(Lack.NO_PEERS);
            }
            Told search = told(alone.texts(), new Scoped(facts, new SearchGroup("lorry", members)));
            assertThat(search.unusual().lack())
                    .as("words of a search are compared")
                    .isNull();
        }
    }
}
