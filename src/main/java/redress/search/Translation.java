package redress.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import redress.access.RecordKind;
import redress.names.Letters;

/**
 * Translates a condition of ours into Lucene's. A word finds its other forms in every language; some that say little
 * need not occur ({@link LittleWords}). A kind of record that the asker may not read is not looked into: a condition on
 * it holds for nothing.
 */
final class Translation {

    /** What another spelling of a name counts beside the name itself. */
    private static final float OTHER_SPELLING = 0.3f;

    private final Words words;
    private final OneWord one;
    private final Set<RecordKind> reads;
    private final List<TextField> everyday;
    private final Function<Clause, Query> stated;

    Translation(Words words, Set<TextField> in, Set<RecordKind> reads) {
        this(words, in, reads, Translation::has);
    }

    /** As above, where values of dimensions are found in a way of their own. */
    Translation(Words words, Set<TextField> in, Set<RecordKind> reads, Function<Clause.Has, Query> has) {
        this(in, words, reads, clause -> clause instanceof Clause.Has wanted ? has.apply(wanted) : stated(clause));
    }

    /** For an engine that finds whatever is no text in a way of its own: values of dimensions, days and distances. */
    static Translation stating(Words words, Set<TextField> in, Set<RecordKind> reads) {
        return new Translation(in, words, reads, Stated::new);
    }

    private Translation(Set<TextField> in, Words words, Set<RecordKind> reads, Function<Clause, Query> stated) {
        this.words = words;
        this.one = new OneWord(words);
        this.reads = reads;
        this.stated = stated;
        this.everyday = readable(in.isEmpty() ? TextField.everyday() : List.copyOf(EnumSet.copyOf(in)));
    }

    private List<TextField> readable(List<TextField> fields) {
        return fields.stream().filter(field -> field.readBy(reads)).toList();
    }

    /** What matches the condition; everything for a text that holds no word. */
    Query query(Clause clause) {
        Query query = of(clause, clause instanceof Clause.All all ? new LittleWords(words, all) : null);
        return query == null ? new MatchAllDocsQuery() : query;
    }

    /**
     * A part that must hold as all others do, where a small word may be missing; so may one that stands beside its
     * other spellings. {@code little} is null where nothing may.
     */
    private @Nullable Query of(Clause clause, @Nullable LittleWords little) {
        if (little == null) {
            return of(clause);
        }
        return switch (clause) {
            case Clause.All all -> all(all.parts(), little);
            case Clause.Word word -> {
                Query query = word(word);
                yield query == null ? null : little.orTold(word, everyday, query);
            }
            case Clause.Either either
            when either.parts().stream().anyMatch(Clause.Spelled.class::isInstance) -> either(either.parts(), little);
            default -> of(clause);
        };
    }

    private @Nullable Query of(Clause clause) {
        return switch (clause) {
            case Clause.Everything everything -> new MatchAllDocsQuery();
            case Clause.All all -> all(all.parts(), null);
            case Clause.Either either -> either(either.parts(), null);
            case Clause.Not not -> all(List.of(not), null);
            case Clause.Word word -> word(word);
            case Clause.Phrase phrase -> phrase(phrase);
            case Clause.Spelled spelled -> spelled(spelled);
            case Clause.Beginning beginning -> shaped(beginning.in(), Jointed.begun(beginning.text()));
            case Clause.Shape shape -> shaped(shape.in(), Jointed.shaped(shape.text()));
            case Clause.Inexact inexact ->
                together(
                        inexact.in(),
                        Words.parts(inexact.text()).stream()
                                .map(word -> one.inexact(word, inexact.letters()))
                                .toList());
            case Clause.Has wanted -> stated.apply(wanted);
            case Clause.Days days -> stated.apply(days);
            case Clause.Within within -> stated.apply(within);
            case Clause.Unplaced unplaced -> stated.apply(unplaced);
        };
    }

