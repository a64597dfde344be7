package redress.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/** What the patterns of one question of analysts may cost, all of them together. Refuses the one that is too many. */
final class Patterns {

    private static final int MOST = 8;

    /** What it may cost to make one pattern; well below what the index itself would bear. */
    private static final int MOST_WORK = 200;

    /** How many steps may be in memory, of those in which a word is read: each takes about 1.3 KB and 0.15 ms. */
    private static final int MOST_STEPS = 500;

    private int patterns;
    private int steps;

    /** One more pattern or inexact word. */
    void count() {
        patterns++;
        if (patterns > MOST) {
            throw AnalystSyntax.refused("patterns");
        }
    }

    /** A pattern with * and ? that is to be made: each ? behind a * doubles what must be kept in mind. */
    void afford(String shape) {
        try {
            steps += WildcardQuery.toAutomaton(new Term("", shape), MOST_WORK).getNumStates();
        } catch (TooComplexToDeterminizeException costly) {
            throw AnalystSyntax.refused("signs");
        }
        if (steps > MOST_STEPS) {
            throw AnalystSyntax.refused("signs");
        }
    }
}
