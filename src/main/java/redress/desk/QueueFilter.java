package redress.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.complaint.Stage;

/**
 * What part of the work is looked at. It lives in the URL, so that a filter can be kept as a bookmark and sent to a
 * colleague, who sees through it with their own rights.
 *
 * @param queue mine, triage, late, open or all
 * @param stage only this stage
 * @param severity only this severity and graver
 * @param text a part of the complaint number or of the unit's name
 * @param page the page of the list, from 1
 */
public record QueueFilter(Queue queue, @Nullable Stage stage, int severity, String text, int page) {

    /** The ready-made queues, in the order of the side navigation. */
    public enum Queue {
        /** In the actor's own hands. */
        MINE,
        /** The first decision is still to be taken. */
        TRIAGE,
        /** The day by which something was due has passed. */
        LATE,
        /** Everything that is not ended. */
        OPEN,
        /** Everything. */
        ALL;

        /** The word in the URL. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int LAST_PAGE = 2_000;

    /** Reads a filter from a URL; what is not understood is left out, since a bookmark must never lead to an error. */
    public static QueueFilter of(
            @Nullable String queue,
            @Nullable String stage,
            @Nullable String severity,
            @Nullable String text,
            int page) {
        return new QueueFilter(
                word(Queue.class, queue).orElse(Queue.OPEN),
                word(Stage.class, stage).orElse(null),
                severity != null && Set.of("2", "3", "4", "5").contains(severity) ? Integer.parseInt(severity) : 1,
                text == null
                        ? ""
                        : text.strip().substring(0, Math.min(80, text.strip().length())),
                Math.clamp(page, 1, LAST_PAGE));
    }

    private static <E extends Enum<E>> Optional<E> word(Class<E> kind, @Nullable String word) {
        if (word == null) {
            return Optional.empty();
        }
        for (E constant : kind.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
