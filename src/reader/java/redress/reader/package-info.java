/**
 * The program that takes the words out of documents of strangers: a process of its own, started by the portal, with its
 * own libraries, a small heap and nothing to lose. Knows no room, no database and no key; it is no part of the archive.
 */
@NullMarked
package redress.reader;

import org.jspecify.annotations.NullMarked;
