package redress.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redress.complaint.ReceiptCode;
import redress.web.Form;
import redress.web.Page;
import redress.web.View;
import redress.web.kit.Link;

/**
 * One page of the questionnaire. What was answered on other pages travels in it as hidden fields, with the receipt code
 * that the complaint will have; the office keeps nothing until it is sent.
 */
public final class QuestionPage implements Page {

    static final String CODE = "code";
    static final String FROM = "from";
    static final String CHECKING = "checking";
    static final String GO = "go";

    private final Step step;
    private final Answers answers;
    private final List<Slip> slips;
    private final ReceiptCode code;
    private final boolean checking;
    private final Choices choices;
    private boolean already;

    QuestionPage(Turn turn, Step step, List<Slip> slips, boolean checking) {
        this.step = step;
        this.answers = turn.answers();
        this.slips = List.copyOf(slips);
        this.code = turn.code();
        this.checking = checking;
        this.choices = turn.choices();
    }

    /** The same page, telling that the code was that of another complaint. */
    QuestionPage already() {
        already = true;
        return this;
    }

    /** Whether the complaint was about to be sent under the code of another one. */
    public boolean hasAlready() {
        return already;
    }

    /** A field that the reader does not see. */
    public record Hidden(String name, String value) {}

    /** One line of the answers, with the page on which it can be changed. */
    public record Line(String label, String answer, String change) {}

    /** A page's answers under its heading. */
    public record Part(String heading, String slug, List<Line> lines) {}

    @Override
    public String template() {
        return step == Step.CHECK ? "intake/check" : "intake/question";
    }

    /** The word for the page: {@code happened, when, where, who, harmed, proof, outcome, contact, check}. */
    public String slug() {
        return step.slug();
    }

    Step step() {
        return step;
    }

    Answers answers() {
        return answers;
    }

    List<Slip> slips() {
        return slips;
    }

    /** Which page it is, from 1. */
    public int place() {
        return step.ordinal() + 1;
    }

    /** How many pages there are. */
    public int places() {
        return Step.values().length;
    }

    /** Whether there is a page before it. */
    public boolean hasBefore() {
        return step != Step.HAPPENED;
    }

    /** What is wrong, for the layout's summary. */
    public Form form(View v) {
        return Form.blank().with(slips.stream().map(slip -> slip.told(v)).toList());
    }

    /** Everything that travels along. */
    public List<Hidden> hidden() {
        List<Hidden> hidden = new ArrayList<>();
        hidden.add(new Hidden(CODE, code.digits()));
        hidden.add(new Hidden(FROM, step.slug()));
        if (checking) {
            hidden.add(new Hidden(CHECKING, "1"));
        }
        for (Map.Entry<String, List<String>> field : answers.outside(step).entrySet()) {
            field.getValue().forEach(value -> hidden.add(new Hidden(field.getKey(), value)));
        }
        return hidden;
    }

    /** The questions of the page. */
    public List<Asked> asked(View v) {
        Form form = form(v);
        return step.questions().stream()
                .map(question -> Asked.of(question, answers, choices, form, v))
                .toList();
    }

    /** The other languages: pressing one shows this page in it with everything that was typed. */
    public List<Link> languages(View v) {
        return v.languages().stream().filter(language -> !language.current()).toList();
    }

    /** All answers, page by page. */
    public List<Part> parts(View v) {
        List<Part> parts = new ArrayList<>();
        for (Step told : Step.values()) {
            if (told != Step.CHECK) {
                List<Line> lines = told.questions().stream()
                        .filter(question -> question.required() || answers.answered(question))
                        .map(question -> line(question, v))
                        .toList();
                parts.add(new Part(v.t("intake.step." + told.slug()), told.slug(), lines));
            }
        }
        return parts;
    }

    private Line line(Question question, View v) {
        String label = v.t("intake." + question.field() + ".label");
        if (!answers.answered(question)) {
            return new Line(label, v.t("intake.none"), question.step().slug());
        }
        List<String> values = switch (question.kind()) {
            case ONE, SEVERAL, LIST ->
                answers.all(question).stream()
                        .map(code -> choices.label(question, code, v))
                        .toList();
            case DATE ->
                Question.DATE_PARTS.stream()
                        .map(answers::one)
                        .filter(part -> !part.isEmpty())
                        .toList();
            default -> answers.all(question);
        };
        String between = question.kind() == Question.Kind.SEVERAL ? "\n" : " ";
        return new Line(label, String.join(between, values), question.step().slug());
    }

    /** Says nothing, because it holds a person's words and a code. */
    @Override
    public String toString() {
        return "QuestionPage[" + step + "]";
    }
}
