package redress.profile;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Complaints that must be sent on or notified, whatever the commission thinks of them.
 *
 * @param code its name in the software
 * @param categories any of these allegations brings the rule to bear
 * @param injury or this injury (NONE, INJURED, DEATH, UNKNOWN); null where injury alone does not
 * @param severity the least severity a complaint under this rule has
 * @param to who is told
 * @param step the clock step by which it must be done
 */
public record ReferralRule(
        String code, Set<String> categories, @Nullable String injury, int severity, Labels to, String step) {

    /** Copies the categories. */
    public ReferralRule {
        categories = Set.copyOf(categories);
    }

    /** Whether a complaint of these categories and this injury falls under the rule. */
    public boolean applies(Collection<String> alleged, @Nullable String suffered) {
        return injury != null && injury.equals(suffered) || !Collections.disjoint(categories, alleged);
    }
}
