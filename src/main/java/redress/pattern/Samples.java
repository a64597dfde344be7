package redress.pattern;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import redress.likeness.Account;

/**
 * The complaints that show what is usual in a window, read once for all its dossiers: without their narratives, and
 * each word as one text however many say it. Kept are the last {@value #MOST}, each of {@value #MOST_WORDS} words at
 * most, which take some 13 MB if no word is said twice and a tenth of that as people talk; what has more words is read
 * for each dossier. Safe for use by several threads.
 */
final class Samples {

    static final int MOST = 2;
    static final int MOST_WORDS = 200_000;

    private final Deque<Sample> kept = new ArrayDeque<>();

    /** What was read of these ids for those who see what the key says. */
    private record Sample(Object key, List<Long> ids, Map<Long, Statement> statements) {

        boolean answers(Object asked, List<Long> wanted) {
            return key.equals(asked) && ids.equals(wanted);
        }
    }

    /**
     * The statements of these complaints.
     *
     * @param key what decides which of them are seen: nobody is given what was read under another one
     * @param reader reads them where they are not kept
     */
    Map<Long, Statement> of(Object key, List<Long> ids, Function<Collection<Long>, Map<Long, Statement>> reader) {
        return known(key, ids).orElseGet(() -> read(key, ids, reader));
    }

    /** Those that hold none of these complaints. */
    synchronized Samples without(Set<Long> changed) {
        Samples left = new Samples();
        kept.stream()
                .filter(sample -> Collections.disjoint(sample.ids(), changed))
                .forEach(left.kept::addLast);
        return left;
    }

    private Map<Long, Statement> read(
            Object key, List<Long> ids, Function<Collection<Long>, Map<Long, Statement>> reader) {
        Map<Long, Statement> read = reader.apply(ids);
        if (read.values().stream().mapToLong(Samples::words).sum() > MOST_WORDS) {
            return read;
        }
        Map<String, String> same = new HashMap<>();
        Map<Long, Statement> spare = new HashMap<>();
        read.forEach((id, statement) -> spare.put(id, spare(statement, same)));
        keep(new Sample(key, ids, Map.copyOf(spare)));
        return read;
    }

    private synchronized Optional<Map<Long, Statement>> known(Object key, List<Long> ids) {
        return kept.stream()
                .filter(sample -> sample.answers(key, ids))
                .findFirst()
                .map(Sample::statements);
    }

    private synchronized void keep(Sample sample) {
        kept.removeIf(other -> other.key().equals(sample.key()));
        kept.addFirst(sample);
        if (kept.size() > MOST) {
            kept.removeLast();
        }
    }

    private static long words(Statement statement) {
        return statement.account().words().size()
                + statement.account().who().description().size();
    }

    private static Statement spare(Statement statement, Map<String, String> same) {
        Account account = statement.account();
        return new Statement(
                statement.number(),
                statement.received(),
                "",
                statement.officers(),
                new Account(
                        account.id(),
                        account.where(),
                        account.when(),
                        account.categories(),
                        account.who(),
                        shared(account.words(), same)));
    }

    private static Set<String> shared(Set<String> words, Map<String, String> same) {
        return words.stream()
                .map(word -> same.computeIfAbsent(word, key -> key))
                .collect(Collectors.toUnmodifiableSet());
    }
}
