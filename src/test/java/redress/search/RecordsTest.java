package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redress.access.RecordKind;
import redress.access.Sight;
import redress.web.ViewExamples;

/** Messages, notes, letters and documents are found with their complaint, and by those alone who may read them. */
class RecordsTest {

    @TempDir
    static Path folder;

    private static final Gazetteer GAZETTEER = SheetExamples.gazetteer();
    private static final Sight OFFICER = sight(RecordKind.all());
    private static final Sight AUDITOR = sight(RecordKind.forAll());
    private static final Sight READS_NONE = sight(Set.of());

    private static SearchIndex whole;
    private static SearchIndex withoutNotes;
    private static SearchIndex withoutRecords;
    private static Reading reading;

    private static Sight sight(Set<RecordKind> reads) {
        return new Sight("somebody", false, Set.of(Sight.OPEN), Set.of(), reads);
    }

    /** Sheets of which some hold records, with words that the complaints have too and words that only they have. */
    private static List<ComplaintSheet> sheets(Set<TextField> kept) {
        List<ComplaintSheet> sheets = new ArrayList<>(SheetExamples.many(300, 5));
        Random random = new Random(6);
        for (ComplaintSheet sheet : sheets) {
            for (TextField field : List.of(TextField.MESSAGE, TextField.NOTE, TextField.LETTER, TextField.DOCUMENT)) {
                String text = SheetExamples.text(random) + " only" + field.word() + " everywhere";
                if (random.nextInt(3) == 0 && kept.contains(field)) {
                    sheet.holds(10_000 * field.ordinal() + sheet.id()).say(field, text);
                }
            }
        }
        ComplaintSheet silent = new ComplaintSheet(900, "2025-000900", 1, 0);
        if (kept.contains(TextField.NOTE)) {
            silent.say(TextField.NOTE, "A note on a complaint that tells nothing in words.");
        }
        sheets.add(silent);
        return sheets;
    }

    @BeforeAll
    static void build() throws IOException {
        Set<TextField> all = Set.of(TextField.MESSAGE, TextField.NOTE, TextField.LETTER, TextField.DOCUMENT);
        whole = IndexExample.of(folder.resolve("whole"), sheets(all));
        withoutNotes = IndexExample.of(
                folder.resolve("notes"), sheets(Set.of(TextField.MESSAGE, TextField.LETTER, TextField.DOCUMENT)));
        withoutRecords = IndexExample.of(folder.resolve("none"), sheets(Set.of()));
        reading = new Reading(whole, new Columns());
    }

    @AfterAll
    static void close() throws IOException {
        whole.close();
        withoutNotes.close();
        withoutRecords.close();
    }

    /** Without the time limit of the page: on a busy machine it would make an answer partial. */
    private static Answer answer(Reading from, SearchQuery query, Sight sight) {
        return from.answer(query, sight, Duration.ofMinutes(5));
    }

    private static SearchQuery asked(String text) {
        return SheetExamples.asked(text, Map.of());
    }

    private static long count(String text, Sight sight) {
        return answer(reading, asked(text), sight).count();
    }

