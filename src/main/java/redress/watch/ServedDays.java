package redress.watch;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import redress.time.DaysOnce;

/**
 * Days that people served for members of a group in a spell: each day of an officer counts once for a member, however
 * many postings or commands cover it, as a complaint does. The officers are told one after another.
 */
final class ServedDays {

    private final Spell spell;
    private final Map<Long, DaysOnce> members = new HashMap<>();
    private long officer;

    ServedDays(Spell spell) {
        this.spell = spell;
    }

    /**
     * How many days of a time, both ends included, an officer served for a member and has not been told to have yet.
     */
    long count(long who, long member, LocalDate from, LocalDate to) {
        if (who != officer) {
            members.clear();
            officer = who;
        }
        return members.computeIfAbsent(member, key -> new DaysOnce(spell.first(), spell.last()))
                .take(from, to);
    }
}
