package redress.search;

import java.util.Set;

/**
 * With whom complaints are compared.
 *
 * @param among the complaints of all, which stay the same for many questions
 * @param without the ids of those among them that are left out
 */
public record Others(Named among, Set<Long> without) {}
