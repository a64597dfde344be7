/**
 * Owns how anything of ours becomes HTTP: page records to HTML, texts in the reader's language, forms with their
 * errors, a problem to JSON or HTML, the headers of every answer, and the style sheets. May touch problem and wiring.
 * Never knows a rule of the office, nor who is signed in.
 */
@NullMarked
package redress.web;

import org.jspecify.annotations.NullMarked;
