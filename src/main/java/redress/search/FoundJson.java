package redress.search;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was found as JSON, member by member: an answer has hundreds of rows, on which a binding by reflection
 * spends longer. The members of an object stand in the order of their names; one that is null is left out.
 */
final class FoundJson {

    private static final JsonGeneratorFactory JSON = Json.createGeneratorFactory(Map.of());
    private static final int USUAL_LENGTH = 32 * 1024;

    private FoundJson() {}

    /** The answer in UTF-8. */
    static byte[] of(Found found) {
        StringWriter out = new StringWriter(USUAL_LENGTH);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.write("count", found.count());
            json.write("countingUnit", found.countingUnit());
            json.write("cut", found.cut());
            json.writeStartObject("facets");
            found.facets().forEach((dimension, values) -> facet(json, dimension, values));
            json.writeEnd();
            histogram(json, found.histogram());
            json.writeStartArray("hits");
            found.hits().forEach(hit -> hit(json, hit));
            json.writeEnd();
            more(json, found.more());
            member(json, "next", found.next());
            json.write("partial", found.partial());
            json.write("stale", found.stale());
            table(json, found.table());
            json.writeStartArray("understood");
            found.understood().forEach(term -> term(json, term));
            json.writeEnd();
            Long unplaced = found.unplaced();
            if (unplaced != null) {
                json.write("unplaced", unplaced);
            }
            json.writeStartArray("wider");
            found.wider().forEach(question -> wider(json, question));
            json.writeEnd();
            json.writeEnd();
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void member(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.write(name, value);
        }
    }

    private static void facet(JsonGenerator json, String name, List<Found.FacetRow> values) {
        json.writeStartArray(name);
        for (Found.FacetRow value : values) {
            json.writeStartObject();
            json.write("count", value.count());
            json.write("label", value.label());
            json.write("value", value.value());
            json.writeEnd();
        }
        json.writeEnd();
    }

    private static void more(JsonGenerator json, @Nullable List<String> dimensions) {
        if (dimensions != null) {
            json.writeStartArray("more");
            dimensions.forEach(json::write);
            json.writeEnd();
        }
    }

    private static void histogram(JsonGenerator json, Found.@Nullable Histogram course) {
        if (course != null) {
            json.writeStartObject("histogram");
            json.write("dimension", course.dimension());
            facet(json, "values", course.values());
            json.writeEnd();
        }
    }

    private static void hit(JsonGenerator json, Found.HitRow hit) {
        json.writeStartObject();
        member(json, "in", hit.in());
        json.write("number", hit.number());
        json.write("received", hit.received());
        json.writeStartArray("snippet");
        for (Found.Piece piece : hit.snippet()) {
            json.writeStartObject();
            json.write("match", piece.match());
            json.write("text", piece.text());
            json.writeEnd();
        }
        json.writeEnd();
        member(json, "stage", hit.stage());
        member(json, "unit", hit.unit());
        member(json, "unitName", hit.unitName());
        json.writeEnd();
    }

    private static void table(JsonGenerator json, Found.@Nullable Table table) {
        if (table == null) {
            return;
        }
        json.writeStartObject("table");
        facet(json, "across", table.across());
        json.writeStartArray("cells");
        for (List<Long> line : table.cells()) {
            json.writeStartArray();
            line.forEach(json::write);
            json.writeEnd();
        }
        json.writeEnd();
        json.write("columnCount", table.columnCount());
        json.write("columns", table.columns());
        facet(json, "down", table.down());
        json.write("rowCount", table.rowCount());
        json.write("rows", table.rows());
        json.writeEnd();
    }

    private static void wider(JsonGenerator json, Found.WiderRow question) {
        json.writeStartObject();
        json.write("count", question.count());
        json.write("kind", question.kind());
        json.write("parameters", question.parameters());
        json.writeEnd();
    }

    private static void term(JsonGenerator json, Found.TermRow term) {
        json.writeStartObject();
        member(json, "field", term.field());
        json.write("meaning", term.meaning());
        json.write("text", term.text());
        json.write("understood", term.understood());
        json.writeEnd();
    }
}
