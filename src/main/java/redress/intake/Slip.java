package redress.intake;

import java.util.List;
import java.util.stream.Stream;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.web.View;

/**
 * Something in an answer that needs another look. It knows no language yet.
 *
 * @param question the question
 * @param key the last part of the text's key, or the whole key of a text of the area {@code submission}; the text's
 *     first argument is the question's label
 * @param more further arguments of the text
 */
record Slip(Question question, String key, List<Object> more) {

    private static final String LAST_CHECK = "submission.";

    static Slip of(Question question, String key, Object... more) {
        return new Slip(question, key, List.of(more));
    }

    /** What the last check refuses, beside the questions that filled those fields. */
    static List<Slip> of(Problem refused) {
        return refused.errors().stream()
                .map(error -> of(Question.behind(error.field()), error.message()))
                .distinct()
                .toList();
    }

    /** The id of the field to which the error summary leads. */
    static String anchor(Question question) {
        return question.kind() == Question.Kind.DATE ? question.field() + "-day" : question.field();
    }

    /** In the reader's language. */
    FieldError told(View v) {
        Object[] arguments = Stream.concat(
                        Stream.<Object>of(v.t("intake." + question.field() + ".label")), more.stream())
                .toArray();
        String text = key.startsWith(LAST_CHECK) ? key : "intake.error." + key;
        return new FieldError(anchor(question), v.t(text, arguments));
    }
}
