package redress.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;

/**
 * Who acts in this request. Empty on public pages unless somebody of the staff looks at them. Filled once, before the
 * resource is chosen, from the desk's session or the bearer token.
 */
@RequestScoped
public class CurrentActor {

    private @Nullable Actor actor;
    private boolean bySession;
    private boolean tokenRefused;

    /** The container makes one for each request. */
    public CurrentActor() {}

    /** The actor, if anybody is signed in. */
    public Optional<Actor> actor() {
        return Optional.ofNullable(actor);
    }

    /** The actor; on a route that bears {@link Staff} there always is one. */
    public Actor require() {
        return actor().orElseThrow(CurrentActor::nobody);
    }

    /** Whether a browser's session speaks for the actor; then requests from foreign sites must be kept out. */
    boolean bySession() {
        return bySession;
    }

    void actsBySession(Actor found) {
        actor = found;
        bySession = true;
    }

    void actsByToken(Actor found) {
        actor = found;
        bySession = false;
    }

    void tokenWasRefused() {
        tokenRefused = true;
    }

    /** Whether a bearer token was sent that does not hold. */
    boolean tokenRefused() {
        return tokenRefused;
    }

    static Problem nobody() {
        return Problem.of(Problem.Kind.UNAUTHENTICATED, "sign-in-needed", "You need to sign in first.");
    }

    static Problem sessionOver() {
        return Problem.of(
                Problem.Kind.UNAUTHENTICATED,
                "session-over",
                "Your session is over, and nothing of this was kept. Sign in and send it again.");
    }
}
