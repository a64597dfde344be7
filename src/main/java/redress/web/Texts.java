package redress.web;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import redress.wiring.Part;

/**
 * Every sentence that people read, by key. The first part of a key is its area and names the file
 * ({@code intake.start.title} is in {@code texts/intake_en.properties}); values are ICU message patterns with
 * positional arguments. Serbian in Latin script is derived from the Cyrillic when it is first needed. What a language
 * lacks is told in English.
 */
@Part
public class Texts {

    private static final String CYRILLIC = "sr-Cyrl";
    private static final String LATIN = "sr-Latn";

    private final Map<String, Map<String, String>> areas = new ConcurrentHashMap<>();

    /** The sentence for a key, with its arguments filled in. A key that is nowhere is shown as it is. */
    public String text(Language language, String key, Object... arguments) {
        String pattern = pattern(language, key);
        if (pattern == null) {
            return key;
        }
        if (arguments.length == 0 && pattern.indexOf('{') < 0) {
            return pattern.replace("''", "'");
        }
        return new MessageFormat(pattern, ULocale.forLocale(language.locale())).format(arguments);
    }

    /** Whether there is a sentence under this key. */
    public boolean has(String key) {
        return pattern(Language.ENGLISH, key) != null;
    }

    /**
     * Whether the public pages can be read in that language: whoever has the texts that every page shares has all,
     * which a test demands.
     */
    boolean speaks(Language language) {
        return !area("web", language.tag()).isEmpty();
    }

    private @Nullable String pattern(Language language, String key) {
        int dot = key.indexOf('.');
        if (dot < 1) {
            return null;
        }
        String area = key.substring(0, dot);
        String own = area(area, language.tag()).get(key);
        return own == null && !language.equals(Language.ENGLISH)
                ? area(area, Language.ENGLISH.tag()).get(key)
                : own;
    }

    private Map<String, String> area(String area, String tag) {
        String name = area + '_' + tag;
        Map<String, String> known = areas.get(name);
        if (known == null) {
            known = tag.equals(LATIN) ? latin(area(area, CYRILLIC)) : read(name);
            areas.put(name, known);
        }
        return known;
    }

    private static Map<String, String> read(String name) {
        if (!name.matches("[a-z]+_[A-Za-z-]+")) {
            return Map.of();
        }
        try (InputStream in = Texts.class.getResourceAsStream("/texts/" + name + ".properties")) {
            if (in == null) {
                return Map.of();
            }
            Properties file = new Properties();
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> texts = new HashMap<>();
            file.stringPropertyNames().forEach(key -> texts.put(key, file.getProperty(key)));
            return Map.copyOf(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same texts in Latin script; arguments in Latin letters stay as they are. */
    private static Map<String, String> latin(Map<String, String> cyrillic) {
        Transliterator script = Transliterator.getInstance("Serbian-Latin/BGN");
        Map<String, String> texts = new HashMap<>();
        cyrillic.forEach((key, text) -> texts.put(key, script.transliterate(text)));
        return Map.copyOf(texts);
    }
}
