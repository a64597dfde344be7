package redress.search;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redress.names.Letters;
import redress.names.NameBook;
import redress.wiring.Part;

/**
 * Lets a name that is asked for be found in its other spellings, which the country's list of names holds as equal, and
 * any word or phrase with {@code dj} where its letter {@code đ} was written, and the other way round. The word itself
 * counts more. Of words on the list the answer says what was done; d and dj are one letter, as A and a are. A mended
 * list needs no new index, because it changes the question and not the documents.
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
                case Clause.Phrase phrase ->
                    written(
                            phrase,
                            phrase.in(),
                            phrase.text(),
                            text -> new Clause.Phrase(phrase.in(), text, phrase.apart()));
                default -> clause;
            };
        }

        private Clause word(Clause.Word word) {
            TextField in = word.in();
            if (ofCodes(in)) {
                return word;
            }
            if (Letters.words(word.text()).size() != 1) {
                return written(word, in, word.text(), text -> new Clause.Word(in, text));
            }
            Set<String> listed = ofNames(in) ? names.spellings(word.text()) : Set.of();
            List<String> others = with(LetterDj.otherwise(word.text()), listed);
            if (others.isEmpty()) {
                return word;
            }
            if (room <= 0) {
                less = true;
                return word;
            }
            room--;
            tell(word.text(), listed);
            return new Clause.Either(List.of(word, new Clause.Spelled(in, others)));
        }

        /**
         * Several words that belong together, also with the letter {@code đ} in the other way in all of them. One word
         * in quotes is meant as it stands there.
         */
        private Clause written(Clause typed, @Nullable TextField in, String text, Function<String, Clause> made) {
            List<String> others = ofCodes(in) ? List.of() : LetterDj.otherwise(text);
            int words = others.isEmpty() ? 0 : others.size() * Words.count(text);
            if (words <= others.size()) {
                return typed;
            }
            if (room < words) {
                less = true;
                return typed;
            }
            room -= words;
            return Clause.either(
                    Stream.concat(Stream.of(typed), others.stream().map(made)).toList());
        }

        private void tell(String word, Set<String> listed) {
            Understanding.Term term = new Understanding.Term(word, FIELD, String.join(", ", listed));
            if (!listed.isEmpty() && !told.contains(term)) {
                told.add(term);
            }
        }

        /** Whether letters stand there for themselves. */
        private static boolean ofCodes(@Nullable TextField in) {
            return in == TextField.NUMBER || in == TextField.BADGES;
        }

        private static boolean ofNames(@Nullable TextField in) {
            return in == null || in == TextField.NAMES || in == TextField.NARRATIVE;
        }

        /** Those of the list, and of the letters' those that a text can tell apart from them. */
        private static List<String> with(List<String> letters, Set<String> listed) {
            List<String> all = new ArrayList<>(listed);
            Set<String> folded = listed.stream().map(Letters::fold).collect(Collectors.toSet());
            letters.stream().filter(each -> folded.add(Letters.fold(each))).forEach(all::add);
            return all;
        }
    }
}
