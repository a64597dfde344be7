package redress.register;

import static redress.register.Field.date;
import static redress.register.Field.flag;
import static redress.register.Field.key;
import static redress.register.Field.number;
import static redress.register.Field.text;
import static redress.register.Field.whole;
import static redress.register.Field.word;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a row can feed, and the fields of each; {@code docs/importing.md} lists the same, and a test compares. */
enum Part {
    UNIT(
            key("key", 64).must(),
            key("institution", 32),
            key("parent", 64),
            text("name", 200),
            text("kind", 32),
            date("opened_on"),
            date("closed_on")),
    OFFICER(
            key("key", 64).must(),
            key("institution", 32),
            text("given_name", 120),
            text("family_name", 120),
            text("sex", 16),
            whole("birth_year", 1850, 2100),
            text("badge", 32),
            text("grade", 64),
            date("appointed_on"),
            date("left_on")),
    CATEGORY(
            key("key", 300).must(),
            text("group", 200),
            text("label", 300),
            text("iccs", 16),
            whole("severity", 1, 5),
            flag("must_refer")),
    POSTING(key("key", 80), date("from_on"), date("to_on"), word("role", "MEMBER", "COMMANDER")),
    COMPLAINT(Shared.complaint(true)),
    MORE(Shared.complaint(false)),
    ALLEGATION(
            key("key", 2000),
            key("subject_key", 400),
            text("named_as", 300),
            text("badge_as", 64),
            text("described_as", 4000),
            word(
                    "finding",
                    "SUSTAINED",
                    "NOT_SUSTAINED",
                    "UNFOUNDED",
                    "EXONERATED",
                    "SUBJECT_NOT_IDENTIFIED",
                    "COMPLAINANT_GONE",
                    "OTHER_CLOSURE"),
            text("finding_local", 100),
            text("imposed_local", 200)),
    PERSON(
            word("part", "COMPLAINANT", "VICTIM").must(),
            key("key", 400),
            flag("anonymous"),
            text("sex", 16),
            whole("birth_year", 1850, 2100),
            whole("age", 0, 120),
            text("group_words", 100),
            word("injured", "NONE", "INJURED", "DEATH", "UNKNOWN"));

    private final List<Field> fields;

    Part(Field... fields) {
        this.fields = List.of(fields);
    }

    List<Field> fields() {
        return fields;
    }

    /** The word for it in a mapping. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    int index(String field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(field)) {
                return i;
            }
        }
        throw new IllegalArgumentException(this + " has no field " + field);
    }

    /** The parts that may be described inside this one: who or what it refers to. */
    Set<Part> inner() {
        return switch (this) {
            case POSTING -> EnumSet.of(OFFICER, UNIT);
            case COMPLAINT, MORE -> EnumSet.of(CATEGORY, UNIT);
            case ALLEGATION -> EnumSet.of(CATEGORY, OFFICER, UNIT);
            default -> EnumSet.noneOf(Part.class);
        };
    }

    Set<String> fieldNames() {
        return fields.stream().map(Field::name).collect(Collectors.toSet());
    }

    private static final class Shared {

        static Field[] complaint(boolean opening) {
            return Stream.of(
                            opening ? date("received_on").must() : date("received_on"),
                            key("number", 48),
                            text("narrative", 1_000_000),
                            word("channel", "WEB", "API", "PHONE", "LETTER", "IN_PERSON", "PARTNER", "REGISTER"),
                            text("language", 16),
                            word(
                                    "stage",
                                    "RECEIVED",
                                    "SCREENING",
                                    "INVESTIGATION",
                                    "REFERRED",
                                    "MEDIATION",
                                    "REFUSED",
                                    "CLOSED"),
                            whole("severity", 1, 5),
                            key("compartment", 32),
                            date("due_on"),
                            date("closed_on"),
                            key("assignee", 64),
                            word("harmed", "SELF", "FAMILY", "KNOWN", "STRANGER"),
                            word("injury", "NONE", "INJURED", "DEATH", "UNKNOWN"),
                            text("evidence_words", 10_000),
                            text("witness_words", 10_000),
                            text("elsewhere_words", 10_000),
                            text("wanted_words", 10_000),
                            flag("publish_consent"),
                            date("incident_on"),
                            word("date_precision", "DAY", "MONTH", "YEAR", "ABOUT", "UNKNOWN"),
                            text("date_words", 200),
                            whole("hour", 0, 23),
                            key("place_code", 64),
                            text("place_words", 500),
                            number("latitude"),
                            number("longitude"),
                            key("institution", 32))
                    .toArray(Field[]::new);
        }
    }
}