    private static Query stated(Clause clause) {
        return switch (clause) {
            case Clause.Days days -> DayRange.of(days);
            case Clause.Within within -> Questions.within(within);
            case Clause.Unplaced unplaced -> Questions.unplaced();
            default -> throw new IllegalArgumentException("words are no statement");
        };
    }

    private @Nullable Query all(List<Clause> parts, @Nullable LittleWords little) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        boolean some = false;
        boolean positive = false;
        for (Clause part : parts) {
            Query translated = part instanceof Clause.Not not ? of(not.part()) : of(part, little);
            if (translated != null) {
                Occur occur = occur(part);
                query.add(translated, occur);
                some = true;
                positive |= occur != Occur.MUST_NOT;
            }
        }
        if (some && !positive) {
            query.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return some ? query.build() : null;
    }

    /** What is no text says nothing about how well a complaint matches. */
    private static Occur occur(Clause part) {
        return switch (part) {
            case Clause.Not not -> Occur.MUST_NOT;
            case Clause.Has has -> Occur.FILTER;
            case Clause.Days days -> Occur.FILTER;
            case Clause.Within within -> Occur.FILTER;
            case Clause.Unplaced unplaced -> Occur.FILTER;
            default -> Occur.MUST;
        };
    }

    private @Nullable Query either(List<Clause> parts, @Nullable LittleWords little) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        boolean some = false;
        for (Clause part : parts) {
            Query translated = of(part, little);
            if (translated != null) {
                query.add(translated, Occur.SHOULD);
                some = true;
            }
        }
        return some ? query.build() : null;
    }

    private Query each(@Nullable TextField in, Function<TextField, Query> made) {
        List<TextField> fields = in == null ? everyday : readable(List.of(in));
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (TextField field : fields) {
            query.add(new BoostQuery(made.apply(field), field.weight()), Occur.SHOULD);
        }
        return query.build();
    }

    private @Nullable Query word(Clause.Word word) {
        List<String> folded = words.of(word.text());
        return folded.isEmpty()
                ? null
                : each(
                        word.in(),
                        field -> together(folded.stream()
                                .map(each -> OneWord.of(field, each))
                                .toList()));
    }

    /** Exact words: no stems, for a name has none. With and without its apostrophe, as people write it. */
    private @Nullable Query spelled(Clause.Spelled spelled) {
        List<String> folded = spelled.spellings().stream()
                .flatMap(spelling -> Stream.of(spelling, Letters.withoutApostrophes(spelling)))
                .map(words::of)
                .filter(form -> form.size() == 1)
                .map(List::getFirst)
                .distinct()
                .toList();
        return folded.isEmpty()
                ? null
                : new BoostQuery(
                        each(spelled.in(), field -> {
                            SynonymQuery.Builder query = new SynonymQuery.Builder(field.field());
                            folded.forEach(spelling -> query.addTerm(new Term(field.field(), spelling)));
                            return query.build();
                        }),
                        OTHER_SPELLING);
    }

    private static Query together(List<Query> words) {
        if (words.size() == 1) {
            return words.getFirst();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(word, Occur.MUST));
        return query.build();
    }

    private @Nullable Query phrase(Clause.Phrase phrase) {
        if (words.of(phrase.text()).isEmpty()) {
            return null;
        }
        QueryBuilder builder = new QueryBuilder(words);
        return each(phrase.in(), field -> builder.createPhraseQuery(field.field(), phrase.text(), phrase.apart()));
    }

    private @Nullable Query shaped(@Nullable TextField in, List<String> words) {
        return together(in, words.stream().map(one::shaped).toList());
    }

    /** All of these in one kind of text; null for none. */
    private @Nullable Query together(@Nullable TextField in, List<Function<TextField, Query>> words) {
        return words.isEmpty()
                ? null
                : each(
                        in,
                        field -> together(
                                words.stream().map(word -> word.apply(field)).toList()));
    }

    private static Query has(Clause.Has has) {
        List<BytesRef> values = has.values().stream().map(BytesRef::new).toList();
        return SortedSetDocValuesField.newSlowSetQuery(has.dimension().field(), new ArrayList<>(values));
    }
}
