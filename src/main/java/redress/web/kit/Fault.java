package redress.web.kit;

/**
 * What is wrong with one answer, as the reader sees it.
 *
 * @param text the sentence
 * @param prefix the word that is read out before it, in the reader's language
 */
public record Fault(String text, String prefix) {}
