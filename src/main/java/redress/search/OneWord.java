package redress.search;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/** What finds one word in whatever kind of text. */
final class OneWord {

    /** From so many letters on two of them may be wrong. */
    static final int LONG = 6;

    private final Words words;

    OneWord(Words words) {
        this.words = words;
    }

    /** A folded word, with its other forms in all languages where the kind of text has them. */
    static Query of(TextField field, String word) {
        if (!field.stemmed()) {
            return new TermQuery(new Term(field.field(), word));
        }
        Set<String> forms = new LinkedHashSet<>(Set.of(word));
        forms.addAll(Tongue.stems(word));
        SynonymQuery.Builder query = new SynonymQuery.Builder(field.field());
        forms.forEach(form -> query.addTerm(new Term(field.field(), form)));
        return query.build();
    }

    /** A word with signs, or without; what is made of a shape serves every kind of text. */
    Function<TextField, Query> shaped(String word) {
        if (!Jointed.signed(word)) {
            return exact(word);
        }
        String begun = word.substring(0, word.length() - 1);
        if (word.endsWith("*") && !Jointed.signed(begun)) {
            String folded = normal(begun);
            return field -> new PrefixQuery(new Term(field.field(), folded));
        }
        String folded = Shaped.folded(word, this::normal);
        CompiledAutomaton compiled = Shaped.compiled(folded);
        return field -> new Shaped(new Term(field.field(), folded), compiled);
    }

    /**
     * A word but for so many letters; as it is where it is too short. Every word that is so like it counts, all that
     * differ by as many letters the same; the fewer, the more, and the word itself most. Were only the nearest taken,
     * or each weighed by itself, words of complaints that the asker may not see would change the answer.
     */
    Function<TextField, Query> inexact(String word, int letters) {
        if (!Jointed.mayBeInexact(word)) {
            return exact(word);
        }
        String folded = normal(word);
        // Two wrong letters of four make a word of almost any other, which finds everything and takes seconds.
        int most = folded.length() < LONG ? Math.min(1, letters) : letters;
        return field -> alike(new Term(field.field(), folded), most);
    }

    private static Query alike(Term word, int most) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(new TermQuery(word), Occur.SHOULD);
        for (int letters = 1; letters <= most; letters++) {
            FuzzyQuery like = new FuzzyQuery(
                    word,
                    letters,
                    FuzzyQuery.defaultPrefixLength,
                    FuzzyQuery.defaultMaxExpansions,
                    FuzzyQuery.defaultTranspositions,
                    MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
            query.add(like, Occur.SHOULD);
        }
        return query.build();
    }

    private Function<TextField, Query> exact(String word) {
        String folded = normal(word);
        return field -> of(field, folded);
    }

    /** Without the mark of stems, or the beginning of a mark would find every word of its language. */
    private String normal(String text) {
        String unmarked = text.replace(Character.toString(Tongue.MARK), "");
        return words.normalize("", unmarked).utf8ToString();
    }
}
