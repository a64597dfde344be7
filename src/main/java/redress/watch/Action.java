package redress.watch;

import java.util.Arrays;
import java.util.Optional;

/** What was done about a firing. */
public enum Action {
    /** It was looked at and nothing had to be done: there is no effect to wait for. */
    NOTHING,
    /** Complaints that belong together are worked on together. */
    JOINED,
    /** The office investigates of its own motion. */
    INVESTIGATION,
    /** The command of the unit was asked to act. */
    COMMAND_ASKED,
    /** Training, supervision or another assignment was recommended. */
    RECOMMENDED,
    /** Another body was told. */
    REFERRED,
    /** Something else, as the reason says. */
    OTHER;

    /** Whether somebody has to look later whether it had an effect. */
    boolean mayHaveEffect() {
        return this != NOTHING;
    }

    /** The action with that word. */
    static Optional<Action> find(String word) {
        return Arrays.stream(values()).filter(each -> each.name().equals(word)).findFirst();
    }
}
