package redress.evidence;

import redress.web.Form;
import redress.web.Page;

/**
 * Where a complainant hands in a document.
 *
 * @param form what is wrong with what was sent, if anything
 * @param largestMib the largest document that is taken
 * @param done whether one has just arrived
 */
public record HandInPage(Form form, int largestMib, boolean done) implements Page {}
