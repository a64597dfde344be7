package redress.lineup;

import java.util.List;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.web.Form;

/** What somebody typed, given back where it could not be recorded, so that a reason is not written twice. */
final class Typed {

    private Typed() {}

    /**
     * The form with what is wrong in it, or with the sentence why it cannot stand beside what others said meanwhile.
     *
     * @throws Problem any other refusal, as it is
     */
    static Form back(Form form, Problem refused) {
        return switch (refused.kind()) {
            case INVALID -> form.with(refused.errors());
            case CONFLICT ->
                form.with(List.of(new FieldError("", remaining(refused).detail())));
            default -> throw refused;
        };
    }

    /** What nobody's word stands of any more has no page to which a form could go back. */
    private static Problem remaining(Problem refused) {
        if (refused.slug().equals("not-confirmed")) {
            throw refused;
        }
        return refused;
    }

    /** With what status the form goes back. */
    static int status(Problem refused) {
        return refused.kind() == Problem.Kind.CONFLICT ? 409 : 400;
    }
}
