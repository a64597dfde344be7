package redress.search;

import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.util.Locale;
import org.apache.lucene.analysis.util.CharArrayIterator;

/**
 * Where sentences end, by the rules that hold for all languages. The same as the platform's, which asks a string for
 * each of its characters several times; here it asks an array.
 */
final class Sentences extends BreakIterator {

    private final BreakIterator rules = BreakIterator.getSentenceInstance(Locale.ROOT);

    @Override
    public void setText(String text) {
        CharArrayIterator characters = CharArrayIterator.newSentenceInstance();
        characters.setText(text.toCharArray(), 0, text.length());
        rules.setText(characters);
    }

    @Override
    public void setText(CharacterIterator text) {
        rules.setText(text);
    }

    @Override
    public CharacterIterator getText() {
        return rules.getText();
    }

    @Override
    public int first() {
        return rules.first();
    }

    @Override
    public int last() {
        return rules.last();
    }

    @Override
    public int next(int sentences) {
        return rules.next(sentences);
    }

    @Override
    public int next() {
        return rules.next();
    }

    @Override
    public int previous() {
        return rules.previous();
    }

    @Override
    public int following(int offset) {
        return rules.following(offset);
    }

    @Override
    public int preceding(int offset) {
        return rules.preceding(offset);
    }

    @Override
    public boolean isBoundary(int offset) {
        return rules.isBoundary(offset);
    }

    @Override
    public int current() {
        return rules.current();
    }
}
