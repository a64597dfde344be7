package redress.complaint;

import java.time.Instant;
import java.util.List;

/**
 * Complaints of which somebody said something together: that they are about the same person or patrol, or that they are
 * not.
 *
 * @param id of what was said
 * @param label what the office calls it, empty where it has no name
 * @param reason why it was said
 * @param by who said it, by name where known
 * @param at when
 * @param members the numbers of the complaints
 */
public record SaidTogether(long id, String label, String reason, String by, Instant at, List<String> members) {}
