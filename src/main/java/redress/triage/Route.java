package redress.triage;

import redress.complaint.Stage;

/**
 * Where the first decision sends a complaint, with the stage to which it leads and the clock step that is due there.
 */
public enum Route {
    /** The office finds the facts itself. */
    INVESTIGATE(Stage.INVESTIGATION, "investigation"),
    /** Another body is competent, or must be told by law. */
    REFER(Stage.REFERRED, "refer_out"),
    /** Both sides agree to talk. */
    MEDIATE(Stage.MEDIATION, "progress"),
    /** Not taken up, with reasons that the complainant is told. */
    REFUSE(Stage.REFUSED, null);

    private final Stage stage;
    private final @org.jspecify.annotations.Nullable String step;

    Route(Stage stage, @org.jspecify.annotations.Nullable String step) {
        this.stage = stage;
        this.step = step;
    }

    /** The stage to which the route leads. */
    public Stage stage() {
        return stage;
    }

    /**
     * The profile's clock step that is due in the stage, counted from the fact that the step names and not always from
     * the decision; empty where nothing is due any more.
     */
    public java.util.Optional<String> step() {
        return java.util.Optional.ofNullable(step);
    }
}
