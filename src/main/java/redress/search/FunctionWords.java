package redress.search;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.util.IOUtils;

/**
 * Pronouns, prepositions, conjunctions and auxiliaries where a language's list of stop words holds few of them:
 * whatever the statistics, "his" and "from" are no finding that somebody can look into. A search still asks for them as
 * it asks for other words. French and Arabic have full lists of their own.
 */
final class FunctionWords {

    /** In Latin letters; both scripts become these when they are folded. */
    private static final String SOUTH_SLAVIC = """
            ja mene meni me mi mnom ti tebe tebi te tobom on ona ono oni one njega njemu ga mu nj njim njime nje
            njoj joj nju njom nas nama vi vas vama njih njima ih im sebe sebi se sobom moj moja moje mog mom moju
            moji tvoj tvoja tvoje njegov njegova njegovo njegovu njegove njegovi njegovog njen njena njeno njenu
            njene njihov njihova njihovo njihovu njihove naš naša naše našu naši vaš vaša vaše svoj svoja svoje
            svoju svojim svog ovaj ova ovo ovu ove ovi ovog ovom taj ta to tu tog tom tim onaj koji koja koje koju
            kojeg kojem kojim ko tko što šta čega čemu čiji čija u na o od do za iz s sa k ka kod po pri pred ispred
            iza nad iznad pod ispod kroz prema bez oko uz zbog nakon poslije posle prije pre između među protiv
            preko da nego već kad kada kako gdje gde dok jer ako iako niti zato zašto tada onda ovdje ovde tamo li
            još samo bismo bi smo ste""";

    private FunctionWords() {}

    /** All of them, as they are written. */
    static CharArraySet all() {
        CharArraySet all = new CharArraySet(Arrays.asList(SOUTH_SLAVIC.split("\\s+")), true);
        all.addAll(english());
        return all;
    }

    /** The list of the Snowball project, which comes with the stemmers. */
    private static CharArraySet english() {
        try (InputStreamReader list = new InputStreamReader(
                IOUtils.requireResourceNonNull(
                        SnowballFilter.class.getResourceAsStream("english_stop.txt"), "english_stop.txt"),
                StandardCharsets.UTF_8)) {
            return WordlistLoader.getSnowballWordSet(list);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
