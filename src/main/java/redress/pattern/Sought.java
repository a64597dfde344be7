package redress.pattern;

import java.util.Set;

/**
 * A search whose complaints a dossier is about.
 *
 * @param told what it asks for, in few words
 * @param found the ids of all that it finds and the reader may see, of any month
 */
record Sought(String told, Set<Long> found) {}
