package redress.search;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import redress.names.Letters;
import redress.names.NameBook;
import redress.wiring.Part;

/**
 * Lets a name that is asked for be found in its other spellings, which the country's list of names holds as equal. Only
 * words on the list are widened, the name itself counts more, and the answer says what was done. A mended list needs no
 * new index, because it changes the question and not the documents.
 */
@Part
class Spellings {

    private static final String FIELD = "spelling";

    private final NameBook names;

    @Inject
    Spellings(NameBook names) {
        this.names = names;
    }

    /** The question with the other spellings of its names; analysts get what they wrote and nothing else. */
    SearchQuery widened(SearchQuery query) {
        if (query.analyst()) {
            return query;
        }
        List<Understanding.Term> told = new ArrayList<>(query.read().terms());
        Clause clause = of(query.read().clause(), told);
        return query.read(new Understanding(clause, told));
    }

    /** What is left out is left out as it was typed: a name that merely resembles it may be somebody else's. */
    private Clause of(Clause clause, List<Understanding.Term> told) {
        return switch (clause) {
            case Clause.All all ->
                new Clause.All(all.parts().stream().map(part -> of(part, told)).toList());
            case Clause.Either either ->
                new Clause.Either(
                        either.parts().stream().map(part -> of(part, told)).toList());
            case Clause.Word word -> word(word, told);
            default -> clause;
        };
    }

    private Clause word(Clause.Word word, List<Understanding.Term> told) {
        if (word.in() != null && word.in() != TextField.NAMES && word.in() != TextField.NARRATIVE
                || Letters.words(word.text()).size() != 1) {
            return word;
        }
        Set<String> others = names.spellings(word.text());
        if (others.isEmpty()) {
            return word;
        }
        Understanding.Term term = new Understanding.Term(word.text(), FIELD, String.join(", ", others));
        if (!told.contains(term)) {
            told.add(term);
        }
        return new Clause.Either(List.of(word, new Clause.Spelled(word.in(), List.copyOf(others))));
    }
}
