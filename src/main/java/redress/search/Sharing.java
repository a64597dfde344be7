package redress.search;

/**
 * Two complaints that say the same rare words.
 *
 * @param one the id of the complaint of the set that was asked about
 * @param other the id of the other one, which may be of the set too
 * @param shared how many rare words they share; a name or number of somebody counts as two
 */
public record Sharing(long one, long other, int shared) {}
