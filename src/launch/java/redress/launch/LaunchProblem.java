package redress.launch;

/** Why something could not be started, in one sentence that tells the person at the keyboard what to do. */
public final class LaunchProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A problem that explains itself. */
    public LaunchProblem(String sentence) {
        super(sentence);
    }

    /** A problem with the technical cause kept for the log. */
    public LaunchProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
