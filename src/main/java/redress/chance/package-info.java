/**
 * Owns the arithmetic of chance: what a number would be if only chance were at work, and how far a number that was seen
 * is from it. May touch nothing but the language. Never knows a complaint, a unit or a page, never says why a number is
 * high, and never gives a verdict where there is too little to compare with.
 */
@NullMarked
package redress.chance;

import org.jspecify.annotations.NullMarked;
