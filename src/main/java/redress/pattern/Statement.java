package redress.pattern;

import java.util.Collections;
import java.util.Set;
import redress.likeness.Account;

/**
 * A complaint as far as it is compared with others.
 *
 * @param number its number
 * @param received the day on which it came in
 * @param narrative what was told; empty where nothing was
 * @param officers the ids of those of its subjects who are known
 * @param account what is compared
 */
record Statement(String number, String received, String narrative, Set<Long> officers, Account account) {

    /** Whether both accuse somebody who is known to be the same: then they are linked already. */
    boolean accusesOneOf(Statement other) {
        return !Collections.disjoint(officers, other.officers());
    }
}
