package redress.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** Small words are known by their folded form, as in texts: without marks and in one script. */
    private static final Words WORDS = new Words();

    /** So long after the first offer another one is begun: the reader already waited for the answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

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

    /**
     * The answer as it is where something was found or time ran out, else with what is found by asking for less.
     *
     * @param ask the engine, under the rights of whoever asks
     * @param read reads words as the page would read them if they had been typed, with the spellings of listed names
     */
    static Answer beside(
            Answer found, SearchQuery query, Function<SearchQuery, Answer> ask, UnaryOperator<SearchQuery> read) {
        if (found.count() > 0 || found.partial()) {
            return found;
        }
        List<Wider> wider = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Kind kind : Kind.values()) {
            Optional<SearchQuery> question = less(query, kind, read).filter(Wider::whole);
            if (question.isPresent() && System.nanoTime() - end < 0) {
                long count = found(question.get(), ask);
                if (count > 0) {
                    wider.add(new Wider(kind, question.get(), count));
                }
            }
        }
        return found.beside(wider);
    }

    /** Whether its text is read to its end, so that whoever follows the link asks what was asked here. */
    private static boolean whole(SearchQuery question) {
        return question.text().length() <= Asking.LONGEST && Words.count(question.text()) <= Asking.MOST_WORDS;
    }

    /** None where time ran out, or where the engine refuses: an offer is worth no fault. */
    private static long found(SearchQuery question, Function<SearchQuery, Answer> ask) {
        try {
            Answer answer = ask.apply(question.counting());
            return answer.partial() ? 0 : answer.count();
        } catch (Problem refused) {
            return 0;
        }
    }

    private static Optional<SearchQuery> less(SearchQuery nothing, Kind kind, UnaryOperator<SearchQuery> read) {
        return switch (kind) {
            case SPELLED ->
                words(nothing).flatMap(Wider::spelled).map(nothing::saying).map(read);
            case ANYWHERE ->
                nothing.narrowed() && nothing.looksFor() ? Optional.of(nothing.anywhere()) : Optional.empty();
            case ANY -> words(nothing).flatMap(Wider::any).map(nothing::saying).map(read);
        };
    }

    /** The words, each once, where the text is made of nothing else, not of words that are signs either. */
    private static Optional<List<String>> words(SearchQuery question) {
        boolean signs = question.read().terms().stream().anyMatch(Understanding.Term::sign);
        return !question.analyst() && !signs && PLAIN.matcher(question.text()).matches()
                ? Optional.of(
                        Arrays.stream(question.text().split("\\s+")).distinct().toList())
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
        List<String> telling = words.stream().filter(word -> !little(word)).toList();
        return telling.size() < 2 ? Optional.empty() : Optional.of(String.join(" | ", telling));
    }

    private static boolean little(String word) {
        return WORDS.of(word).stream().allMatch(Tongue::littleInAny);
    }
}
