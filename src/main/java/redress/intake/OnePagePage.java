package redress.intake;

import java.util.List;
import java.util.stream.Stream;
import redress.web.Form;
import redress.web.Page;
import redress.web.View;
import redress.web.kit.Link;

/** The same questionnaire on one page, for a slow line and for paper. */
public final class OnePagePage implements Page {

    private final Turn turn;
    private final List<Slip> slips;
    private final boolean already;

    OnePagePage(Turn turn, List<Slip> slips, boolean already) {
        this.turn = turn;
        this.slips = List.copyOf(slips);
        this.already = already;
    }

    /** The questions under one heading. */
    public record Part(String heading, List<Asked> asked) {}

    /** The code that the complaint will have; it is shown only on the receipt. */
    public String code() {
        return turn.code().digits();
    }

    /** Whether the complaint was about to be sent under the code of another one. */
    public boolean hasAlready() {
        return already;
    }

    /** The other languages: pressing one shows this page in it with everything that was typed. */
    public List<Link> languages(View v) {
        return v.languages().stream().filter(language -> !language.current()).toList();
    }

    /** What is wrong, for the layout's summary. */
    public Form form(View v) {
        return Form.blank().with(slips.stream().map(slip -> slip.told(v)).toList());
    }

    /** All questions; each that has to be answered begins with a choice that is no answer. */
    public List<Part> parts(View v) {
        Form form = form(v);
        return Stream.of(Step.values())
                .map(step -> new Part(
                        v.t("intake.step." + step.slug()),
                        step.questions().stream()
                                .map(question -> Asked.of(question, turn.answers(), turn.choices(), form, v)
                                        .neutral(v))
                                .toList()))
                .toList();
    }

    /** Says nothing, because it holds a person's words and a code. */
    @Override
    public String toString() {
        return "OnePagePage[]";
    }
}
