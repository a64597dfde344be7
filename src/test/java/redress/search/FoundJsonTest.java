package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoundJsonTest {

    private static final Found.FacetRow ROW = new Found.FacetRow("north/1", "First \"Street\" \u0160abac", 3);

    private static Found found(
            @Nullable List<String> more,
            Found.@Nullable Histogram course,
            Found.@Nullable Table table,
            @Nullable String next) {
        return new Found(
                "complaints",
                7,
                true,
                false,
                true,
                List.of(new Found.TermRow("unit:x", true, "unit", "Unit x"), new Found.TermRow("q:", false, null, "?")),
                List.of(
                        new Found.HitRow(
                                "2026-1",
                                "CLOSED",
                                "2026-01-02",
                                "north/1",
                                "First",
                                "narrative",
                                List.of(
                                        new Found.Piece("</script>\n\u0000\uD83D\uDE00", false),
                                        new Found.Piece("x", true))),
                        new Found.HitRow("2026-2", null, "2026-01-03", null, null, null, List.of())),
                new LinkedHashMap<>(Map.of("unit", List.of(ROW))),
                more,
                course,
                table,
                next,
                List.of(new Found.WiderRow("spelled", 4, "q=brigde%7E1")),
                next == null ? null : 5L);
    }

    private static String written(Found found) {
        return new String(FoundJson.of(found), StandardCharsets.UTF_8);
    }

    private static JsonObject read(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** Walks over the components of a record and looks each of them up by its name. */
    private static void same(@Nullable Object told, @Nullable JsonValue json) {
        switch (told) {
            case null -> assertThat(json).isNull();
            case Record row -> sameMembers(row, json == null ? JsonValue.EMPTY_JSON_OBJECT : json.asJsonObject());
            case Map<?, ?> map ->
                map.forEach((key, value) ->
                        same(value, json == null ? null : json.asJsonObject().get(key.toString())));
            case List<?> list -> {
                assertThat(json == null ? List.of() : json.asJsonArray()).hasSameSizeAs(list);
                for (int i = 0; i < list.size() && json != null; i++) {
                    same(list.get(i), json.asJsonArray().get(i));
                }
            }
            case String text -> assertThat(json).isEqualTo(Json.createValue(text));
            default -> assertThat(json).hasToString(told.toString());
        }
    }

    private static void sameMembers(Record row, JsonObject json) {
        Set<String> names = new TreeSet<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            Object value = value(row, component);
            if (value != null) {
                names.add(component.getName());
            }
            same(value, json.get(component.getName()));
        }
        assertThat(json.keySet()).containsExactlyElementsOf(names);
    }

    private static @Nullable Object value(Record row, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void every_member_is_told_once_under_its_name_and_in_the_order_of_names() {
        Found whole = found(
                List.of("unit", "commander"),
                new Found.Histogram("year", List.of(ROW)),
                new Found.Table("unit", "year", List.of(ROW), List.of(ROW), List.of(List.of(3L)), 501, 1),
                "r.1.2");
        same(whole, read(written(whole)));
    }

    @Test
    void what_is_null_is_left_out() {
        Found little = found(null, null, null, null);
        same(little, read(written(little)));
    }

    @Test
    void a_list_ends_at_a_hundred_values_and_where_there_are_more_its_dimension_is_named() {
        Map<String, List<String>> asked = Map.of("facets", List.of("unit,commander,stage"));
        SearchQuery query = SheetExamples.asked("", asked).listing(Found.ASKED_VALUES);
        assertThat(query.breakdown().most()).isEqualTo(101);
        Map<Dimension, List<Answer.Count>> counts =
                Map.of(Dimension.UNIT, values(101), Dimension.COMMANDER, values(100), Dimension.STAGE, values(0));
        Found found = Found.of(
                query,
                new Answer(500, List.of(), counts, List.of(), null, null, false, false, List.of()),
                SheetExamples.gazetteer(),
                false,
                key -> key);
        assertThat(found.more()).containsExactly("unit");
        assertThat(found.facets().get("unit"))
                .isEqualTo(values(100).stream()
                        .map(count -> new Found.FacetRow(count.value(), count.value(), count.count()))
                        .toList());
        assertThat(found.facets().get("commander")).hasSize(100);
        assertThat(written(found)).contains("\"hits\":[],\"more\":[\"unit\"],\"partial\"");
    }

    private static List<Answer.Count> values(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> new Answer.Count("v" + i, 500 - i))
                .toList();
    }
}
