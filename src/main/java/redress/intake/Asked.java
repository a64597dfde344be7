package redress.intake;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redress.web.Form;
import redress.web.View;
import redress.web.kit.Choice;
import redress.web.kit.Fault;

/**
 * One question as it stands on a page, with what was answered so far.
 *
 * @param kind which component shows it: {@code LONG_TEXT, TEXT, SHORT_TEXT, DATE, ONE, SEVERAL} or {@code LIST}
 * @param field the name of its field
 * @param label the question
 * @param hint a quieter line, or null
 * @param values what was answered; day, month and year for a date
 * @param items what can be chosen
 * @param error what is wrong with it, or null
 */
public record Asked(
        String kind,
        String field,
        String label,
        @Nullable String hint,
        List<String> values,
        List<Choice> items,
        @Nullable Fault error) {

    /** The first answer, or the empty text. */
    public String value() {
        return values.isEmpty() ? "" : values.getFirst();
    }

    static Asked of(Question question, Answers answers, Choices choices, Form form, View v) {
        String texts = "intake." + question.field();
        String hint = v.t(texts + ".hint");
        return new Asked(
                question.kind().name(),
                question.field(),
                v.t(texts + ".label"),
                hint.isEmpty() ? null : hint,
                question.kind() == Question.Kind.DATE
                        ? Question.DATE_PARTS.stream().map(answers::one).toList()
                        : answers.all(question),
                items(question, choices, v),
                v.error(form, Slip.anchor(question)));
    }

    /** The same question whose first choice is no answer, for readers that tick the first one by themselves. */
    Asked neutral(View v) {
        if (!kind.equals(Question.Kind.ONE.name())) {
            return this;
        }
        List<Choice> with = Stream.concat(Stream.of(Choice.of("", v.t("intake.unanswered"))), items.stream())
                .map(item -> value().isEmpty() && "".equals(item.value()) ? ticked(item) : item)
                .toList();
        return new Asked(kind, field, label, hint, values, with, error);
    }

    private static Choice ticked(Choice item) {
        return new Choice(item.value(), item.text(), item.hint(), item.id(), true, false, false, false, null);
    }

    private static List<Choice> items(Question question, Choices choices, View v) {
        Stream<Choice> offered =
                choices.codes(question).stream().map(code -> Choice.of(code, choices.label(question, code, v)));
        return question.kind() == Question.Kind.LIST
                ? Stream.concat(Stream.of(Choice.of("", v.t("intake." + question.field() + ".none"))), offered)
                        .toList()
                : offered.toList();
    }
}
