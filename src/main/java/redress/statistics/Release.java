package redress.statistics;

import java.time.Instant;

/**
 * A set of figures that was published at once and does not change any more.
 *
 * @param id its key
 * @param madeAt when it was made
 * @param threshold from how many complaints on a number is shown
 */
public record Release(long id, Instant madeAt, int threshold) {}
