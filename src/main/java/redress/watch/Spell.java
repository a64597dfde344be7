package redress.watch;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * So many days in a row in which complaints came close together.
 *
 * @param complaints how many came in them
 * @param last the last of the days
 * @param days how many days they are
 */
record Spell(int complaints, LocalDate last, int days) {

    /**
     * Of all spells of that length that hold a day, the one with the most complaints; of several the earliest. Old
     * complaints come in later than new ones when a register is taken over, so the day may lie anywhere in it.
     *
     * @param day the day on which the complaint was received that is looked at
     * @param received the days on which all were received, that one among them
     * @param days how long a spell is
     */
    static Spell around(LocalDate day, List<LocalDate> received, int days) {
        Spell most = new Spell(0, day, days);
        for (LocalDate last : received.stream().sorted().distinct().toList()) {
            if (!last.isBefore(day) && last.isBefore(day.plusDays(days))) {
                Spell spell = ending(last, received, days);
                most = spell.complaints > most.complaints ? spell : most;
            }
        }
        return most;
    }

    private static Spell ending(LocalDate last, List<LocalDate> received, int days) {
        LocalDate first = last.minusDays(days - 1L);
        long in = received.stream()
                .filter(each -> !each.isBefore(first) && !each.isAfter(last))
                .count();
        return new Spell((int) in, last, days);
    }

    /** When the latest of those that lie in it was received; its last moment where none does. */
    LocalDateTime latest(List<LocalDateTime> received) {
        return received.stream()
                .filter(each -> holds(each.toLocalDate()))
                .max(Comparator.naturalOrder())
                .orElse(last.plusDays(1).atStartOfDay());
    }

    /** Whether a day is one of these. */
    boolean holds(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(last);
    }

    LocalDate first() {
        return last.minusDays(days - 1L);
    }
}
