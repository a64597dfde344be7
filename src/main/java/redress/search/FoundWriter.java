package redress.search;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redress.wiring.Part;

/**
 * Writes what was found as JSON, member by member: an answer has hundreds of rows, for which a binding by reflection
 * takes longer than the search. The members of an object stand in the order of their names; one that is null is left
 * out.
 */
@Provider
@Part
@Produces(MediaType.APPLICATION_JSON)
public class FoundWriter implements MessageBodyWriter<Found> {

    private static final JsonGeneratorFactory JSON = Json.createGeneratorFactory(Map.of());

    /** Made once. */
    public FoundWriter() {}

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Found.class;
    }

    @Override
    public void writeTo(
            Found found,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        write(found, out);
    }

    /** The answer as JSON in UTF-8. */
    static void write(Found found, OutputStream out) {
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
            member(json, "next", found.next());
            json.write("partial", found.partial());
            json.write("stale", found.stale());
            table(json, found.table());
            json.writeStartArray("understood");
            found.understood().forEach(term -> term(json, term));
            json.writeEnd();
            json.writeEnd();
        }
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
        json.write("columns", table.columns());
        facet(json, "down", table.down());
        json.write("rows", table.rows());
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
