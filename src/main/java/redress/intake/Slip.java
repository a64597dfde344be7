package redress.intake;

import java.util.List;
import java.util.stream.Stream;
import redress.problem.Problem.FieldError;
import redress.web.View;

/**
 * Something in an answer that needs another look. It knows no language yet.
 *
 * @param question the question
 * @param key the last part of the text's key; the text's first argument is the question's label
 * @param more further arguments of the text
 */
record Slip(Question question, String key, List<Object> more) {

    static Slip of(Question question, String key, Object... more) {
        return new Slip(question, key, List.of(more));
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
        return new FieldError(anchor(question), v.t("intake.error." + key, arguments));
    }
}
