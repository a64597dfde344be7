package redress.profile;

/** A profile that cannot be used. Its message names file, line and what is wrong; it stops the start. */
final class BrokenProfile extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private BrokenProfile(String message) {
        super(message);
    }

    static BrokenProfile at(String file, int line, String what) {
        return new BrokenProfile("The country profile cannot be used: %s, line %d: %s".formatted(file, line, what));
    }

    static BrokenProfile in(String file, String what) {
        return new BrokenProfile("The country profile cannot be used: %s: %s".formatted(file, what));
    }
}
