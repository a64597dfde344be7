package redress.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redress.complaint.ReceiptCode;
import redress.problem.Problem;
import redress.web.FormBody;

/**
 * One press of a button in the questionnaire: what was typed so far, and where the person wants to go. Each turn stands
 * alone, because nothing is kept between two of them.
 */
final class Turn {

    private static final String CHANGE = "change.";

    private final Map<String, List<String>> form;
    private final Choices choices;
    private final AnswerChecks checks;
    private final Answers answers;
    private final Optional<ReceiptCode> brought;
    private final ReceiptCode code;

    Turn(Map<String, List<String>> form, Choices choices) {
        this.form = new HashMap<>(form);
        this.choices = choices;
        this.checks = new AnswerChecks(choices);
        this.answers = Answers.of(form);
        this.brought = codeIn(field(QuestionPage.CODE));
        this.code = brought.orElseGet(ReceiptCode::mint);
    }

    Answers answers() {
        return answers;
    }

    Choices choices() {
        return choices;
    }

    /** The code that the complaint has or will have. */
    ReceiptCode code() {
        return code;
    }

    /** The page to show, or nothing when the complaint is complete and the person wants to send it. */
    Optional<QuestionPage> page() {
        Step from = Step.named(field(QuestionPage.FROM)).orElse(Step.HAPPENED);
        boolean checking = !field(QuestionPage.CHECKING).isEmpty();
        String go = field(QuestionPage.GO);
        if (go.equals("send")) {
            return beforeSending();
        }
        if (go.startsWith(CHANGE)) {
            Step step = Step.named(go.substring(CHANGE.length())).orElse(Step.CHECK);
            return Optional.of(show(step, List.of(), true));
        }
        return Optional.of(
                switch (go) {
                    case "next" -> onward(from, checking);
                    case "back" -> show(checking ? Step.CHECK : from.previous(), List.of(), false);
                    default -> show(from, List.of(), checking);
                });
    }

    private QuestionPage onward(Step from, boolean checking) {
        List<Slip> slips = checks.of(from, answers);
        return slips.isEmpty()
                ? show(checking ? Step.CHECK : from.next(), List.of(), false)
                : show(from, slips, checking);
    }

    /** The first page that needs another look. Without a code of its own a second press could send it twice. */
    private Optional<QuestionPage> beforeSending() {
        List<Slip> slips = slips();
        if (!slips.isEmpty()) {
            return Optional.of(again(slips));
        }
        return brought.isPresent() ? Optional.empty() : Optional.of(show(Step.CHECK, List.of(), false));
    }

    /** The page of the first of these slips, with all of them that stand on it. */
    QuestionPage again(List<Slip> slips) {
        Step step = slips.getFirst().question().step();
        List<Slip> here =
                slips.stream().filter(slip -> slip.question().step() == step).toList();
        return show(step, here, step != Step.CHECK);
    }

    /** What is wrong anywhere in the form. */
    List<Slip> slips() {
        return checks.all(answers);
    }

    /** Whether the same page is wanted as it is, in another language. */
    boolean stays() {
        return field(QuestionPage.GO).equals("stay");
    }

    /** Whether the form brought the code with it, so that sending it again cannot make a second complaint. */
    boolean broughtCode() {
        return brought.isPresent();
    }

    /** The same answers with a new code. */
    Turn withoutCode() {
        Map<String, List<String>> rest = new HashMap<>(form);
        rest.remove(QuestionPage.CODE);
        return new Turn(rest, choices);
    }

    /** Check answers once more, with a new code, because the old one is that of another complaint. */
    QuestionPage afresh() {
        return withoutCode().show(Step.CHECK, List.of(), false).already();
    }

    private QuestionPage show(Step step, List<Slip> slips, boolean checking) {
        return new QuestionPage(this, step, slips, checking);
    }

    private String field(String name) {
        return FormBody.first(form, name);
    }

    private static Optional<ReceiptCode> codeIn(String digits) {
        try {
            return Optional.of(ReceiptCode.parse(digits));
        } catch (Problem malformed) {
            return Optional.empty();
        }
    }
}
