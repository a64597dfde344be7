package redress.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redress.names.Fragments;
import redress.names.Letters;
import redress.names.Match;
import redress.names.NameBook;
import redress.names.Reason;

/**
 * Looks at two accounts side by side and says at which level each factor stands. It weighs nothing; {@link LinkScore}
 * does. Made once over the accounts of a scope, whose words it counts. Safe for use by several threads.
 */
public final class Comparison {

    /** Words that more than this share of all accounts has are the language and not the case. */
    private static final double RARE_WORD = 0.02;

    /** So many must say a word that two of them can share it. */
    private static final int SHARED = 2;

    private static final double RARE_NAME = 0.001;
    private static final int FEW = 3;

    private static final double[] DESCRIPTION = {0.01, 1, 2};
    private static final double[] WORDS = {0.01, 2.4, 5, 8};
    private static final double GOOD_FIT = 0.6;

    private final NameBook book;
    private final Rarity words;
    private final Rarity description;
    private final Rarity names;
    private final Map<Long, Sheet> sheets = new HashMap<>();

    private Comparison(Collection<Account> accounts, NameBook book, int least) {
        this.book = book;
        words = new Rarity(accounts.stream().map(Account::words).toList(), least, RARE_WORD);
        description =
                new Rarity(accounts.stream().map(a -> a.who().description()).toList(), 1, 1);
        // Of names it is only asked how many say them.
        names = new Rarity(
                accounts.stream().map(a -> nameWords(a.who().names())).toList(), Integer.MAX_VALUE, 1);
        int place = 0;
        for (Account account : accounts) {
            sheets.put(account.id(), new Sheet(account, words.line(place), description.line(place), named(account)));
            place++;
        }
    }

    /** The comparison within these accounts, by an office's book of names. */
    public static Comparison among(Collection<Account> accounts, NameBook book) {
        return new Comparison(accounts, book, 1);
    }

    /**
     * The same for who compares none but these with one another: words that one of them alone says are counted and have
     * no further part, since no two can share them.
     */
    public static Comparison within(Collection<Account> accounts, NameBook book) {
        return new Comparison(accounts, book, SHARED);
    }

    private static Set<String> nameWords(List<String> names) {
        Set<String> words = new HashSet<>();
        names.forEach(name -> words.addAll(Letters.words(name)));
        return words;
    }

    Sheet sheet(Account account) {
        Sheet known = sheets.get(account.id());
        return known != null && known.account().equals(account) ? known : made(account);
    }

    private Sheet made(Account account) {
        return new Sheet(
                account,
                words.numbers(account.words()),
                description.numbers(account.who().description()),
                named(account));
    }

    private List<Sheet.Named> named(Account account) {
        return account.who().names().stream()
                .map(name -> new Sheet.Named(book.reading(name), rare(name)))
                .toList();
    }

    private boolean rare(String name) {
        return Letters.words(name).stream()
                .anyMatch(word -> names.frequency(word) <= Math.max(FEW, RARE_NAME * names.total()));
    }

    Rarity words() {
        return words;
    }

    /** What can be said of a pair: a factor that one of them is silent about is missing. */
    List<Seen> look(Sheet one, Sheet other) {
        Account a = one.account();
        Account b = other.account();
        List<Seen> seen = new ArrayList<>(Circumstances.look(a, b));
        if (!one.names().isEmpty() && !other.names().isEmpty()) {
            seen.add(names(one, other));
        }
        numbers(Factor.BADGE, a.who().badges(), b.who().badges()).ifPresent(seen::add);
        numbers(Factor.VEHICLE, a.who().vehicles(), b.who().vehicles()).ifPresent(seen::add);
        if (one.description().length > 0 && other.description().length > 0) {
            seen.add(shared(Factor.DESCRIPTION, description, Sheet.shared(one.description(), other.description())));
        }
        if (!a.words().isEmpty() && !b.words().isEmpty()) {
            seen.add(shared(Factor.WORDS, words, Sheet.shared(one.words(), other.words())));
        }
        return seen;
    }

    private Seen names(Sheet one, Sheet other) {
        Seen best = new Seen(Factor.NAME, 0, List::of);
        for (Sheet.Named named : one.names()) {
            for (Sheet.Named second : other.names()) {
                Optional<Match> match = book.compare(named.name(), second.name());
                int level = match.map(m -> nameLevel(m, named.rare() || second.rare()))
                        .orElse(0);
                if (level > best.level()) {
                    best = new Seen(Factor.NAME, level, () -> sentences(match));
                }
            }
        }
        return best;
    }

    private static int nameLevel(Match match, boolean rare) {
        if (match.score() < 0.6) {
            return 1;
        }
        if (match.score() < 0.82) {
            return 2;
        }
        return rare ? 4 : 3;
    }

    private static Optional<Seen> numbers(Factor factor, List<String> some, List<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        Seen best = new Seen(factor, 0, List::of);
        for (String one : some) {
            for (String other : others) {
                Optional<Match> match = Fragments.compare(one, other);
                int level = match.map(m -> m.score() >= GOOD_FIT ? 2 : 1).orElse(0);
                if (level > best.level()) {
                    best = new Seen(factor, level, () -> sentences(match));
                }
            }
        }
        return Optional.of(best);
    }

    private static List<String> sentences(Optional<Match> match) {
        return match.stream()
                .flatMap(m -> m.reasons().stream())
                .map(Reason::sentence)
                .toList();
    }

    /** The rarer the shared words, the higher the level: the sum of their log10 rarities. */
    private static Seen shared(Factor factor, Rarity rarity, int[] shared) {
        double weight = 0;
        for (int number : shared) {
            weight += rarity.weight(number);
        }
        double[] bounds = factor == Factor.WORDS ? WORDS : DESCRIPTION;
        int level = 0;
        while (level < bounds.length && weight >= bounds[level]) {
            level++;
        }
        return new Seen(factor, level, () -> rarity.words(shared));
    }
}
