package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.access.RecordKind;
import redress.access.Sight;
import redress.web.ViewExamples;

/** Whoever has no right to sealed complaints gets the same answers as if there were none, byte for byte. */
class SealedTest {

    @TempDir
    static Path folder;

    private static final List<ComplaintSheet> SHEETS = SheetExamples.many(500, 21);
    private static final Gazetteer GAZETTEER = SheetExamples.gazetteer();
    private static final List<Sight> WITHOUT_RIGHTS = List.of(
            SheetExamples.OPEN_ONLY,
            new Sight(SheetExamples.ANNA, true, Set.of(Sight.OPEN), Set.of()),
            new Sight("judge", false, Set.of(Sight.OPEN), Set.of(5L, 6L, 70L)),
            Sight.nothing("stranger"));

    private static final String OTHER = "sealed-2";
    private static final List<Sight> WITH_ONE_OF_TWO = List.of(
            SheetExamples.EVERYTHING,
            new Sight(SheetExamples.ANNA, true, Set.of(Sight.OPEN, SheetExamples.SEALED), Set.of()),
            new Sight("judge", false, Set.of(SheetExamples.SEALED), Set.of(5L, 6L, 70L)));

    private static SearchIndex whole;
    private static SearchIndex withoutSealed;
    private static SearchIndex withOther;
    private static Reading reading;
    private static Reading blind;
    private static Reading beyond;

    @BeforeAll
    static void build() throws IOException {
        List<ComplaintSheet> secrets = new ArrayList<>(SHEETS);
        secrets.addAll(secrets(10_001, SheetExamples.SEALED, ""));
        List<ComplaintSheet> more = new ArrayList<>(secrets);
        more.addAll(secrets(20_001, OTHER, likeMarket()));
        whole = IndexExample.of(folder.resolve("whole"), secrets);
        withoutSealed = IndexExample.of(
                folder.resolve("open"),
                SHEETS.stream()
                        .filter(sheet -> !Compartments.sealed(sheet.compartment()))
                        .toList());
        withOther = IndexExample.of(folder.resolve("other"), more);
        reading = new Reading(whole, new Columns());
        beyond = new Reading(withOther, new Columns());
        blind = new Reading(withoutSealed, new Columns());
    }

    /** Values, words and places that no open complaint has. */
    private static List<ComplaintSheet> secrets(long first, String compartment, String more) {
        List<ComplaintSheet> secrets = new ArrayList<>();
        for (long id = first; id < first + 60; id++) {
            secrets.add(new ComplaintSheet(id, "S-" + id, 1, 0)
                    .seenBy(compartment, SheetExamples.ANNA)
                    .put(Dimension.UNIT, "secret/unit" + more.length())
                    .put(Dimension.STAGE, "CLOSED")
                    .put(Dimension.MONTH, "1999-01")
                    .put(Dimension.PLACE, "SECRET")
                    .at(new Gazetteer.Spot(8.4, -13.2))
                    .say(
                            TextField.NARRATIVE,
                            "hushword bridge bridge bridges " + (id % 2 == 0 ? "market " : "marker ") + more)
                    .say(TextField.NOTES, "hushnote" + (more.isEmpty() ? "" : " hushmore " + more)));
        }
        return secrets;
    }

    /** More words than an engine would take of those that are like one, and nearer to it than others. */
    private static String likeMarket() {
        return IntStream.rangeClosed('a', 'z')
                .mapToObj(letter -> (char) letter)
                .flatMap(letter -> Stream.of(
                        "m" + letter + "arket",
                        "ma" + letter + "rket",
                        "market" + letter,
                        letter + "arket",
                        letter + "market",
                        "ma" + letter + "ket"))
                .collect(Collectors.joining(" "));
    }

    @AfterAll
    static void close() throws IOException {
        whole.close();
        withOther.close();
        withoutSealed.close();
    }

    private static Map<String, List<String>> question(Random random) {
        Map<String, List<String>> parameters = SheetExamples.filters(SHEETS, random);
        parameters.put("histogram", List.of(random.nextBoolean() ? "month" : "incidentMonth"));
        Dimension rows = SheetExamples.dimension(random);
        Dimension columns = SheetExamples.dimension(random);
        if (rows != columns) {
            parameters.put("rows", List.of(rows.word()));
            parameters.put("columns", List.of(columns.word()));
        }
        if (random.nextInt(4) == 0) {
            parameters.put("near", List.of("D1T1," + (1 + random.nextInt(60))));
        }
        if (random.nextInt(4) == 0) {
            parameters.put("in", List.of(random.nextBoolean() ? "notes" : "narrative"));
        }
        if (random.nextInt(3) == 0) {
            parameters.put("sort", List.of("newest"));
        }
        return parameters;
    }

