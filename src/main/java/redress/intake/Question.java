package redress.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One question of the one questionnaire, which the pages, the one-page form and the check of what was typed all read.
 * The order is the order in which it is asked.
 */
enum Question {
    NARRATIVE("narrative", Step.HAPPENED, Kind.LONG_TEXT, 20_000),
    KINDS("kinds", Step.HAPPENED, Kind.SEVERAL, 0),
    WHEN("when", Step.WHEN, Kind.ONE, 0),
    DATE("date", Step.WHEN, Kind.DATE, 40),
    WHEN_WORDS("whenWords", Step.WHEN, Kind.TEXT, 100),
    HOUR("hour", Step.WHEN, Kind.SHORT_TEXT, 30),
    AREA("area", Step.WHERE, Kind.LIST, 0),
    PLACE_WORDS("placeWords", Step.WHERE, Kind.TEXT, 100),
    LANDMARK("landmark", Step.WHERE, Kind.TEXT, 90),
    SERVICE("service", Step.WHO, Kind.ONE, 0),
    OFFICER_NAMES("officerNames", Step.WHO, Kind.TEXT, 200),
    OFFICER_NUMBER("officerNumber", Step.WHO, Kind.SHORT_TEXT, 60),
    OFFICER_UNIT("officerUnit", Step.WHO, Kind.TEXT, 200),
    DESCRIPTION("description", Step.WHO, Kind.LONG_TEXT, 3_000),
    VEHICLE("vehicle", Step.WHO, Kind.TEXT, 200),
    HARMED("harmed", Step.HARMED, Kind.ONE, 0),
    INJURY("injury", Step.HARMED, Kind.ONE, 0),
    EVIDENCE("evidence", Step.PROOF, Kind.LONG_TEXT, 4_000),
    WITNESSES("witnesses", Step.PROOF, Kind.LONG_TEXT, 4_000),
    ELSEWHERE("elsewhere", Step.PROOF, Kind.LONG_TEXT, 4_000),
    WANTED("wanted", Step.OUTCOME, Kind.LONG_TEXT, 4_000),
    CONTACT("contact", Step.CONTACT, Kind.ONE, 0),
    CONTACT_DETAIL("contactDetail", Step.CONTACT, Kind.TEXT, 100),
    CONTACT_SAFE("contactSafe", Step.CONTACT, Kind.TEXT, 90),
    SPOKEN("spoken", Step.CONTACT, Kind.SHORT_TEXT, 30),
    INTERPRETER("interpreter", Step.CONTACT, Kind.TEXT, 60),
    NAME("name", Step.CONTACT, Kind.TEXT, 200),
    PUBLISH("publish", Step.CHECK, Kind.ONE, 0);

    /** How a question is answered. */
    enum Kind {
        LONG_TEXT,
        TEXT,
        SHORT_TEXT,
        DATE,
        ONE,
        SEVERAL,
        LIST
    }

    /** Fields of a submission that are filled from a question of another name, or from several. */
    private static final Map<String, Question> FILLED = Map.ofEntries(
            Map.entry("categories", KINDS),
            Map.entry("incident.date", DATE),
            Map.entry("incident.dateWords", WHEN_WORDS),
            Map.entry("incident.hour", HOUR),
            Map.entry("incident.place", AREA),
            Map.entry("incident.placeWords", PLACE_WORDS),
            Map.entry("institution", SERVICE),
            Map.entry("officers", OFFICER_NAMES),
            Map.entry("officers.name", OFFICER_NAMES),
            Map.entry("officers.badge", OFFICER_NUMBER),
            Map.entry("officers.description", DESCRIPTION),
            Map.entry("contact.name", NAME),
            Map.entry("contact.way", CONTACT),
            Map.entry("contact.address", CONTACT_DETAIL),
            Map.entry("contact.interpreter", INTERPRETER));

    static final List<String> DATE_PARTS = List.of("day", "month", "year");

    private final String field;
    private final Step step;
    private final Kind kind;
    private final int limit;

    Question(String field, Step step, Kind kind, int limit) {
        this.field = field;
        this.step = step;
        this.kind = kind;
        this.limit = limit;
    }

    /** The question that filled a field of a submission; the first one where none did. */
    static Question behind(String field) {
        return Stream.of(values())
                .filter(question -> question.field.equals(field))
                .findFirst()
                .orElse(FILLED.getOrDefault(field, NARRATIVE));
    }

    /** The name of its field in forms and texts. */
    String field() {
        return field;
    }

    /** The fields that hold its answer: three for a date, otherwise one. */
    List<String> fields() {
        return kind == Kind.DATE ? DATE_PARTS : List.of(field);
    }

    Step step() {
        return step;
    }

    Kind kind() {
        return kind;
    }

    /** The most characters that are taken; 0 where the answer is chosen. */
    int limit() {
        return limit;
    }

    /** Whether it has to be answered; each such question has an answer for those who do not know or do not want. */
    boolean required() {
        return this == NARRATIVE || kind == Kind.ONE;
    }

    /** Whether lines are kept. */
    boolean lines() {
        return kind == Kind.LONG_TEXT;
    }

    static Set<String> allFields() {
        return Stream.of(values()).flatMap(q -> q.fields().stream()).collect(Collectors.toUnmodifiableSet());
    }

    static Set<String> longFields() {
        return Stream.of(values()).filter(Question::lines).map(Question::field).collect(Collectors.toUnmodifiableSet());
    }
}
