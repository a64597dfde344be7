package redress.web.kit;

import gg.jte.Content;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The options of one example of the original kit. It remembers which were read, so that none is passed over in silence.
 */
final class Options {

    private final JsonObject json;
    private final String path;
    private final Set<String> unread;

    private Options(JsonObject json, String path, Set<String> unread) {
        this.json = json;
        this.path = path;
        this.unread = unread;
    }

    static Options of(JsonObject json) {
        Set<String> unread = new TreeSet<>();
        collect(json, "", unread);
        return new Options(json, "", unread);
    }

    private static void collect(JsonValue value, String path, Set<String> into) {
        if (value instanceof JsonObject object && !object.isEmpty()) {
            object.forEach((key, child) -> collect(child, path.isEmpty() ? key : path + "." + key, into));
        } else if (value instanceof JsonArray array && !array.isEmpty()) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), path + "[" + i + "]", into);
            }
        } else if (!path.isEmpty()) {
            into.add(path);
        }
    }

    /** The options that no adapter has read. */
    Set<String> unread() {
        return unread;
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    boolean has(String key) {
        JsonValue value = json.get(key);
        return value != null && value != JsonValue.NULL && value != JsonValue.FALSE;
    }

    /** Whether the option is given at all, be it as false, null or empty. */
    boolean given(String key) {
        return json.containsKey(key);
    }

    /** A text, a number as its text, or null. An empty text is none, as in the original. */
    @Nullable
    String text(String key) {
        unread.remove(at(key));
        return switch (json.get(key)) {
            case JsonString text -> text.getString().isEmpty() ? null : text.getString();
            case JsonNumber number -> number.toString();
            case JsonValue value when value == JsonValue.TRUE || value == JsonValue.FALSE -> value.toString();
            case null, default -> null;
        };
    }

    @Nullable
    Integer number(String key) {
        String text = text(key);
        return text == null ? null : Integer.valueOf(text);
    }

    boolean flag(String key) {
        unread.remove(at(key));
        return json.get(key) == JsonValue.TRUE;
    }

    @Nullable
    Boolean decision(String key) {
        unread.remove(at(key));
        JsonValue value = json.get(key);
        return value == JsonValue.TRUE ? Boolean.TRUE : value == JsonValue.FALSE ? Boolean.FALSE : null;
    }

    /** Markup, as a template would hand it on. */
    @Nullable
    Content html(String key) {
        String html = text(key);
        return html == null || !has(key) ? null : output -> output.writeContent(html);
    }

    /** A part of the options; empty when it is not there. */
    Options part(String key) {
        unread.remove(at(key));
        return new Options(
                json.get(key) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT, at(key), unread);
    }

    List<Options> list(String key) {
        unread.remove(at(key));
        if (!(json.get(key) instanceof JsonArray array)) {
            return List.of();
        }
        return java.util.stream.IntStream.range(0, array.size())
                .peek(i -> skip(array.get(i), at(key) + "[" + i + "]"))
                .filter(i -> array.get(i) instanceof JsonObject object && !object.isEmpty())
                .mapToObj(i -> new Options(array.getJsonObject(i), at(key) + "[" + i + "]", unread))
                .toList();
    }

    List<List<Options>> rows(String key) {
        unread.remove(at(key));
        if (!(json.get(key) instanceof JsonArray array)) {
            return List.of();
        }
        return java.util.stream.IntStream.range(0, array.size())
                .peek(i -> skip(array.get(i), at(key) + "[" + i + "]"))
                .filter(i -> array.get(i) instanceof JsonArray)
                .mapToObj(i -> {
                    JsonArray row = array.getJsonArray(i);
                    return java.util.stream.IntStream.range(0, row.size())
                            .mapToObj(
                                    j -> new Options(row.getJsonObject(j), at(key) + "[" + i + "][" + j + "]", unread))
                            .toList();
                })
                .toList();
    }

    List<String> texts(String key) {
        JsonArray array = json.getJsonArray(key);
        if (array == null) {
            return List.of();
        }
        for (int i = 0; i < array.size(); i++) {
            unread.remove(at(key) + "[" + i + "]");
        }
        unread.remove(at(key));
        return array.stream()
                .map(value -> value instanceof JsonString text ? text.getString() : value.toString())
                .toList();
    }

    /** What is false, null or empty stands for nothing in a list. */
    private void skip(JsonValue value, String where) {
        if (!(value instanceof JsonObject object) || object.isEmpty()) {
            unread.remove(where);
        }
    }
}
