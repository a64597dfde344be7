package redress.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has been typed so far, by field, as text. It travels with each page and is kept nowhere before it is sent, so it
 * is only as true as the sender: every field is checked again at the end. Control characters and halves of characters,
 * which no keyboard types, are left out; nothing else is changed.
 */
final class Answers {

    private static final Set<String> FIELDS = Question.allFields();
    private static final Set<String> LONG_FIELDS = Question.longFields();
    private static final int MOST_CHOICES = 40;

    private final Map<String, List<String>> given;

    private Answers(Map<String, List<String>> given) {
        this.given = given;
    }

    static Answers none() {
        return new Answers(Map.of());
    }

    /** The answers in a form; fields that the questionnaire does not know are left out. */
    static Answers of(Map<String, List<String>> form) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        form.forEach((field, values) -> {
            if (FIELDS.contains(field)) {
                List<String> kept = values.stream()
                        .map(value -> clean(value, LONG_FIELDS.contains(field)))
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .limit(MOST_CHOICES)
                        .toList();
                if (!kept.isEmpty()) {
                    given.put(field, kept);
                }
            }
        });
        return new Answers(given);
    }

    /** The answer in a field, or the empty text. */
    String one(String field) {
        List<String> values = given.get(field);
        return values == null ? "" : values.getFirst();
    }

    /** The answer to a question of one field, or the empty text. */
    String one(Question question) {
        return one(question.field());
    }

    /** All that was typed into the fields of a question, in one line. */
    String typed(Question question) {
        return question.fields().stream()
                .map(this::one)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** All that was chosen. */
    List<String> all(Question question) {
        return given.getOrDefault(question.field(), List.of());
    }

    /** Whether a question has any answer. */
    boolean answered(Question question) {
        return question.fields().stream().anyMatch(given::containsKey);
    }

    /** The fields of all pages but the given one: they travel as hidden fields. */
    Map<String, List<String>> outside(Step step) {
        Set<String> shown =
                step.questions().stream().flatMap(q -> q.fields().stream()).collect(Collectors.toSet());
        Map<String, List<String>> rest = new LinkedHashMap<>(given);
        rest.keySet().removeAll(shown);
        return rest;
    }

    private static String clean(String typed, boolean lines) {
        StringBuilder kept = new StringBuilder(typed.length());
        String text = typed.replace("\r\n", "\n").replace('\r', '\n');
        text.codePoints()
                .map(c -> c == '\t' || c == '\n' && !lines ? ' ' : c)
                .filter(c -> c == '\n' || !unwritable(c))
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    private static boolean unwritable(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.SURROGATE || type == Character.UNASSIGNED;
    }
}
