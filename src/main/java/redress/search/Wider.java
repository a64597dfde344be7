package redress.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redress.access.Sight;
import redress.problem.Problem;

/**
 * A question that asks for less than one that found nothing, and how many complaints it finds. Only such are offered
 * that find something, counted under the rights of whoever asks, so that an offer tells no more than its own answer
 * would: no list of words is looked into that others have written.
 *
 * @param kind in what it asks for less
 * @param question the question
 * @param count how many complaints match it, more than none
 */
record Wider(Kind kind, SearchQuery question, long count) {

    /** Letters, digits, marks and apostrophes: words that mean themselves in the forgiving syntax. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}'’]+(\\s+[\\p{L}\\p{M}\\p{Nd}'’]+)*");

    /** As many inexact words as the syntax takes. */
    private static final int MOST_INEXACT = 4;

    /** With a wrong letter, a shorter word is like too many others. */
    private static final int SHORTEST_INEXACT = 4;

    /** From here on two wrong letters still leave the word. */
    private static final int LONG = 8;

    /** In what a question asks for less, the least first. */
    enum Kind {
        /** The words may be spelled a little otherwise. */
        SPELLED,
        /** The words may stand in any complaint, kind of text and place. */
        ANYWHERE,
        /** One of the words is enough. */
        ANY;

        /** As it stands in JSON and in the keys of texts. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The answer as it is where something was found or time ran out, else with what this engine finds for less. */
    static Answer beside(Answer found, SearchQuery query, SearchPort engine, Sight sight) {
        return found.count() > 0 || found.partial()
                ? found
                : found.beside(than(query, less -> engine.answer(less, sight).count()));
    }

    private static List<Wider> than(SearchQuery nothing, ToLongFunction<SearchQuery> count) {
        List<Wider> wider = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            less(nothing, kind).ifPresent(question -> {
                long found = found(question, count);
                if (found > 0) {
                    wider.add(new Wider(kind, question, found));
                }
            });
        }
        return wider;
    }

    private static long found(SearchQuery question, ToLongFunction<SearchQuery> count) {
        try {
            return count.applyAsLong(question.counting());
        } catch (Problem tooMuch) {
            if (tooMuch.kind() != Problem.Kind.INVALID) {
                throw tooMuch;
            }
            return 0;
        }
    }

    private static Optional<SearchQuery> less(SearchQuery nothing, Kind kind) {
        return switch (kind) {
            case SPELLED -> words(nothing).flatMap(Wider::spelled).map(nothing::saying);
            case ANYWHERE ->
                nothing.narrowed() && !nothing.text().isEmpty() ? Optional.of(nothing.anywhere()) : Optional.empty();
            case ANY -> words(nothing).flatMap(Wider::any).map(nothing::saying);
        };
    }

    /** The words, where the text is made of nothing else. */
    private static Optional<List<String>> words(SearchQuery question) {
        return !question.analyst() && PLAIN.matcher(question.text()).matches()
                ? Optional.of(Arrays.asList(question.text().split("\\s+")))
                : Optional.empty();
    }

    private static Optional<String> spelled(List<String> words) {
        List<String> likely = words.stream()
                .filter(word -> word.length() >= SHORTEST_INEXACT)
                .filter(word -> !little(word))
                .limit(MOST_INEXACT)
                .toList();
        return likely.isEmpty()
                ? Optional.empty()
                : Optional.of(words.stream()
                        .map(word -> likely.contains(word) ? word + (word.length() < LONG ? "~1" : "~2") : word)
                        .collect(Collectors.joining(" ")));
    }

    private static Optional<String> any(List<String> words) {
        List<String> telling =
                words.stream().filter(word -> !little(word)).distinct().toList();
        return telling.size() < 2 ? Optional.empty() : Optional.of(String.join(" | ", telling));
    }

    private static boolean little(String word) {
        return Tongue.littleInAny(word.toLowerCase(Locale.ROOT));
    }
}
