package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.access.RecordKind;
import redress.access.Sight;

/**
 * The same complaints and the same questions on both engines: the same hits, the same counts, nearly the same order.
 */
class TwoEnginesTest {

    private static final int QUESTIONS = 300;
    private static final int PAGE = 100;

    @TempDir
    static Path folder;

    private static final Cluster CLUSTER = OpenSearchExample.cluster();
    private static final List<ComplaintSheet> SHEETS = corpus();
    private static final List<Sight> SIGHTS = List.of(
            SheetExamples.OPEN_ONLY,
            SheetExamples.EVERYTHING,
            new Sight(SheetExamples.ANNA, true, Set.of(Sight.OPEN), Set.of()),
            new Sight(
                    "paul",
                    false,
                    Set.of(Sight.OPEN, SheetExamples.SEALED),
                    Set.of(3L, 4L, 50L, 51L, 52L),
                    RecordKind.all()),
            new Sight("olga", false, Set.of(Sight.OPEN), Set.of(), RecordKind.forAll()),
            new Sight("keeper", false, Set.of(SheetExamples.SEALED), Set.of()));

    private static SearchIndex embedded;
    private static ClusterIndex far;
    private static Reading one;
    private static ClusterReading other;

    /** Told in several languages, with forms of words that only stems bring together. */
    private static List<ComplaintSheet> corpus() {
        List<ComplaintSheet> sheets = SheetExamples.many(300, 77);
        Random random = new Random(78);
        String[][] told = {
            {"en", "The officers were stopping cars", "he's threatening complaints", "bribes at checkpoints"},
            {"fr", "l'officier demandait de l'argent", "les policiers ont frappé", "aux barrages routiers"},
            {"bs", "policajci su tražili novac", "Џаферовић је био на мосту", "službenik nas je zaustavio"},
            {"kri", "di officer dɛn bin tek money", "na checkpoint", "dɛn nɔ de gi di phone"},
            {"ar", "الشرطة أخذت المال", "ضابط في الطريق", "عند الجسر"}
        };
        for (ComplaintSheet sheet : sheets) {
            int language = random.nextInt(told.length + 1);
            if (language < told.length) {
                sheet.toldIn(told[language][0]);
                for (int sentence = random.nextInt(3); sentence >= 0; sentence--) {
                    sheet.say(TextField.NARRATIVE, told[language][1 + random.nextInt(3)]);
                }
            }
            if (random.nextInt(3) == 0) {
                sheet.say(TextField.NAMES, random.nextBoolean() ? "Foday Kamara K-17" : "Đorđević, Ljiljana");
            }
            sheet.say(TextField.LABELS, random.nextBoolean() ? "Excessive force" : "Bribery at a checkpoint");
            if (random.nextInt(4) == 0) {
                sheet.holds(sheet.id() * 1_000).say(TextField.NOTE, SheetExamples.text(random));
                sheet.holds(sheet.id() * 1_000 + 1).say(TextField.MESSAGE, "the secretary of the harbour wrote");
            }
            if (random.nextBoolean()) {
                sheet.say(TextField.WORDS, SheetExamples.text(random));
            }
        }
        return sheets;
    }

    @BeforeAll
    static void fill() throws IOException {
        embedded = new SearchIndex(folder);
        Generation near = embedded.begin();
        embedded.show(near);
        one = new Reading(embedded, new Columns());
        SearchContract.Filled.of(one, near, SHEETS);
        far = new ClusterIndex(CLUSTER, new Words(), OpenSearchExample.fresh(), 1);
        ClusterGeneration away = far.begin();
        far.show(away);
        other = new ClusterReading(CLUSTER, far, new Words());
        SearchContract.Filled.of(other, away, SHEETS);
    }

    @AfterAll
    static void close() throws IOException {
        embedded.close();
        far.clear();
        CLUSTER.close();
    }

    @Test
    void three_hundred_questions_find_and_count_the_same_and_rank_alike() {
        findCountAndRankAlike(QUESTIONS, 79);
    }

    @Test
    @Tag("deep")
    void three_hundred_questions_that_words_order_rank_alike() {
        assertThat(findCountAndRankAlike(4 * QUESTIONS, 80)).isGreaterThanOrEqualTo(QUESTIONS);
    }

