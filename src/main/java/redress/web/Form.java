package redress.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem.FieldError;

/**
 * A form as it was sent, or empty before that, with what is wrong in it. Nothing that was typed is lost when it comes
 * back. It holds a person's words: it must never be logged, hence {@code toString} tells nothing.
 */
public final class Form {

    private final Map<String, List<String>> answers;
    private final List<FieldError> errors;

    private Form(Map<String, List<String>> answers, List<FieldError> errors) {
        this.answers = Map.copyOf(answers);
        this.errors = List.copyOf(errors);
    }

    /** Before anything was typed. */
    public static Form blank() {
        return new Form(Map.of(), List.of());
    }

    /** As it was sent. */
    public static Form of(MultivaluedMap<String, String> sent) {
        Map<String, List<String>> answers = new HashMap<>();
        sent.forEach((field, values) -> answers.put(
                field, values.stream().map(value -> value == null ? "" : value).toList()));
        return new Form(answers, List.of());
    }

    /** Filled from what is already known. */
    public static Form of(Map<String, String> known) {
        Map<String, List<String>> answers = new HashMap<>();
        known.forEach((field, value) -> answers.put(field, List.of(value)));
        return new Form(answers, List.of());
    }

    /** The same answers with these errors; a message is a sentence or a text key. */
    public Form with(List<FieldError> found) {
        return new Form(answers, found);
    }

    /** The first answer of a field, empty when there is none. */
    public String value(String field) {
        return values(field).stream().findFirst().orElse("");
    }

    /** All answers of a field, such as ticked boxes. */
    public List<String> values(String field) {
        return answers.getOrDefault(field, List.of());
    }

    /** Whether anything at all was answered to a field. */
    public boolean answered(String field) {
        return values(field).stream().anyMatch(value -> !value.isBlank());
    }

    /** The first error of a field. */
    public Optional<FieldError> error(String field) {
        return errors.stream().filter(error -> error.field().equals(field)).findFirst();
    }

    /** Whether anything is wrong. */
    public boolean faulty() {
        return !errors.isEmpty();
    }

    /** What is wrong, in the order of the fields. */
    public List<FieldError> errors() {
        return errors;
    }

    @Override
    public String toString() {
        return "Form[" + answers.size() + " fields, " + errors.size() + " errors]";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Form form && answers.equals(form.answers) && errors.equals(form.errors);
    }

    @Override
    public int hashCode() {
        return answers.hashCode();
    }
}
