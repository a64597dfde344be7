package redress.search;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;

/**
 * Words of a question that need not occur in complaints told in a language in which they say little ("the", "di",
 * "le"), as another part of the question says something there. Only what must occur anyway can be let off: where a word
 * is one of several, or is left out, every complaint of its language would count as one that has it. Nor can a word
 * whose field is named: as a name, "Will" says much.
 */
final class LittleWords {

    /** Kinds of text of which every word counts. */
    private static final Set<TextField> EXACT =
            EnumSet.of(TextField.NAMES, TextField.NUMBER, TextField.PLACES, TextField.BADGES);

    private final Words words;
    private final Set<Tongue> lenient;

    /** Those of parts that must all hold. */
    LittleWords(Words words, Clause.All question) {
        this.words = words;
        lenient = Arrays.stream(Tongue.values())
                .filter(tongue -> question.parts().stream().anyMatch(part -> says(part, tongue)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Tongue.class)));
    }

    private boolean says(Clause part, Tongue tongue) {
        return switch (part) {
            case Clause.Word word -> words.of(word.text()).stream().anyMatch(each -> !tongue.saysLittle(each));
            case Clause.Phrase phrase -> true;
            case Clause.Beginning beginning -> true;
            case Clause.Inexact inexact -> true;
            case Clause.Shape shape -> true;
            case Clause.Spelled spelled -> true;
            case Clause.All all -> all.parts().stream().anyMatch(each -> says(each, tongue));
            case Clause.Either either -> either.parts().stream().allMatch(each -> says(each, tongue));
            default -> false;
        };
    }

    /** What finds the word, or a complaint told in a language in which it says little. */
    Query orTold(Clause.Word word, List<TextField> everyday, Query query) {
        List<String> folded = words.of(word.text());
        List<String> languages = lenient.stream()
                .filter(tongue -> folded.stream().allMatch(tongue::saysLittle))
                .map(Tongue::name)
                .toList();
        if (word.in() != null || EXACT.containsAll(everyday) || languages.isEmpty()) {
            return query;
        }
        return new BooleanQuery.Builder()
                .add(query, Occur.SHOULD)
                .add(
                        new BoostQuery(new ConstantScoreQuery(Questions.terms(Documents.LANGUAGE, languages)), 0f),
                        Occur.SHOULD)
                .build();
    }
}
