package redress.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redress.complaint.Channel;
import redress.complaint.Finding;
import redress.complaint.Harm;
import redress.complaint.Stage;
import redress.problem.Problem;
import redress.time.Span;
import redress.web.Texts;

class AskingTest {

    @TempDir
    static Path folder;

    private static final List<ComplaintSheet> SHEETS = SheetExamples.many(400, 31);
    private static final Map<String, List<String>> ANALYST = Map.of("syntax", List.of("analyst"));
    private static SearchIndex index;
    private static Reading reading;

    @BeforeAll
    static void build() throws IOException {
        SHEETS.get(0)
                .say(TextField.NAMES, "Foday Kamara")
                .say(TextField.NAMES, "B-47")
                .say(TextField.BADGES, "B-47");
        SHEETS.get(3).say(TextField.BADGES, "A-417");
        SHEETS.get(4).say(TextField.BADGES, "C418");
        SHEETS.get(1).say(TextField.NAMES, "Mariama Kamara").say(TextField.WORDS, "at 47 Main Road");
        SHEETS.get(2).say(TextField.PLACES, "Old Bridge").say(TextField.NOTES, "An inquest will tell.");
        SHEETS.get(5).within(Span.of(LocalDate.of(2001, 6, 9), "MONTH"));
        index = IndexExample.of(folder, SHEETS);
        reading = new Reading(index, new Columns());
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    private static List<Long> found(String text, Map<String, List<String>> parameters) {
        Answer answer = reading.answer(
                new Asking(SheetExamples.gazetteer(), parameters).query(text, null, 100), SheetExamples.EVERYTHING);
        assertThat(answer.count()).isLessThanOrEqualTo(100);
        return answer.hits().stream().map(Answer.Hit::id).sorted().toList();
    }

    private static long count(String text, Map<String, List<String>> parameters) {
        return reading.answer(SheetExamples.asked(text, parameters), SheetExamples.EVERYTHING)
                .count();
    }

    private static long byHand(Predicate<ComplaintSheet> fits) {
        return SHEETS.stream().filter(fits).count();
    }

    private static boolean between(ComplaintSheet sheet, String from, String to) {
        Span days = sheet.incident();
        return days != null && days.touches(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void fields_of_text_look_into_their_own_text_only() {
        assertThat(found("officer:kamara badge:47", Map.of())).containsExactly(1L);
        assertThat(found("47", Map.of())).containsExactly(1L, 2L);
        assertThat(found("officer:\"mariama kamara\"", Map.of())).containsExactly(2L);
        assertThat(found("officer:kama*", Map.of())).containsExactly(1L, 2L);
        assertThat(found("place:\"old bridge\"", Map.of())).containsExactly(3L);
        assertThat(found("inquest", Map.of())).containsExactly(3L);
        assertThat(found("inquest", Map.of("in", List.of("narrative")))).isEmpty();
        assertThat(found("inquest", Map.of("in", List.of("narrative,notes")))).containsExactly(3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "syntax"})
    void fields_of_facts_count_what_a_count_by_hand_does(String syntax) {
        Map<String, List<String>> parameters = syntax.isEmpty() ? Map.of() : ANALYST;
        assertThat(count("date:2022-03..2023-06", parameters))
                .isEqualTo(byHand(sheet -> between(sheet, "2022-03-01", "2023-06-30")));
        assertThat(count("date:2022-03-15..2022-03-17", parameters))
                .isEqualTo(byHand(sheet -> between(sheet, "2022-03-15", "2022-03-17")));
        assertThat(count("before:2022", parameters))
                .isEqualTo(byHand(sheet -> between(sheet, "1900-01-01", "2021-12-31")));
        assertThat(count("after:2023-02", parameters))
                .isEqualTo(byHand(sheet -> between(sheet, "2023-03-01", "2100-01-01")));
        assertThat(count("received:2024", parameters))
                .isEqualTo(byHand(sheet -> sheet.values(Dimension.YEAR).contains("2024")));
        assertThat(count("unit:S12", parameters))
                .isEqualTo(byHand(sheet -> sheet.values(Dimension.UNIT).contains("police/S12")
                        || sheet.values(Dimension.UNIT).contains("army/S12")));
        assertThat(count("stage:closed weekday:fri", parameters))
                .isEqualTo(byHand(sheet -> sheet.values(Dimension.STAGE).contains("CLOSED")
                        && sheet.values(Dimension.WEEKDAY).contains("5")));
        assertThat(count("hour:22..01", parameters))
                .isEqualTo(byHand(sheet ->
                        sheet.values(Dimension.HOUR).stream().anyMatch(List.of("22", "23", "00", "01")::contains)));
        assertThat(count("number:" + SHEETS.get(7).number(), parameters)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "syntax"})
    void what_happened_on_some_day_of_a_month_is_found_for_each_of_its_days_and_for_no_other(String syntax) {
        Map<String, List<String>> parameters = syntax.isEmpty() ? Map.of() : ANALYST;
        for (String days :
                List.of("2001-06", "2001-06-01", "2001-06-15", "2001-06-30..2001-07-10", "2001", "..2001-06-02")) {
            assertThat(found("date:" + days, parameters)).as(days).containsExactly(6L);
        }
        for (String days : List.of("2001-05", "2001-05-31", "2001-07-01", "2001-07..2001-12", "..2001-05-31")) {
            assertThat(found("date:" + days, parameters)).as(days).isEmpty();
        }
        assertThat(found("before:2001-06-02", parameters)).containsExactly(6L);
        assertThat(found("before:2001-06", parameters)).isEmpty();
        assertThat(found("after:2001-06-29 before:2002", parameters)).containsExactly(6L);
    }

    @Test
    void a_distance_finds_what_a_ruler_finds() {
        for (int km : new int[] {1, 5, 20, 60}) {
            long expected = byHand(sheet -> {
                Gazetteer.Spot spot = sheet.spot();
                return spot != null && kilometres(spot, 8.5, -13.1) <= km;
            });
            assertThat(count("", Map.of("near", List.of("8.5,-13.1," + km)))).isEqualTo(expected);
            assertThat(count("near:8.5,-13.1," + km, Map.of())).isEqualTo(expected);
            assertThat(count("", Map.of("near", List.of("town 11, " + km)))).isEqualTo(expected);
        }
        assertThat(count("", Map.of("near", List.of("8.5,-13.1,60")))).isPositive();
    }

    /** The haversine formula on a sphere. */
    private static double kilometres(Gazetteer.Spot spot, double latitude, double longitude) {
        double north = Math.toRadians(latitude - spot.latitude());
        double east = Math.toRadians(longitude - spot.longitude());
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(spot.latitude()))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * 6371.0087714 * Math.asin(Math.sqrt(half));
    }

    @Test
    void says_what_was_understood_and_what_was_taken_as_words() {
        Understanding read = SheetExamples.asked(
                        "bridge unit:S01 date:2024-02 colour:red date:soon category:none", Map.of())
                .read();
        assertThat(read.understood())
                .extracting(Understanding.Term::text, Understanding.Term::meaning)
                .containsExactly(
                        tuple("unit:S01", "Station 01; Station 01"), tuple("date:2024-02", "2024-02-01..2024-02-29"));
        assertThat(read.asWords())
                .extracting(Understanding.Term::text, Understanding.Term::meaning)
                .containsExactly(
                        tuple("colour:red", "search.why.field"),
                        tuple("date:soon", "search.why.date"),
                        tuple("category:none", "search.why.name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "badge:*17; pattern",
                "badge:4?7; pattern",
                "mar*t; pattern",
                "ma*; pattern",
                "m?rk*; pattern",
                "ab-*; pattern",
                "market-4*; pattern",
                "badge:ab-*; pattern",
                "number:2026-0*; pattern",
                "'\"market ro*\"'; quoted",
                "'officer:\"foday kam*\"'; quoted",
                "'place:\"old bri*\"'; quoted",
                "'number:\"2026-*\"'; quoted",
                "ab-ca~1; short",
                "badge:A-41~1; short",
                "badge:???; nothing",
                "???; nothing",
                "'\"\"'; nothing",
                "number:---; nothing",
                "officer:\"--\"; nothing",
                "'\"market road'; quote",
                "'officer:\"foday kamara'; quote",
                "\u201cmarket road; quote",
                "year:soon; year",
                "year:24; year",
                "year:..; year",
                "year:24..; year",
                "month:..2024-13; month",
                "year:2025..2024; year",
                "year:1900..2026; year",
                "month:2024; month",
                "month:2024-13; month",
                "month:march; month",
                "incidentMonth:2024-03..2024-13; month"
            })
    void what_cannot_be_looked_for_as_it_is_typed_is_told_with_the_reason(String text, String why) {
        Understanding read = SheetExamples.asked(text, Map.of()).read();
        assertThat(read.understood()).isEmpty();
        assertThat(read.asWords()).containsExactly(new Understanding.Term(text, null, "search.why." + why));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "unit: S12; unit:S12",
                "UNIT:   s12 market; UNIT:s12 market",
                "officer: kamara; officer:kamara",
                "officer: kama*; officer:kama*",
                "officer: \"mariama kamara\"; officer:\"mariama kamara\"",
                "(stage: closed) | market; (stage:closed) | market",
                "-stage: closed; -stage:closed",
                "near: -8.5,-13.1,5; near:-8.5,-13.1,5",
                "near: -8.5, -13.1, 5; near:-8.5,-13.1,5",
                "near:Town 11,5; near:\"Town 11,5\"",
                "near: town 11 , 5 km market; near:\"Town 11,5\" market",
                "near:\"Town 11\", 5; near:\"Town 11,5\"",
                "(near:Town 11,5) | market; (near:\"Town 11,5\") | market",
                "-near:Town 11,5; -near:\"Town 11,5\"",
                "near:D1T1, 5 market; near:D1T1,5 market",
                "date: soon; date:soon"
            })
    void a_blank_behind_the_colon_of_a_field_changes_nothing(String parted, String joined) {
        Understanding read = SheetExamples.asked(parted, Map.of()).read();
        Understanding same = SheetExamples.asked(joined, Map.of()).read();
        assertThat(read.clause()).isEqualTo(same.clause());
        assertThat(read.terms())
                .extracting(Understanding.Term::field, Understanding.Term::meaning)
                .isEqualTo(same.terms().stream()
                        .map(term -> tuple(term.field(), term.meaning()))
                        .toList());
        assertThat(read.terms()).allSatisfy(term -> assertThat(parted).contains(term.text()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "colour: red; colour red",
                "unit: -market; unit -market",
                "unit: | market; unit | market",
                "(unit: ) market; unit market",
                "unit: stage:closed; unit stage:closed",
                "unit:; unit"
            })
    void what_is_no_field_or_no_value_is_not_joined_over_a_blank(String typed, String words) {
        assertThat(SheetExamples.asked(typed, Map.of()).read().clause())
                .isEqualTo(SheetExamples.asked(words, Map.of()).read().clause());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u201cmariama kamara\u201d",
                "\u201emariama kamara\u201c",
                "\u201dmariama kamara\u201d",
                "\u00ab mariama kamara \u00bb",
                "\u00bbmariama kamara\u00ab",
                "\uff02mariama kamara\uff02",
                "\u201fmariama kamara\""
            })
    void quotation_marks_of_any_kind_hold_a_phrase_together(String phrase) {
        String turned = phrase.replace("mariama kamara", "kamara mariama");
        for (Map<String, List<String>> syntax : List.of(Map.<String, List<String>>of(), ANALYST)) {
            assertThat(found("officer:" + phrase, syntax)).containsExactly(2L);
            assertThat(found("officer:" + turned, syntax)).isEmpty();
        }
    }

    @Test
    void what_was_typed_is_told_with_the_quotation_marks_that_were_typed() {
        String typed = "officer:\u201cfoday kamara\u201d";
        assertThat(SheetExamples.asked(typed, Map.of()).read().understood())
                .containsExactly(new Understanding.Term(typed, "officer", "foday kamara"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "syntax"})
    void years_and_months_can_be_asked_for_from_one_to_another(String syntax) {
        Map<String, List<String>> parameters = syntax.isEmpty() ? Map.of() : ANALYST;
        assertThat(count("year:2022..2023", parameters)).isEqualTo(count("received:2022..2023", Map.of()));
        assertThat(count("month:2022-11..2023-2", parameters)).isEqualTo(count("received:2022-11..2023-02", Map.of()));
        assertThat(count("year:2022..", parameters)).isEqualTo(count("received:2022..", Map.of()));
        assertThat(count("year:..2022", parameters)).isEqualTo(count("received:..2022", Map.of()));
        assertThat(count("month:2022-11..", parameters)).isEqualTo(count("received:2022-11..", Map.of()));
        assertThat(count("month:..2022-11", parameters)).isEqualTo(count("received:..2022-11", Map.of()));
        assertThat(count("month:2024-3", parameters)).isEqualTo(count("received:2024-03", Map.of()));
        assertThat(count("incidentYear:2021..2022", parameters))
                .isEqualTo(byHand(sheet ->
                        sheet.values(Dimension.INCIDENT_YEAR).stream().anyMatch(List.of("2021", "2022")::contains)));
    }

    @Test
    void a_month_without_its_zero_is_told_as_the_month_that_it_is() {
        assertThat(SheetExamples.asked("month:2024-3 year:2019..2024 year:2022.. month:..2024-3", Map.of())
                        .read()
                        .understood())
                .containsExactly(
                        new Understanding.Term("month:2024-3", "month", "2024-03"),
                        new Understanding.Term("year:2019..2024", "year", "2019..2024"),
                        new Understanding.Term("year:2022..", "year", "2022.."),
                        new Understanding.Term("month:..2024-3", "month", "..2024-3"));
    }

    @Test
    void a_fifth_inexact_word_is_told_to_be_looked_for_as_it_is_written() {
        for (String four : List.of("market~ road~ phone~ night~", "market-road~ phone~ ab-night~1")) {
            assertThat(SheetExamples.asked(four + " bridge~1", Map.of()).read().asWords())
                    .containsExactly(new Understanding.Term("bridge~1", null, "search.why.inexact"));
        }
    }

    @Test
    void a_question_mark_at_the_end_of_a_word_is_one_and_no_pattern() {
        assertThat(SheetExamples.asked("where was he?", Map.of()).read().terms())
                .isEmpty();
    }

    @Test
    void what_holds_no_letter_or_digit_narrows_nothing_and_is_not_sought() {
        assertThat(SheetExamples.asked("??? badge:???", Map.of()).read().clause())
                .isEqualTo(new Clause.Everything());
        assertThat(count("market badge:??? | --", Map.of())).isEqualTo(count("market", Map.of()));
        assertThat(SavedSearch.of(SheetExamples.asked("???", Map.of())).address())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "syntax"})
    void a_badge_is_found_with_and_without_what_parts_its_letters_from_its_digits(String syntax) {
        Map<String, List<String>> parameters = syntax.isEmpty() ? Map.of() : ANALYST;
        assertThat(found("badge:A417", parameters)).containsExactly(4L);
        assertThat(found("badge:A-417", parameters)).containsExactly(4L);
        assertThat(found("badge:C-418", parameters)).containsExactly(5L);
        assertThat(found("badge:C418", parameters)).containsExactly(5L);
        for (String begun : List.of("badge:A41*", "badge:A-41*", "badge:A-4*", "badge:a417*", "badge:A-4172~1")) {
            assertThat(found(begun, parameters)).as(begun).containsExactly(4L);
        }
        assertThat(found("badge:C-41*", parameters)).containsExactly(5L);
        assertThat(found("badge:C41*", parameters)).containsExactly(5L);
        assertThat(found("badge:A-42*", parameters)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "syntax"})
    void of_a_place_beginnings_and_inexact_words_are_looked_for(String syntax) {
        Map<String, List<String>> parameters = syntax.isEmpty() ? Map.of() : ANALYST;
        assertThat(found("place:brid*", parameters)).containsExactly(3L);
        assertThat(found("place:bridgo~1", parameters)).containsExactly(3L);
        assertThat(found("place:bridg", parameters)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "syntax"})
    void a_complaint_number_can_be_asked_for_by_its_beginning(String syntax) {
        Map<String, List<String>> parameters = syntax.isEmpty() ? Map.of() : ANALYST;
        String number = SHEETS.get(6).number();
        assertThat(found("number:" + number.substring(0, number.length() - 2) + "*", parameters))
                .contains(7L);
        String other = number.substring(0, 5) + "9999*";
        assertThat(found("number:" + other, parameters)).isEmpty();
    }

    @Test
    void a_text_all_in_capitals_keeps_its_own_words_and_says_so() {
        Understanding read = SheetExamples.asked("POLICE DID NOT STOP AT THE BRIDGE", Map.of())
                .read();
        assertThat(read.clause())
                .isEqualTo(SheetExamples.asked("POLICE DID \\NOT STOP AT THE BRIDGE", Map.of())
                        .read()
                        .clause());
        assertThat(read.terms()).containsExactly(new Understanding.Term("NOT", null, "search.why.capitals"));
        assertThat(new Texts().has("search.why.capitals")).isTrue();
        for (String signs : List.of("EB-12 OR EB-13", "A417 OR A418", "الشرطة OR ضابط", "\"iron bridge\" OR EB-13")) {
            assertThat(SheetExamples.asked(signs, Map.of()).read().terms())
                    .as(signs)
                    .containsExactly(new Understanding.Term("OR", "sign", "|"));
        }
    }

    @Test
    void what_a_part_with_a_sign_was_read_as_is_told_as_it_was_typed() {
        assertThat(SheetExamples.asked("badge:A-41* place:brid* place:market~1 number:2026-00*", Map.of())
                        .read()
                        .understood())
                .extracting(Understanding.Term::field, Understanding.Term::meaning)
                .containsExactly(
                        tuple("badge", "A-41*"),
                        tuple("place", "brid*"),
                        tuple("place", "market~1"),
                        tuple("number", "2026-00*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bihac,10", "BIHAĆ,10", "Бихаћ,10"})
    void a_place_is_named_in_any_case_script_and_without_its_marks(String near) {
        Gazetteer.Spot spot = new Gazetteer.Spot(44.8169, 15.8708);
        Gazetteer bosnia = new Gazetteer(
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("bihac-7", new Gazetteer.Place("bihac-7", null, "Bihać", spot)),
                Map.of());
        Clause.Within within = new Clause.Within(44.8169, 15.8708, 10);
        assertThat(new Asking(bosnia, Map.of("near", List.of(near)))
                        .query("", null, 10)
                        .near())
                .isEqualTo(new SearchQuery.Near(near, within));
        assertThat(new Asking(bosnia, Map.of())
                        .query("near:" + near, null, 10)
                        .read()
                        .clause())
                .isEqualTo(within);
    }

    @Test
    void what_makes_no_distance_with_the_words_behind_it_stays_what_it_was() {
        for (String text : List.of("near:Bo market, 10", "near:Town 11", "near:Town 11,5km2", "near:Town 11,900")) {
            Understanding read = SheetExamples.asked(text, Map.of()).read();
            assertThat(read.understood()).as(text).isEmpty();
            assertThat(read.asWords())
                    .as(text)
                    .extracting(Understanding.Term::meaning)
                    .containsExactly("search.why.near");
        }
    }

    @Test
    void the_place_that_a_distance_is_measured_from_is_named_with_its_area_where_others_have_its_name() {
        Gazetteer.Spot spot = new Gazetteer.Spot(8, -12);
        Gazetteer twice = new Gazetteer(
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(
                        "S", new Gazetteer.Place("S", null, "Southern", null),
                        "S1", new Gazetteer.Place("S1", "S", "Port Loko", null),
                        "S2", new Gazetteer.Place("S2", "S", "Port Loko", spot),
                        "B", new Gazetteer.Place("B", "S", "Bo", spot)),
                Map.of());
        Understanding read = new Asking(twice, Map.of("near", List.of("port loko, 10")))
                .query("near:Port Loko,5 near:Bo,5 near:8,-12,5", null, 10)
                .read();
        assertThat(read.terms())
                .containsExactly(
                        new Understanding.Term("near:Port Loko,5", "near", "Port Loko (Southern), 5.0 km"),
                        new Understanding.Term("near:Bo,5", "near", "Bo, 5.0 km"),
                        new Understanding.Term("near:8,-12,5", "near", "8.0000, -12.0000, 5.0 km"),
                        new Understanding.Term("port loko, 10", "near", "Port Loko (Southern), 10.0 km"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Djuric", "djuri", "Ђурић", "Đurić"})
    void a_commander_is_named_with_dj_for_the_letter_that_a_keyboard_may_lack(String name) {
        Gazetteer bosnia =
                new Gazetteer(Map.of(), Map.of(), Map.of(), Map.of(), Map.of("9", "Džaferović, E.", "10", "Đurić, M."));
        assertThat(bosnia.meant(Dimension.COMMANDER, name)).containsExactly("10");
        Gazetteer written = new Gazetteer(Map.of(), Map.of(), Map.of(), Map.of(), Map.of("10", "Djuric, M."));
        assertThat(written.meant(Dimension.COMMANDER, name)).containsExactly("10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dzaferovic", "Џаферовић", "džaferović", "zaferov"})
    void a_commander_is_named_in_any_case_script_and_without_marks(String name) {
        Gazetteer bosnia =
                new Gazetteer(Map.of(), Map.of(), Map.of(), Map.of(), Map.of("9", "Džaferović, E.", "10", "Đurić, M."));
        assertThat(new Asking(bosnia, Map.of())
                        .query("commander:" + name, null, 10)
                        .read()
                        .clause())
                .isEqualTo(new Clause.Has(Dimension.COMMANDER, List.of("9")));
        assertThat(bosnia.meant(Dimension.COMMANDER, "\u0301")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "market OR phone; market | phone",
                "market phone OR road; market phone | road",
                "market OR phone OR road; market | phone | road",
                "market NOT phone; market -phone",
                "NOT market; -market",
                "market NOT  (phone road); market -(phone road)",
                "market NOT \"phone road\"; market -\"phone road\"",
                "market OR NOT phone; market | -phone",
                "market AND phone; market phone",
                "market AND NOT(phone OR road); market -(phone | road)",
                "(market OR stage:closed)AND phone; (market | stage:closed) phone",
                "OR market; \\OR market",
                "market OR; market \\OR",
                "(market AND) phone; (market \\AND) phone",
                "market | OR; market | \\OR",
                "market or phone and not road; market \\or phone \\and \\not road"
            })
    void words_in_capitals_that_join_or_leave_out_are_read_as_the_signs_for_it(String capitals, String signs) {
        Clause read = SheetExamples.asked(capitals, Map.of()).read().clause();
        assertThat(read).isEqualTo(SheetExamples.asked(signs, Map.of()).read().clause());
    }

    @Test
    void what_a_word_in_capitals_was_read_as_is_told_once() {
        Understanding read = SheetExamples.asked("market OR phone OR road NOT night AND bridge", Map.of())
                .read();
        assertThat(read.terms())
                .containsExactly(
                        new Understanding.Term("OR", "sign", "|"),
                        new Understanding.Term("NOT", "sign", "-"),
                        new Understanding.Term("AND", "sign", ""));
        assertThat(SheetExamples.asked("OR market or not \"NOT road\" \\AND phone", Map.of())
                        .read()
                        .terms())
                .isEmpty();
        for (String word : List.of("OR", "NOT", "AND")) {
            assertThat(new Texts().has("search.sign." + word)).isTrue();
        }
    }

    @Test
    void either_binds_its_neighbours_and_brackets_group() {
        long both = count("market (phone | road)", Map.of());
        assertThat(count("market phone | road", Map.of())).isEqualTo(both);
        assertThat(count("(market phone) | road", Map.of())).isGreaterThan(both);
        assertThat(count("market -phone", Map.of()) + count("market phone", Map.of()))
                .isEqualTo(count("market", Map.of()));
        assertThat(count("-market", Map.of()) + count("market", Map.of())).isEqualTo(SHEETS.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "field", "date", "near", "name", "many", "word", "hour", "year", "month", "pattern", "nothing", "quote",
                "inexact", "quoted", "short"
            })
    void every_misunderstanding_has_its_sentence(String why) {
        assertThat(new Texts().has("search.why." + why)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "near; nowhere,5",
                "near; 8.5,-13.1,9000",
                "near; 95,0,1",
                "near; District 1,5",
                "in; vault",
                "facets; vault",
                "histogram; unit",
                "rows; unit",
                "columns; unit"
            })
    void refuses_a_parameter_that_makes_no_sense_beside_its_name(String name, String value) {
        assertThatThrownBy(() -> SheetExamples.asked("", Map.of(name, List.of(value))))
                .isInstanceOf(Problem.class);
    }

    @Test
    void the_words_of_the_code_lists_are_those_of_the_complaint() {
        assertThat(Terms.WORDS.get(Dimension.STAGE)).isEqualTo(names(Stage.values()));
        assertThat(Terms.WORDS.get(Dimension.FINDING)).isEqualTo(names(Finding.values()));
        assertThat(Terms.WORDS.get(Dimension.CHANNEL)).isEqualTo(names(Channel.values()));
        assertThat(Terms.WORDS.get(Dimension.INJURY)).isEqualTo(names(Harm.Injury.values()));
        assertThat(Terms.WORDS.get(Dimension.HARMED)).isEqualTo(names(Harm.Whom.values()));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
