package redress.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.correspondence.Draft;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.web.Form;

/**
 * The three small forms on the page of a complaint, read. Their fields bear the kind before their names, so that an
 * error stands in the form in which it was made.
 */
final class RecordForm {

    private RecordForm() {}

    static Draft draft(Form form) {
        String kind = form.value("kind");
        String text = form.value(kind + "Text");
        return switch (kind) {
            case "message" -> Draft.toComplainant(text);
            case "note" -> Draft.note(text);
            case "letter" ->
                letter(
                        form.value("letterDirection"),
                        new Draft.Letterhead(
                                form.value("letterParty"), form.value("letterSubject"), day(form.value("letterDated"))),
                        text);
            default -> throw unknown();
        };
    }

    static Draft letter(String direction, Draft.Letterhead head, String text) {
        boolean out = !direction.equalsIgnoreCase("IN");
        return Draft.letter(out, head, text);
    }

    static Problem unknown() {
        return Problem.invalid(List.of(new FieldError("kind", "desk.record.kind")));
    }

    /** A day as a date field of a browser sends it; null for what is none. */
    static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /** The errors of a draft beside the fields of the form in which it was typed. */
    static List<FieldError> errors(Form form, List<FieldError> found) {
        return found.stream()
                .map(error -> new FieldError(
                        form.value("kind")
                                + Character.toUpperCase(error.field().charAt(0))
                                + error.field().substring(1),
                        error.message()))
                .toList();
    }
}
