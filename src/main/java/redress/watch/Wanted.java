package redress.watch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.problem.Problem.FieldError;
import redress.profile.WatchRules;

/**
 * A watch that somebody wants.
 *
 * @param label what they call it, at most {@value #LONGEST_LABEL} characters
 * @param purpose why they may look for this, {@value #SHORTEST_PURPOSE} to {@value #LONGEST_PURPOSE} characters
 * @param sought what it looks for
 * @param until its last day, null where what was typed is none
 */
record Wanted(
        String label,
        String purpose,
        Watch.Sought sought,
        @Nullable LocalDate until) {

    static final int LONGEST_LABEL = 120;
    static final int SHORTEST_PURPOSE = 10;
    static final int LONGEST_PURPOSE = 1_000;
    private static final int LONGEST_SEARCH = 8_000;
    private static final int MOST_COMPLAINTS = 100;
    private static final int MOST_DAYS = 3_650;

    /** Refuses what is missing or too much, each beside its field. */
    void require(WatchRules rules, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            errors.add(new FieldError("label", "watch.fault.label"));
        }
        int length = purpose.strip().length();
        if (length < SHORTEST_PURPOSE || length > LONGEST_PURPOSE) {
            errors.add(new FieldError("purpose", "watch.fault.purpose"));
        }
        checkSought(errors);
        checkUntil(until, rules, today).ifPresent(errors::add);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private void checkSought(List<FieldError> errors) {
        Watch.Rule rule = sought.rule();
        if (rule == null) {
            String address = sought.search().address();
            if (address.isEmpty() || address.length() > LONGEST_SEARCH) {
                errors.add(new FieldError("search", "watch.fault.search"));
            }
            return;
        }
        if (rule.complaints() < 2 || rule.complaints() > MOST_COMPLAINTS) {
            errors.add(new FieldError("complaints", "watch.fault.complaints"));
        }
        if (rule.days() < 1 || rule.days() > MOST_DAYS) {
            errors.add(new FieldError("days", "watch.fault.days"));
        }
    }

    /** What is wrong with a last day, if anything is. */
    static Optional<FieldError> checkUntil(@Nullable LocalDate until, WatchRules rules, LocalDate today) {
        boolean fits = until != null && !until.isBefore(today) && !until.isAfter(today.plusDays(rules.longestDays()));
        return fits ? Optional.empty() : Optional.of(new FieldError("until", "watch.fault.until"));
    }
}
