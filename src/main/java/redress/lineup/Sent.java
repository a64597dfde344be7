package redress.lineup;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.web.JsonBody;

/**
 * The JSON object that a script sent. What is there but of another kind than is asked for is refused beside its name:
 * taken for nothing, it would be told to be missing.
 */
record Sent(JsonObject body) {

    private static final String NUMBER = "-?[0-9]{1,9}";

    /**
     * Reads it.
     *
     * @throws Problem invalid where it is no JSON object
     */
    static Sent of(InputStream body) throws IOException {
        return new Sent(JsonBody.read(body, -1));
    }

    /** A text; empty where there is none. */
    String text(String field) {
        return value(field)
                .map(value -> as(JsonString.class, value, field, "lineup.fault.json.text")
                        .getString())
                .orElse("");
    }

    /** The texts of a list; none where there is no such list. */
    List<String> texts(String field) {
        String fault = "lineup.fault.json.texts";
        return value(field).map(value -> as(JsonArray.class, value, field, fault)).stream()
                .flatMap(List::stream)
                .map(each -> as(JsonString.class, each, field, fault).getString())
                .toList();
    }

    /** A whole number; {@code none} where there is none. */
    int whole(String field, int none) {
        String fault = "lineup.fault.json.number";
        return value(field)
                .map(value -> as(JsonNumber.class, value, field, fault).toString())
                .map(digits -> {
                    if (!digits.matches(NUMBER)) {
                        throw refused(field, fault);
                    }
                    return Integer.parseInt(digits);
                })
                .orElse(none);
    }

    private Optional<JsonValue> value(String field) {
        return Optional.ofNullable(body.get(field)).filter(value -> value.getValueType() != JsonValue.ValueType.NULL);
    }

    private static <T extends JsonValue> T as(Class<T> kind, JsonValue value, String field, String fault) {
        if (!kind.isInstance(value)) {
            throw refused(field, fault);
        }
        return kind.cast(value);
    }

    private static Problem refused(String field, String fault) {
        return Problem.invalid(List.of(new FieldError(field, fault)));
    }
}
