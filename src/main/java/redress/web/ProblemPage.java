package redress.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as a page.
 *
 * @param status the HTTP status, which also names the texts
 * @param detail a sentence of its own, or null for the one of the status
 * @param incident the number under which the log knows a fault of ours, or null
 * @param reasons what is wrong in the input, each a sentence or the key of a text; empty where that is not what it is
 */
public record ProblemPage(
        int status, @Nullable String detail, @Nullable String incident, List<String> reasons) implements Page {

    /** Keeps its own copy. */
    public ProblemPage {
        reasons = List.copyOf(reasons);
    }

    /** A refusal of something else than input. */
    ProblemPage(int status, @Nullable String detail, @Nullable String incident) {
        this(status, detail, incident, List.of());
    }

    /** The status whose texts are shown: one that has texts of its own, otherwise the first of its hundred. */
    public int told() {
        if (!reasons.isEmpty()) {
            return 422;
        }
        return switch (status) {
            case 400, 401, 403, 404, 405, 406, 409, 410, 413, 415, 429, 500, 503 -> status;
            default -> status < 500 ? 400 : 500;
        };
    }
}