    private static String text(Random random) {
        String word = SheetExamples.word(random);
        return switch (random.nextInt(10)) {
            case 0 -> "";
            case 1 -> word + " | " + SheetExamples.word(random);
            case 2 -> word + " unit:S11 nothing:here";
            case 3 -> "place:town2 date:2021..2024";
            case 4 -> word.substring(0, 3) + "* -" + SheetExamples.word(random);
            case 5 -> "hushword";
            case 6 -> "bridges hushnot* | market~1";
            case 7 -> "near:D0T0,30 received:2022..";
            case 8 -> "hushwords martek " + word;
            case 9 -> random.nextBoolean() ? "market~1 -market" : "harket~1 hush* -" + word;
            default -> word;
        };
    }

    @Test
    void hits_facets_course_table_json_and_page_are_the_same_with_and_without_the_sealed_complaints() {
        Random random = new Random(3);
        int offered = 0;
        for (int round = 0; round < 300; round++) {
            SearchQuery query = SheetExamples.asked(text(random), question(random));
            Sight sight = WITHOUT_RIGHTS.get(round % WITHOUT_RIGHTS.size());
            Answer with = beside(reading, query, sight);
            Answer without = beside(blind, query, sight);
            assertThat(with).isEqualTo(without);
            assertThat(json(query, with)).isEqualTo(json(query, without));
            offered += with.wider().size();
            if (round % 3 == 0) {
                String page = html(query, with);
                assertThat(page).isEqualTo(html(query, without)).doesNotContain("S-10", "secret/unit", "1999");
            }
        }
        assertThat(offered).isPositive();
    }

    @Test
    void members_of_one_sealed_compartment_get_the_same_with_and_without_the_complaints_of_another() {
        Random random = new Random(4);
        for (int round = 0; round < 150; round++) {
            SearchQuery query = SheetExamples.asked(text(random), question(random));
            Sight sight = WITH_ONE_OF_TWO.get(round % WITH_ONE_OF_TWO.size());
            Answer with = beside(beyond, query, sight);
            Answer without = beside(reading, query, sight);
            assertThat(with).as(query.text()).isEqualTo(without);
            assertThat(json(query, with)).isEqualTo(json(query, without));
            if (round % 3 == 0) {
                assertThat(html(query, with)).isEqualTo(html(query, without)).doesNotContain("S-2");
            }
        }
    }

    @Test
    void an_inexact_word_finds_every_word_that_is_so_like_it_and_the_word_as_it_was_typed_first(@TempDir Path other)
            throws IOException {
        List<String> words = Stream.of(likeMarket().split(" ")).distinct().toList();
        List<ComplaintSheet> sheets = LongStream.rangeClosed(1, words.size())
                .mapToObj(id -> new ComplaintSheet(id, "N-" + id, 1, id)
                        .say(TextField.NARRATIVE, "near the " + words.get((int) id - 1)))
                .toList();
        assertThat(words).hasSizeGreaterThan(90).contains("market");
        SearchIndex index = IndexExample.of(other, sheets);
        Answer answer = new Reading(index, new Columns()).answer(SearchQuery.of("market~1"), SheetExamples.OPEN_ONLY);
        assertThat(answer.count()).isEqualTo(words.size());
        assertThat(answer.hits().getFirst().id()).isEqualTo(words.indexOf("market") + 1);
        SearchQuery two =
                SearchQuery.of("market").read(new Understanding(new Clause.Inexact(null, "marxet", 2), List.of()));
        assertThat(new Reading(index, new Columns())
                        .answer(two, SheetExamples.OPEN_ONLY)
                        .hits()
                        .getFirst()
                        .id())
                .isEqualTo(words.indexOf("market") + 1);
        SearchQuery three =
                SearchQuery.of("mar").read(new Understanding(new Clause.Inexact(null, "mar", 2), List.of()));
        assertThat(new Reading(index, new Columns())
                        .answer(three, SheetExamples.OPEN_ONLY)
                        .count())
                .as("two wrong letters of three would be almost any word")
                .isZero();
        index.close();
    }

    private static Answer beside(Reading asked, SearchQuery query, Sight sight) {
        return Wider.beside(asked.answer(query, sight), query, less -> asked.answer(less, sight), less -> less);
    }

    @Test
    void somebody_with_the_right_does_find_them() {
        Answer answer = reading.answer(SearchQuery.of("hushword"), SheetExamples.EVERYTHING);
        assertThat(answer.count()).isEqualTo(60);
    }

