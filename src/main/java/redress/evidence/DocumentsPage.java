package redress.evidence;

import redress.web.Form;
import redress.web.Page;

/**
 * The documents of one complaint, and where one is added.
 *
 * @param who who is signed in
 * @param list the documents
 * @param form what is wrong with the one that was sent, if anything
 * @param removed whether one has just been removed
 */
public record DocumentsPage(String who, DocumentList list, Form form, boolean removed) implements Page {}
