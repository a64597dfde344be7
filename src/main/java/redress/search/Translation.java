package redress.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;
import redress.access.RecordKind;
import redress.names.Letters;

/**
 * Translates a condition of ours into Lucene's. A word finds its other forms in every language; a word that says little
 * in a language ("the", "di", "le") need not occur in what was told in that language, as long as another word must. A
 * kind of record that the asker may not read is not looked into: a condition on it holds for nothing.
 */
final class Translation {

    /** What another spelling of a name counts beside the name itself. */
    private static final float OTHER_SPELLING = 0.3f;

    private final Words words;
    private final Set<RecordKind> reads;
    private final List<TextField> everyday;
    private final Set<Tongue> lenient = EnumSet.noneOf(Tongue.class);

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
        this.reads = reads;
        this.stated = stated;
        this.everyday = readable(in.isEmpty() ? TextField.everyday() : List.copyOf(EnumSet.copyOf(in)));
    }

    private List<TextField> readable(List<TextField> fields) {
        return fields.stream().filter(field -> field.readBy(reads)).toList();
    }

    /** What matches the condition; everything for a text that holds no word. */
    Query query(Clause clause) {
        if (clause instanceof Clause.All all) {
            Arrays.stream(Tongue.values())
                    .filter(tongue -> all.parts().stream().anyMatch(part -> says(part, tongue)))
                    .forEach(lenient::add);
        }
        Query query = of(clause);
        return query == null ? new MatchAllDocsQuery() : query;
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

    private @Nullable Query of(Clause clause) {
        return switch (clause) {
            case Clause.Everything everything -> new MatchAllDocsQuery();
            case Clause.All all -> all(all.parts());
            case Clause.Either either -> either(either.parts());
            case Clause.Not not -> all(List.of(not));
            case Clause.Word word -> word(word);
            case Clause.Phrase phrase -> phrase(phrase);
            case Clause.Spelled spelled -> spelled(spelled);
            case Clause.Beginning beginning ->
                each(beginning.in(), field -> new PrefixQuery(new Term(field.field(), normal(beginning.text()))));
            case Clause.Inexact inexact -> each(inexact.in(), field -> alike(field, inexact));
            case Clause.Shape shape -> shape(shape);
            case Clause.Has wanted -> stated.apply(wanted);
            case Clause.Days days -> stated.apply(days);
            case Clause.Within within -> stated.apply(within);
        };
    }

    /**
     * Every word that is so like it counts, all that differ by as many letters the same; the fewer, the more, and the
     * word itself most. Were only the nearest taken, or each weighed by itself, words of complaints that the asker may
     * not see would change the answer.
     */
    private Query alike(TextField field, Clause.Inexact inexact) {
        Term word = new Term(field.field(), normal(inexact.text()));
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(new TermQuery(word), Occur.SHOULD);
        for (int letters = 1; letters <= inexact.letters(); letters++) {
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

    private static Query stated(Clause clause) {
        return switch (clause) {
            case Clause.Days days -> DayRange.of(days);
            case Clause.Within within -> Questions.within(within);
            default -> throw new IllegalArgumentException("words are no statement");
        };
    }

    private @Nullable Query all(List<Clause> parts) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        boolean some = false;
        boolean positive = false;
        for (Clause part : parts) {
            Query translated = of(part instanceof Clause.Not not ? not.part() : part);
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
            default -> Occur.MUST;
        };
    }

    private @Nullable Query either(List<Clause> parts) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        boolean some = false;
        for (Clause part : parts) {
            Query translated = of(part);
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
        if (folded.isEmpty()) {
            return null;
        }
        Query query = each(word.in(), field -> together(field, folded));
        Set<Tongue> little = EnumSet.copyOf(List.of(Tongue.values()));
        little.removeIf(tongue -> !lenient.contains(tongue) || !folded.stream().allMatch(tongue::saysLittle));
        if (little.isEmpty()) {
            return query;
        }
        List<String> languages = little.stream().map(Tongue::name).toList();
        return new BooleanQuery.Builder()
                .add(query, Occur.SHOULD)
                .add(
                        new BoostQuery(new ConstantScoreQuery(Questions.terms(Documents.LANGUAGE, languages)), 0f),
                        Occur.SHOULD)
                .build();
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

    private static Query together(TextField field, List<String> folded) {
        if (folded.size() == 1) {
            return one(field, folded.get(0));
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        folded.forEach(each -> query.add(one(field, each), Occur.MUST));
        return query.build();
    }

    private static Query one(TextField field, String word) {
        if (!field.stemmed()) {
            return new TermQuery(new Term(field.field(), word));
        }
        Set<String> forms = new LinkedHashSet<>(List.of(word));
        forms.addAll(Tongue.stems(word));
        SynonymQuery.Builder query = new SynonymQuery.Builder(field.field());
        forms.forEach(form -> query.addTerm(new Term(field.field(), form)));
        return query.build();
    }

    private @Nullable Query phrase(Clause.Phrase phrase) {
        if (words.of(phrase.text()).isEmpty()) {
            return null;
        }
        QueryBuilder builder = new QueryBuilder(words);
        return each(phrase.in(), field -> builder.createPhraseQuery(field.field(), phrase.text(), phrase.apart()));
    }

    /** Without the mark of stems, or the beginning of a mark would find every word of its language. */
    private String normal(String text) {
        String unmarked = text.replace(Character.toString(Tongue.MARK), "");
        return words.normalize("", unmarked).utf8ToString();
    }

    private Query shape(Clause.Shape shape) {
        String folded = Shaped.folded(shape.text(), this::normal);
        CompiledAutomaton compiled = Shaped.compiled(folded);
        return each(shape.in(), field -> new Shaped(new Term(field.field(), folded), compiled));
    }

    private static Query has(Clause.Has has) {
        List<BytesRef> values = has.values().stream().map(BytesRef::new).toList();
        return SortedSetDocValuesField.newSlowSetQuery(has.dimension().field(), new ArrayList<>(values));
    }
}