    @Test
    void a_word_of_a_record_finds_the_complaint_and_the_hit_says_in_which_kind_of_record_it_stands() {
        for (String kind : List.of("message", "note", "letter", "document")) {
            Answer answer = answer(reading, asked("only" + kind), OFFICER);
            assertThat(answer.count()).as(kind).isGreaterThan(20);
            assertThat(answer.hits()).allSatisfy(hit -> {
                assertThat(hit.in()).isEqualTo(kind);
                assertThat(hit.snippet()).contains(new Answer.Piece("only" + kind, true));
            });
            String page = ViewExamples.html(
                    SearchPages.page(
                            asked("only" + kind),
                            answer,
                            GAZETTEER,
                            false,
                            new SearchPage.Reader("A. Person", true, RecordKind.all())),
                    "/desk/search");
            assertThat(page).contains("In a" + (kind.equals("note") ? "n internal note:" : " " + kind + ":"));
        }
        assertThat(answer(reading, asked("everywhere narrative:bridge"), OFFICER)
                        .hits())
                .allSatisfy(hit -> assertThat(hit.in()).isEqualTo("narrative"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            inquest          | notes      | In the reason of a decision:          | An inquest will tell.
            limping          | statements | In evidence, witnesses or descriptions: | A limping man.
            kamara           | names      | In a name or badge:                   | Foday Kamara
            badge:A417       | badges     | In a badge:                           | A-417
            place:gate       | places     | In the place:                         | Old Gate
            """)
    void words_of_anything_but_the_narrative_are_shown_and_it_is_said_where_they_stand(
            String asked, String in, String label, String shown) throws IOException {
        List<ComplaintSheet> sheets = List.of(
                new ComplaintSheet(1, "2026-000001", 1, 1)
                        .say(TextField.NARRATIVE, "They took my phone.")
                        .say(TextField.WORDS, "A limping man.")
                        .say(TextField.NAMES, "Foday Kamara")
                        .say(TextField.BADGES, "A-417")
                        .say(TextField.PLACES, "Old Gate")
                        .say(TextField.NOTES, "An inquest will tell."),
                new ComplaintSheet(2, "2026-000002", 1, 2).say(TextField.NOTES, "The reason of some decision."));
        SearchIndex index = IndexExample.of(folder.resolve("said-in-" + in), sheets);
        Reading asking = new Reading(index, new Columns());
        Answer answer = answer(asking, asked(asked), READS_NONE);
        assertThat(answer.hits()).hasSize(1).allSatisfy(hit -> {
            assertThat(hit.in()).isEqualTo(in);
            assertThat(hit.snippet().stream().map(Answer.Piece::text).collect(Collectors.joining()))
                    .isEqualTo(shown);
        });
        assertThat(page(asked(asked), answer)).contains("<b>" + label + "</b>");
        Answer all = answer(asking, asked(""), READS_NONE);
        assertThat(page(asked(""), all)).contains("They took my phone.").doesNotContain("some decision", "<b>In ");
        index.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"needle", "needl*", "\"needle found\""})
    void a_word_far_behind_the_beginning_of_a_document_is_shown_too(String asked) throws IOException {
        String letters = "word after word. ".repeat(15_000) + "A needle found. " + "word after word. ".repeat(3_000);
        ComplaintSheet sheet = new ComplaintSheet(1, "2026-000001", 1, 1)
                .say(TextField.NARRATIVE, "They took my phone.")
                .say(TextField.DOCUMENT, letters);
        SearchIndex index = IndexExample.of(folder.resolve("far" + asked.length()), List.of(sheet));
        Answer answer = answer(new Reading(index, new Columns()), asked(asked), OFFICER);
        assertThat(answer.hits()).hasSize(1).allSatisfy(hit -> {
            assertThat(hit.in()).isEqualTo("document");
            assertThat(hit.snippet())
                    .anyMatch(piece -> piece.match() && piece.text().startsWith("needle"));
        });
        index.close();
    }

    private static String page(SearchQuery query, Answer answer) {
        SearchPage.Reader reader = new SearchPage.Reader("A. Person", true, RecordKind.all());
        return ViewExamples.html(SearchPages.page(query, answer, GAZETTEER, false, reader), "/desk/search");
    }

    @Test
    void a_field_term_asks_one_kind_in_both_syntaxes() {
        for (String kind : List.of("message", "note", "letter", "document")) {
            long held = count("only" + kind, OFFICER);
            assertThat(count(kind + ":everywhere", OFFICER)).isEqualTo(held);
            assertThat(count(kind + ":\"only" + kind + " everywhere\"", OFFICER))
                    .isEqualTo(held);
            assertThat(count(kind + ":everyw*", OFFICER)).isEqualTo(held);
            SearchQuery analyst = SheetExamples.asked(
                    kind + ":(everywhere AND only" + kind + ")", Map.of("syntax", List.of("analyst")));
            assertThat(answer(reading, analyst, OFFICER).count()).isEqualTo(held);
            SearchQuery in = SheetExamples.asked("everywhere", Map.of("in", List.of(kind)));
            assertThat(answer(reading, in, OFFICER).count()).isEqualTo(held);
        }
        assertThat(count("-note:everywhere", OFFICER)).isEqualTo(count("", OFFICER) - count("onlynote", OFFICER));
    }

    private static String text(Random random) {
        String word = SheetExamples.word(random);
        return switch (random.nextInt(10)) {
            case 0 -> "";
            case 1 -> word + " | onlynote";
            case 2 -> "note:" + word;
            case 3 -> "-note:" + word + " " + SheetExamples.word(random);
            case 4 -> "note:onlyno* | everywhere";
            case 5 -> word.substring(0, 3) + "* -onlynote~1";
            case 6 -> "\"onlynote everywhere\" | letter:" + word;
            case 7 -> "everywhere";
            default -> word;
        };
    }

    private static Map<String, List<String>> question(Random random, List<ComplaintSheet> sheets) {
        Map<String, List<String>> parameters = SheetExamples.filters(sheets, random);
        parameters.put("histogram", List.of("month"));
        parameters.put("rows", List.of("stage"));
        parameters.put("columns", List.of("channel"));
        switch (random.nextInt(4)) {
            case 0 -> parameters.put("in", List.of("note"));
            case 1 -> parameters.put("in", List.of("note,narrative,letter"));
            default -> parameters.put("sort", List.of(random.nextBoolean() ? "newest" : "best"));
        }
        return parameters;
    }

    private static void same(Reading without, Sight sight, Random random, List<ComplaintSheet> sheets) {
        SearchQuery query = SheetExamples.asked(text(random), question(random, sheets));
        Answer one = answer(reading, query, sight);
        Answer other = answer(without, query, sight);
        assertThat(one).as(query.text()).isEqualTo(other);
        assertThat(Found.of(query, one, GAZETTEER, false, key -> key))
                .isEqualTo(Found.of(query, other, GAZETTEER, false, key -> key));
        assertThat(ViewExamples.html(
                        SearchPages.page(
                                query,
                                one,
                                GAZETTEER,
                                false,
                                new SearchPage.Reader("A. Person", true, RecordKind.all())),
                        "/desk/search"))
                .isEqualTo(ViewExamples.html(
                        SearchPages.page(
                                query,
                                other,
                                GAZETTEER,
                                false,
                                new SearchPage.Reader("A. Person", true, RecordKind.all())),
                        "/desk/search"));
    }

    @Test
    void who_may_not_read_notes_gets_the_same_answers_as_if_there_were_none() {
        List<ComplaintSheet> sheets = sheets(Set.of());
        Reading without = new Reading(withoutNotes, new Columns());
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            same(without, AUDITOR, random, sheets);
        }
        assertThat(count("onlynote", OFFICER)).isPositive();
        assertThat(count("onlynote", AUDITOR)).isZero();
    }

    @Test
    void who_may_read_no_record_gets_the_same_answers_as_if_there_were_none_at_all() {
        List<ComplaintSheet> sheets = sheets(Set.of());
        Reading without = new Reading(withoutRecords, new Columns());
        Random random = new Random(12);
        for (int round = 0; round < 60; round++) {
            same(without, READS_NONE, random, sheets);
        }
    }

    @Test
    void unusual_words_and_copies_look_at_what_was_told_alone() {
        Set<Long> all =
                Set.copyOf(sheets(Set.of()).stream().map(ComplaintSheet::id).toList());
        Texts with = new Texts(whole);
        Texts without = new Texts(withoutRecords);
        assertThat(with.wording(all, TextsExample.others(Set.of()), OFFICER))
                .isEqualTo(without.wording(all, TextsExample.others(Set.of()), OFFICER));
        assertThat(with.signatures(all, OFFICER).keySet())
                .isEqualTo(without.signatures(all, OFFICER).keySet());
        assertThat(with.sharing(all, 3, OFFICER)).isEqualTo(without.sharing(all, 3, OFFICER));
    }
}
