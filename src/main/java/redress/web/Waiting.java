package redress.web;

/**
 * Tells the bar of the desk how much waits for the reader. Whoever keeps such a queue makes a bean of this, since this
 * room knows none of them; without one the bar tells nothing.
 */
public interface Waiting {

    /** How much waits for the one who reads the page of this request. */
    long forReader();
}
