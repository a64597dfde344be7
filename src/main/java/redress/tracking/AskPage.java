package redress.tracking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem.FieldError;
import redress.web.Form;
import redress.web.Page;
import redress.web.View;

/** Asks for the receipt code. What was typed comes back with the error, so that one wrong digit can be mended. */
public final class AskPage implements Page {

    private final String typed;
    private final @Nullable String error;

    AskPage(String typed, @Nullable String error) {
        this.typed = typed;
        this.error = error;
    }

    @Override
    public boolean secret() {
        return !typed.isEmpty();
    }

    /** What was typed. */
    public String typed() {
        return typed;
    }

    /** What is wrong with it. */
    public Form form(View v) {
        return error == null
                ? Form.blank()
                : Form.blank().with(List.of(new FieldError("code", v.t("tracking.error." + error))));
    }

    /** Says nothing, because it may hold a code. */
    @Override
    public String toString() {
        return "AskPage[]";
    }
}
