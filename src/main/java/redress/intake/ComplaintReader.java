package redress.intake;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.complaint.Channel;
import redress.complaint.Harm;
import redress.complaint.Incident;
import redress.complaint.ReceiptCode;
import redress.complaint.Story;
import redress.complaint.Subject;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.vault.Identity;

/**
 * Reads the JSON form of a submission. Strict: a field that is not known, a value of another type or a word that is not
 * among the allowed ones is told with its path, up to a hundred at once, since a silent loss would be worse than a
 * refusal.
 */
final class ComplaintReader {

    private static final Set<String> TOP = Set.of(
            "receiptCode",
            "language",
            "narrative",
            "categories",
            "incident",
            "institution",
            "officers",
            "harmed",
            "injury",
            "evidence",
            "witnesses",
            "elsewhere",
            "wanted",
            "contact",
            "publishConsent");
    private static final Set<String> INCIDENT = Set.of("date", "precision", "dateWords", "hour", "place", "placeWords");
    private static final Set<String> OFFICER = Set.of("name", "badge", "description");
    private static final Set<String> CONTACT = Set.of("name", "way", "address", "interpreter");

    /** So many errors are told; whoever mends them is told the rest. */
    private static final int MOST_ERRORS = 100;

    private final List<FieldError> errors = new ArrayList<>();

    private ComplaintReader() {}

    /** The submission in a JSON body, or a refusal that names every field that does not hold. */
    static Submission read(JsonObject body, String defaultLanguage) {
        ComplaintReader reader = new ComplaintReader();
        Submission submission = reader.submission(body, defaultLanguage);
        if (!reader.errors.isEmpty()) {
            throw Problem.invalid(reader.errors);
        }
        return submission;
    }

    private Submission submission(JsonObject body, String defaultLanguage) {
        known("", body, TOP);
        JsonObject incident = object(body, "incident", INCIDENT);
        String language = text(body, "", "language");
        Boolean publish = flag(body, "publishConsent");
        return new Submission(
                code(text(body, "", "receiptCode")),
                Channel.API,
                language == null ? defaultLanguage : language,
                story(body),
                strings(body, "categories", Submission.MOST_CATEGORIES),
                when(incident),
                new Incident.Where(
                        text(incident, "incident.", "place"),
                        text(incident, "incident.", "placeWords"),
                        text(body, "", "institution")),
                officers(body),
                Harm.told(
                        word(Harm.Whom.class, "harmed", text(body, "", "harmed")),
                        word(Harm.Injury.class, "injury", text(body, "", "injury"))),
                contact(object(body, "contact", CONTACT)),
                publish != null && publish);
    }

    private Story story(JsonObject body) {
        String narrative = text(body, "", "narrative");
        return Story.told(
                narrative == null ? "" : narrative,
                text(body, "", "evidence"),
                text(body, "", "witnesses"),
                text(body, "", "elsewhere"),
                text(body, "", "wanted"));
    }

    private ReceiptCode code(@Nullable String typed) {
        if (typed == null) {
            return ReceiptCode.mint();
        }
        try {
            return ReceiptCode.parse(typed);
        } catch (Problem malformed) {
            wrong("receiptCode", "submission.code.malformed");
            return ReceiptCode.mint();
        }
    }

    private Incident.When when(JsonObject incident) {
        LocalDate on = date(text(incident, "incident.", "date"));
        Incident.Precision precision =
                word(Incident.Precision.class, "incident.precision", text(incident, "incident.", "precision"));
        Incident.Precision told = on == null ? Incident.Precision.UNKNOWN : Incident.Precision.DAY;
        return new Incident.When(
                on,
                precision == null ? told : precision,
                text(incident, "incident.", "dateWords"),
                whole(incident, "hour"));
    }

    private @Nullable LocalDate date(@Nullable String iso) {
        try {
            return iso == null ? null : LocalDate.parse(iso);
        } catch (DateTimeException e) {
            wrong("incident.date", "submission.date.unreadable");
            return null;
        }
    }

    private List<Subject.Described> officers(JsonObject body) {
        List<Subject.Described> subjects = new ArrayList<>();
        for (JsonValue value : array(body, "officers", Submission.MOST_OFFICERS)) {
            if (value instanceof JsonObject officer) {
                known("officers.", officer, OFFICER);
                subjects.add(new Subject.Described(
                        text(officer, "officers.", "name"),
                        text(officer, "officers.", "badge"),
                        text(officer, "officers.", "description")));
            } else {
                wrong("officers", "submission.type");
            }
        }
        return subjects;
    }

    private Submission.Contact contact(JsonObject contact) {
        return new Submission.Contact(
                new Identity(text(contact, "contact.", "name"), text(contact, "contact.", "address")),
                text(contact, "contact.", "way"),
                text(contact, "contact.", "interpreter"));
    }

    private void known(String path, JsonObject object, Set<String> fields) {
        for (String name : object.keySet()) {
            if (!fields.contains(name)) {
                wrong(path + shortened(name), "submission.field.unknown");
            }
        }
    }

    /** What came from outside is told back in part only. */
    private static String shortened(String name) {
        String clean = name.replaceAll("[^\\p{L}\\p{N}_.-]", "?");
        return clean.length() > 60 ? clean.substring(0, 60) : clean;
    }

    private JsonObject object(JsonObject body, String name, Set<String> fields) {
        JsonValue value = body.getOrDefault(name, JsonValue.NULL);
        if (value instanceof JsonObject object) {
            known(name + ".", object, fields);
            return object;
        }
        mistyped(value, name);
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    /** The elements, and of a list that is too long one more than it may have, for which it is refused later. */
    private List<JsonValue> array(JsonObject body, String name, int most) {
        JsonValue value = body.getOrDefault(name, JsonValue.NULL);
        if (value instanceof JsonArray array) {
            return array.subList(0, Math.min(array.size(), most + 1));
        }
        mistyped(value, name);
        return List.of();
    }

    private List<String> strings(JsonObject body, String name, int most) {
        List<String> strings = new ArrayList<>();
        for (JsonValue value : array(body, name, most)) {
            if (value instanceof JsonString string) {
                strings.add(string.getString());
            } else {
                wrong(name, "submission.type");
            }
        }
        return strings;
    }

    private @Nullable String text(JsonObject object, String path, String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value instanceof JsonString string) {
            return string.getString().isBlank() ? null : string.getString();
        }
        mistyped(value, path + name);
        return null;
    }

    private @Nullable Integer whole(JsonObject object, String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value instanceof JsonNumber number && number.isIntegral() && Math.abs(number.doubleValue()) < 1e6) {
            return number.intValue();
        }
        mistyped(value, "incident." + name);
        return null;
    }

    private @Nullable Boolean flag(JsonObject object, String name) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        mistyped(value, name);
        return null;
    }

    /** Each error once, and not without end, since a body has room for a million of them. */
    private void wrong(String field, String text) {
        FieldError error = new FieldError(field, text);
        if (errors.size() < MOST_ERRORS && !errors.contains(error)) {
            errors.add(error);
        }
    }

    private void mistyped(JsonValue value, String field) {
        if (value != JsonValue.NULL) {
            wrong(field, "submission.type");
        }
    }

    private <E extends Enum<E>> @Nullable E word(Class<E> kind, String field, @Nullable String word) {
        if (word == null) {
            return null;
        }
        for (E constant : kind.getEnumConstants()) {
            if (constant.name().equals(word)) {
                return constant;
            }
        }
        wrong(field, "submission.word.unknown");
        return null;
    }
}