    private static Found json(SearchQuery query, Answer answer) {
        return Found.of(query, answer, GAZETTEER, false, key -> key);
    }

    private static String html(SearchQuery query, Answer answer) {
        SearchPage.Reader reader = new SearchPage.Reader("A. Person", true, RecordKind.all());
        return ViewExamples.html(SearchPages.page(query, answer, GAZETTEER, false, reader), "/desk/search");
    }

    @Test
    void pages_of_one_question_stay_whole_while_others_write(@TempDir Path other) throws IOException {
        SearchIndex index = IndexExample.of(other, SHEETS);
        Reading moving = new Reading(index, new Columns());
        Random random = new Random(8);
        List<Long> seen = new ArrayList<>();
        String after = null;
        long fresh = 50_000;
        do {
            Answer page = moving.answer(
                    new Asking(GAZETTEER, Map.of("sort", List.of("newest"))).query("", after, 23),
                    SheetExamples.EVERYTHING);
            page.hits().forEach(hit -> seen.add(hit.id()));
            Cursor next = page.next();
            after = next == null ? null : next.text();
            // Complaints that were on a page already are written again, and new ones come in before them.
            Map<Long, ComplaintSheet> changed = new HashMap<>();
            seen.stream().limit(5).forEach(id -> changed.put(id, SHEETS.get((int) (id - 1))));
            ComplaintSheet late = new ComplaintSheet(fresh++, "N-" + fresh, 1, 2_000_000_000L + fresh)
                    .say(TextField.NARRATIVE, SheetExamples.text(random));
            changed.put(late.id(), late);
            Generation generation = index.current().orElseThrow();
            generation.replace(changed.keySet(), changed.values());
            generation.refresh();
        } while (after != null);
        assertThat(seen).doesNotHaveDuplicates().hasSize(SHEETS.size());
        index.close();
    }

    /** What comes moves the weight of everything, whether it says the words or not. */
    @Test
    void pages_of_the_best_stay_whole_while_others_write(@TempDir Path other) throws IOException {
        for (String late : List.of("Foday Sesay took a phone", "nothing of that", "Sesay Sesay Sesay")) {
            List<ComplaintSheet> sheets = LongStream.rangeClosed(1, 60)
                    .mapToObj(id -> SheetExamples.about(id, "Foday Sesay took money"))
                    .toList();
            SearchIndex index = IndexExample.of(other.resolve(late), sheets);
            Reading moving = new Reading(index, new Columns());
            List<Long> seen = new ArrayList<>();
            String after = null;
            long fresh = 50_000;
            do {
                Answer page = moving.answer(
                        new Asking(GAZETTEER, Map.of()).query("sesay money", after, 20), SheetExamples.EVERYTHING);
                page.hits().stream().filter(hit -> hit.id() <= 60).forEach(hit -> seen.add(hit.id()));
                Cursor next = page.next();
                after = next == null ? null : next.text();
                Generation generation = index.current().orElseThrow();
                generation.replace(List.of(fresh), List.of(SheetExamples.about(fresh++, late)));
                generation.refresh();
            } while (after != null);
            assertThat(seen).as(late).doesNotHaveDuplicates().hasSize(60);
            index.close();
        }
    }

    @Test
    void the_next_page_is_found_though_the_last_hit_of_this_one_is_gone_and_its_address_tells_no_weight(
            @TempDir Path other) throws IOException {
        List<ComplaintSheet> sheets = LongStream.rangeClosed(1, 60)
                .mapToObj(id -> SheetExamples.about(id, "Foday Sesay took money"))
                .toList();
        SearchIndex index = IndexExample.of(other, sheets);
        Reading moving = new Reading(index, new Columns());
        Answer first =
                moving.answer(new Asking(GAZETTEER, Map.of()).query("sesay", null, 20), SheetExamples.EVERYTHING);
        String after = Objects.requireNonNull(first.next()).text();
        long last = first.hits().getLast().id();
        assertThat(after).isEqualTo("r.20." + last);
        Generation generation = index.current().orElseThrow();
        generation.replace(List.of(last), List.of());
        generation.refresh();
        Answer second =
                moving.answer(new Asking(GAZETTEER, Map.of()).query("sesay", after, 20), SheetExamples.EVERYTHING);
        assertThat(second.hits()).hasSize(20);
        assertThat(second.hits().stream().map(Answer.Hit::id))
                .doesNotContainAnyElementsOf(
                        first.hits().stream().map(Answer.Hit::id).toList());
        index.close();
    }
}