    /** How many of the questions were ordered by words and had more than one hit. */
    private static int findCountAndRankAlike(int questions, long seed) {
        Random random = new Random(seed);
        List<Double> alike = new ArrayList<>();
        List<Double> open = new ArrayList<>();
        int found = 0;
        for (int question = 0; question < questions; question++) {
            String text = text(random);
            Map<String, List<String>> how = how(random);
            Sight sight = SIGHTS.get(random.nextInt(SIGHTS.size()));
            String told = text + " " + how + " " + sight.actorId();
            List<Answer> near = pages(one, text, how, sight);
            List<Answer> away = pages(other, text, how, sight);
            sameCounts(told, near.get(0), away.get(0));
            List<Long> expected = ids(near);
            List<Long> actual = ids(away);
            assertThat(new HashSet<>(actual)).as(told).isEqualTo(new HashSet<>(expected));
            assertThat(actual).as(told).hasSize(expected.size());
            if (how.containsKey("sort")) {
                assertThat(actual).as(told).isEqualTo(expected);
            }
            found += expected.isEmpty() ? 0 : 1;
            // Where dates order, or nothing is asked for in words, both have one order anyway.
            if (expected.size() > 1 && !how.containsKey("sort") && !text.isEmpty()) {
                alike.add(spearman(expected, actual));
                if (!sight.compartments().contains(SheetExamples.SEALED)) {
                    open.add(spearman(expected, actual));
                }
            }
        }
        double mean = alike.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double worst = alike.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double ofOpen = open.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "Two engines: %d questions, %d with hits, rank correlation of %d: mean %.4f, least %.4f, mean of open ones %.4f%n",
                questions,
                found,
                alike.size(),
                mean,
                worst,
                ofOpen);
        assertThat(found).isGreaterThan(questions / 2);
        assertThat(alike).hasSizeGreaterThan(questions / 4);
        assertThat(mean).isGreaterThanOrEqualTo(0.95);
        assertThat(ofOpen)
                .as("without sealed complaints, whose words weigh by themselves in a cluster")
                .isGreaterThanOrEqualTo(0.99);
        return alike.size();
    }

    private static void sameCounts(String told, Answer near, Answer away) {
        assertThat(away.count()).as(told).isEqualTo(near.count());
        assertThat(away.facets()).as(told).isEqualTo(near.facets());
        assertThat(away.course()).as(told).isEqualTo(near.course());
        assertThat(away.table()).as(told).isEqualTo(near.table());
    }

    private static List<Answer> pages(SearchPort engine, String text, Map<String, List<String>> how, Sight sight) {
        List<Answer> pages = new ArrayList<>();
        @Nullable String after = null;
        boolean more = true;
        while (more) {
            Answer answer = engine.answer(new Asking(SheetExamples.gazetteer(), how).query(text, after, PAGE), sight);
            pages.add(answer);
            Cursor next = answer.next();
            after = next == null ? null : next.text();
            more = after != null;
        }
        return pages;
    }

    private static List<Long> ids(List<Answer> pages) {
        return pages.stream()
                .flatMap(page -> page.hits().stream())
                .map(Answer.Hit::id)
                .toList();
    }

    /** Spearman's rank correlation of two orders of the same things (Spearman 1904), without ties. */
    private static double spearman(List<Long> one, List<Long> other) {
        Map<Long, Integer> place = new HashMap<>();
        for (int i = 0; i < one.size(); i++) {
            place.put(one.get(i), i);
        }
        double squares = 0;
        for (int i = 0; i < other.size(); i++) {
            double apart = place.getOrDefault(other.get(i), -1) - i;
            squares += apart * apart;
        }
        double n = one.size();
        return 1 - 6 * squares / (n * (n * n - 1));
    }

    /** A question as people type it: words, phrases, fields, days, distances, in several languages. */
    private static String text(Random random) {
        String one = SheetExamples.word(random);
        String two = SheetExamples.word(random);
        String[] forms = {
            "",
            one,
            one + " " + two,
            one + " | " + two,
            "\"" + one + " " + two + "\"",
            one + " -" + two,
            "(" + one + " | " + two + ") " + SheetExamples.word(random),
            one.substring(0, 3) + "* " + two,
            one.substring(0, one.length() - 1) + "x~1",
            "narrative:" + one + " notes:" + two,
            "officer:kamara | officer:dordevic",
            "date:2021..2023 " + one,
            "after:2022-06 " + one + " the",
            "received:2024 stage:closed",
            "near:D1,25 " + one,
            "place:D1 " + one,
            "complaint checkpoint",
            "policier",
            "džaferović",
            "službenici " + one,
            "الشرطة",
            "di officer " + one,
            "harbour secretary",
            "note:" + one,
            "SheetsWithout such"
        };
        return forms[random.nextInt(forms.length)];
    }

    private static Map<String, List<String>> how(Random random) {
        Map<String, List<String>> how = new HashMap<>(SheetExamples.filters(SHEETS, random));
        how.put("facets", List.of(SheetExamples.dimension(random).word(), "unit", "stage"));
        if (random.nextInt(3) == 0) {
            how.put("sort", List.of("newest"));
        }
        if (random.nextInt(4) == 0) {
            how.put("histogram", List.of(random.nextBoolean() ? "month" : "incidentYear"));
        }
        if (random.nextInt(6) == 0) {
            how.put("rows", List.of("unit"));
            how.put("columns", List.of(random.nextBoolean() ? "finding" : "year"));
        }
        if (random.nextInt(6) == 0) {
            how.put("near", List.of("8.45,-13.1," + (5 + random.nextInt(40))));
        }
        if (random.nextInt(8) == 0) {
            how.put("in", List.of("narrative,notes"));
        }
        return how;
    }

    @Test
    void what_analysts_ask_finds_the_same() {
        Random random = new Random(80);
        for (int question = 0; question < 40; question++) {
            String a = SheetExamples.word(random);
            String b = SheetExamples.word(random);
            String[] forms = {
                a + " AND NOT " + b,
                "\"" + a + " " + b + "\"~3",
                "narrative:" + a.substring(0, 4) + "* OR notes:" + b,
                a.substring(0, 3) + "?* " + b,
                "date:[2021-03 TO 2023-06] AND (" + a + " OR " + b + ")",
                "received:{2022 TO 2024] " + a,
                "+" + a + " -" + b + "~1",
                a + "-" + b.substring(0, 3) + "*",
                "narrative:" + a + "-" + b.substring(0, 3) + "?*",
                a + "-" + b + "x~1",
                "*:* AND weekday:monday"
            };
            String text = forms[question % forms.length];
            Map<String, List<String>> how = Map.of("syntax", List.of("analyst"), "facets", List.of("unit", "category"));
            Sight sight = SIGHTS.get(random.nextInt(SIGHTS.size()));
            List<Answer> near = pages(one, text, how, sight);
            List<Answer> away = pages(other, text, how, sight);
            sameCounts(text, near.get(0), away.get(0));
            assertThat(new HashSet<>(ids(away))).as(text).isEqualTo(new HashSet<>(ids(near)));
        }
    }
}
