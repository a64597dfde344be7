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
        Widening widening = new Widening(query);
        Clause clause = widening.of(query.read().clause());
        return query.read(new Understanding(clause, widening.told), widening.less);
    }

    /** One question on its way: each name that is widened counts as one more word of those that can be asked for. */
    private final class Widening {

        private final List<Understanding.Term> told;
        private int room;
        private boolean less;

        private Widening(SearchQuery query) {
            told = new ArrayList<>(query.read().terms());
            // A text of so few letters has room for all its names, and need not be cut into words once more.
            room = Asking.MOST_WORDS - (query.text().length() <= Asking.MOST_WORDS ? 0 : Words.count(query.text()));
        }

        /** What is left out is left out as it was typed: a name that merely resembles it may be somebody else's. */
        private Clause of(Clause clause) {
            return switch (clause) {
                case Clause.All all ->
                    new Clause.All(all.parts().stream().map(this::of).toList());
                case Clause.Either either ->
                    new Clause.Either(either.parts().stream().map(this::of).toList());
                case Clause.Word word -> word(word);
                default -> clause;
            };
        }

        private Clause word(Clause.Word word) {
            if (word.in() != null && word.in() != TextField.NAMES && word.in() != TextField.NARRATIVE
                    || Letters.words(word.text()).size() != 1) {
                return word;
            }
            Set<String> others = names.spellings(word.text());
            if (others.isEmpty()) {
                return word;
            }
            if (room <= 0) {
                less = true;
                return word;
            }
            room--;
            Understanding.Term term = new Understanding.Term(word.text(), FIELD, String.join(", ", others));
            if (!told.contains(term)) {
                told.add(term);
            }
            return new Clause.Either(List.of(word, new Clause.Spelled(word.in(), List.copyOf(others))));
        }
    }
}
