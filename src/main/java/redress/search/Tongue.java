package redress.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.SerbianStemmer;

/**
 * A language in which complaints are told, with the way in which its words change and the words that say little. The
 * words themselves are folded as all others are ({@link Words}); the stem of a word stands beside it in the index, at
 * its place and with a mark of its language, so that "complaints" finds "complaint", a phrase stays exact, what is
 * marked in a snippet is the word as it was written, and no stem is taken for a word of another language.
 */
enum Tongue {
    /** English; the stems are words of the dictionary. */
    ENGLISH("e", List.of("en"), false, KStemFilter::new, EnglishAnalyzer.getDefaultStopSet()),
    /** Krio: English for the stems, with small words of its own. */
    KRIO("e", List.of("kri"), false, KStemFilter::new, Krio.STOPS),
    /** French. */
    FRENCH("f", List.of("fr"), true, FrenchLightStemFilter::new, FrenchAnalyzer.getDefaultStopSet()),
    /** Arabic. */
    ARABIC(
            "a",
            List.of("ar"),
            false,
            in -> new ArabicStemFilter(new ArabicNormalizationFilter(in)),
            ArabicAnalyzer.getDefaultStopSet()),
    /** Bosnian, Croatian, Montenegrin and Serbian, in both scripts one form. */
    SOUTH_SLAVIC(
            "s",
            List.of("bs", "hr", "sr", "sh", "cnr"),
            true,
            in -> new SnowballFilter(in, new SerbianStemmer()),
            SerbianAnalyzer.getDefaultStopSet());

    /** Small words of Krio, as it is commonly written; those that mean something in English stay out. */
    private static final class Krio {
        static final CharArraySet STOPS = new CharArraySet(
                List.of(
                        "di", "na", "fɔ", "foh", "den", "dɛn", "dem", "wi", "una", "im", "i", "a", "mi", "mek", "bin",
                        "dɔn", "don", "de", "kin", "nɔ", "noh", "nor", "en", "ɛn", "dat", "dis", "wan", "wit", "wetin",
                        "se", "pan", "to", "we", "usai", "udat", "bɔt", "bot", "if", "sef", "nɔto", "wey", "the", "and",
                        "of", "in", "it", "is"),
                true);
    }

    /** What a stem begins with: no letter, so that it is never taken for a word. */
    static final char MARK = '~';

    private static final List<Tongue> STEMS = List.of(ENGLISH, FRENCH, ARABIC, SOUTH_SLAVIC);
    private static final Map<Tongue, Analyzer> TEXTS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(tongue -> tongue, tongue -> tongue.texts()));

    private static final Map<String, Tongue> BY_TAG = Arrays.stream(values())
            .flatMap(tongue -> tongue.tags.stream().map(tag -> Map.entry(tag, tongue)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Set<String> LITTLE = Words.folded(little());

    private final String mark;
    private final List<String> tags;
    private final boolean always;
    private final UnaryOperator<TokenStream> stemmer;
    private final CharArraySet written;
    private final Set<String> stops;
    private final Analyzer single;

    Tongue(String mark, List<String> tags, boolean always, UnaryOperator<TokenStream> stemmer, CharArraySet stops) {
        this.mark = MARK + mark + ":";
        this.tags = tags;
        this.always = always;
        this.stemmer = stemmer;
        this.written = stops;
        this.stops = Words.folded(stops);
        single = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer whole = new KeywordTokenizer();
                return new TokenStreamComponents(whole, stemmer.apply(new Apostrophes(whole)));
            }
        };
    }

    /** The language of a BCP 47 tag; empty for one whose words are only folded. */
    static Optional<Tongue> of(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        int end = tag.indexOf('-');
        return Optional.ofNullable(BY_TAG.get(end < 0 ? tag : tag.substring(0, end)));
    }

    /** How a text in this language becomes words and stems. */
    Analyzer analyzer() {
        return Objects.requireNonNull(TEXTS.get(this));
    }

    /** What a folded word is looked for as, in all languages: stems with their marks, and words that are stems. */
    static Set<String> stems(String word) {
        Set<String> stems = new LinkedHashSet<>();
        for (Tongue tongue : STEMS) {
            String stem = tongue.stem(word);
            stems.add(tongue.mark + stem);
            if (!tongue.always) {
                stems.add(stem);
            }
        }
        return stems;
    }

    /** Whether this folded word says little in this language. */
    boolean saysLittle(String word) {
        return stops.contains(word);
    }

    /** The words that say little in one of the languages, as they are written. */
    static CharArraySet little() {
        CharArraySet all = FunctionWords.all();
        Arrays.stream(values()).forEach(tongue -> all.addAll(tongue.written));
        return all;
    }

    /** Whether this folded word says little in one of the languages. */
    static boolean littleInAny(String word) {
        return LITTLE.contains(word);
    }

    private String stem(String word) {
        try (TokenStream stream = single.tokenStream("", word)) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            String stem = stream.incrementToken() ? term.toString() : word;
            stream.end();
            return stem;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Analyzer texts() {
        Known known = new Known();
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer cut = new Cut();
                return new TokenStreamComponents(cut, new WordForms(cut, Tongue.this::forms, known));
            }
        };
    }

    /** Each word folded, and behind it its stem. */
    TokenStream forms(TokenStream words) {
        TokenStream twice = new KeywordRepeatFilter(Words.fold(words));
        return new Marks(stemmer.apply(new Apostrophes(twice)), mark, always);
    }
}
