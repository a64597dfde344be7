package redress.lineup;

import java.util.List;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;

/** What a reason must be, since a review reads it and somebody's name may hang on it. */
final class Review {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 2_000;

    private Review() {}

    /** What is wrong with a reason. */
    static List<FieldError> faults(String reason) {
        int length = reason.strip().length();
        if (length < SHORTEST) {
            return List.of(new FieldError("reason", "lineup.fault.reason.short"));
        }
        return length > LONGEST ? List.of(new FieldError("reason", "lineup.fault.reason.long")) : List.of();
    }

    /** Refuses a reason that says too little or too much. */
    static void reason(String reason) {
        List<FieldError> faults = faults(reason);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }
}
