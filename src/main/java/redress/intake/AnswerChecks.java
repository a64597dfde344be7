package redress.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks at what was typed, page by page, and says what needs another look. The same for both forms. */
final class AnswerChecks {

    private static final Slip NOTHING_TOLD = Slip.of(Question.NARRATIVE, "narrative.missing");

    private final Choices choices;

    AnswerChecks(Choices choices) {
        this.choices = choices;
    }

    /** What is wrong on one page, in the order of its questions. */
    List<Slip> of(Step step, Answers answers) {
        return step.questions().stream()
                .flatMap(question -> of(question, answers).stream())
                .toList();
    }

    /** What is wrong anywhere. */
    List<Slip> all(Answers answers) {
        return Stream.of(Step.values())
                .flatMap(step -> of(step, answers).stream())
                .toList();
    }

    private List<Slip> of(Question question, Answers answers) {
        return switch (question.kind()) {
            case ONE, SEVERAL, LIST -> chosen(question, answers);
            case DATE -> date(answers);
            default -> written(question, answers);
        };
    }

    private List<Slip> chosen(Question question, Answers answers) {
        List<String> given = answers.all(question);
        if (given.isEmpty()) {
            return question.required() ? List.of(Slip.of(question, "choose")) : List.of();
        }
        boolean several = question.kind() == Question.Kind.SEVERAL;
        boolean offered = choices.codes(question).containsAll(given) && (several || given.size() == 1);
        return offered ? List.of() : List.of(Slip.of(question, "choice"));
    }

    private static List<Slip> written(Question question, Answers answers) {
        List<Slip> slips = new ArrayList<>();
        String text = answers.one(question);
        int length = text.length();
        if (length > question.limit()) {
            slips.add(Slip.of(question, "long", length, question.limit()));
        }
        if (text.isEmpty() && question == Question.NARRATIVE) {
            slips.add(NOTHING_TOLD);
        }
        if (text.isEmpty() && question == Question.CONTACT_DETAIL && wantsContact(answers)) {
            slips.add(Slip.of(question, "contact.missing"));
        }
        return slips;
    }

    private static boolean wantsContact(Answers answers) {
        String way = answers.one(Question.CONTACT);
        return !way.isEmpty() && !way.equals(Choices.NO_CONTACT);
    }

    private List<Slip> date(Answers answers) {
        // Whatever was answered beside it: what is no date is kept as words, and those have an end.
        int length = answers.typed(Question.DATE).length();
        if (length > Question.DATE.limit()) {
            return List.of(Slip.of(Question.DATE, "long", length, Question.DATE.limit()));
        }
        String known = answers.one(Question.WHEN);
        if (!known.equals("EXACT") && !known.equals("ABOUT")) {
            return List.of();
        }
        DateReading date = DateReading.of(answers, choices.today());
        if (date.fault() != null) {
            return List.of(Slip.of(Question.DATE, date.fault()));
        }
        if (!date.isEmpty()) {
            return List.of();
        }
        if (known.equals("EXACT")) {
            return List.of(Slip.of(Question.DATE, "date.missing"));
        }
        return answers.answered(Question.WHEN_WORDS) ? List.of() : List.of(Slip.of(Question.DATE, "date.words"));
    }
}
