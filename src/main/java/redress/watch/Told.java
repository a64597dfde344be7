package redress.watch;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.search.WatchPort;
import redress.time.Ids;
import redress.web.Form;

/** Watches and firings as JSON, and JSON as what a form would have sent. */
final class Told {

    private Told() {}

    static JsonObjectBuilder watch(Watch watch, LocalDate today, WatchPort.@Nullable Silence silent) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", Ids.text(watch.id()))
                .add("owner", watch.owner())
                .add("label", watch.label())
                .add("purpose", watch.purpose())
                .add("kind", watch.sought().kind().name())
                .add("search", watch.sought().search().address())
                .add("madeAt", watch.times().madeAt().toString())
                .add("until", watch.times().until().toString())
                .add("state", watch.state(today).name());
        Watch.Rule rule = watch.sought().rule();
        if (rule != null) {
            json.add("complaints", rule.complaints()).add("days", rule.days());
        }
        if (silent != null) {
            json.add(
                    "silent",
                    Json.createObjectBuilder().add("kind", silent.name()).add("why", why(silent)));
        }
        return json;
    }

    private static String why(WatchPort.Silence silent) {
        return switch (silent) {
            case UNREADABLE ->
                "The search of this watch cannot be read any more, so it meets nothing: perhaps something that it names is gone from the lists, or it asks for too much.";
            case FAILING ->
                "The search of this watch could not be run against a complaint, so it does not meet what it should.";
        };
    }

    static JsonArrayBuilder firings(List<Firing> firings) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        firings.forEach(firing -> json.add(firing(firing)));
        return json;
    }

    static JsonObjectBuilder firing(Firing firing) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", Ids.text(firing.id()))
                .add("watch", Ids.text(firing.watch().id()))
                .add("label", firing.watch().label())
                .add("kind", firing.watch().kind().name())
                .add("complaint", firing.met().number())
                .add("version", firing.met().version())
                .add("stage", firing.met().stage())
                .add("firedAt", firing.firedAt().toString())
                .add("state", firing.state().name());
        Firing.Reckoned reckoned = firing.reckoned();
        if (reckoned != null) {
            json.add("reckoned", reckoned(reckoned));
        }
        Firing.Review review = firing.review();
        if (review != null) {
            json.add("review", review(review));
        }
        return json;
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable Double value) {
        if (value == null) {
            json.addNull(name);
        } else {
            json.add(name, value);
        }
    }

    private static JsonObjectBuilder reckoned(Firing.Reckoned reckoned) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", reckoned.name())
                .add("key", reckoned.key())
                .add("counted", reckoned.counted())
                .add("days", reckoned.days())
                .add("peers", reckoned.peers());
        add(json, "expected", reckoned.expected());
        add(json, "chance", reckoned.chance());
        Firing.Apart apart = reckoned.apart();
        if (apart != null) {
            json.add(
                    "apart",
                    Json.createObjectBuilder().add("days", apart.days()).add("complaints", apart.complaints()));
        }
        return json;
    }

    private static JsonObjectBuilder review(Firing.Review review) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("action", review.action().name())
                .add("reason", review.reason())
                .add("by", review.by())
                .add("at", review.at().toString());
        optional(json, "effectDue", review.effectDue());
        optional(json, "effect", review.effect());
        optional(json, "effectWords", review.effectWords());
        return json;
    }

    private static void optional(JsonObjectBuilder json, String name, @Nullable Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }

    /** The texts and numbers of a JSON object, as a form. */
    static Form form(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            Map<String, String> fields = new HashMap<>();
            reader.readObject().forEach((name, value) -> {
                if (value instanceof JsonString text) {
                    fields.put(name, text.getString());
                } else if (value instanceof JsonNumber number) {
                    fields.put(name, number.toString());
                }
            });
            return Form.of(fields);
        } catch (JsonException | ClassCastException broken) {
            throw Problem.of(Problem.Kind.INVALID, "unreadable-json", "The body is not a JSON object.");
        }
    }
}
