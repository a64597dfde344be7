package redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    private static final Path FOLDER = Path.of("src/main/resources/texts");
    private static final List<String> WRITTEN = List.of("bs", "sr-Cyrl");
    /** Areas that only staff read; until an office asks for another language they are told in English. */
    private static final Set<String> STAFF_ONLY =
            Set.of("access", "desk", "evidence", "figure", "finding", "lineup", "pattern", "search", "triage", "watch");

    private static final Pattern USED = Pattern.compile("\\.t\\(\"([a-z]+\\.[A-Za-z0-9.]*[A-Za-z0-9])\"[,)]");

    /** A number that is written as such, and a word right after it. */
    private static final Pattern BARE_COUNT = Pattern.compile("\\{\\d+\\s*,\\s*number\\s*}\\s+\\p{L}");

    private final Texts texts = new Texts();

    static Stream<String> areas() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_en.properties"))
                    .map(name -> name.substring(0, name.indexOf('_')))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void every_language_has_the_same_keys_and_arguments(String area) throws IOException {
        Properties english = read(area, "en");
        assertThat(english.stringPropertyNames()).isNotEmpty().allMatch(key -> key.startsWith(area + "."));
        for (String language : written(area)) {
            Properties other = read(area, language);
            assertThat(other.stringPropertyNames())
                    .as("keys of %s in %s", area, language)
                    .isEqualTo(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(arguments(other.getProperty(key)))
                        .as("arguments of %s in %s", key, language)
                        .isEqualTo(arguments(english.getProperty(key)));
            }
        }
    }

    @Test
    void a_language_that_has_texts_of_every_page_is_one_of_those_that_must_have_all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("web_"))
                            .map(name -> name.substring("web_".length(), name.indexOf('.'))))
                    .containsOnly("en", "bs", "sr-Cyrl")
                    .containsAll(WRITTEN);
        }
    }

    @Test
    void only_languages_with_texts_are_spoken() {
        assertThat(Stream.of("en", "bs", "sr-Cyrl", "sr-Latn")).allMatch(tag -> texts.speaks(Language.of(tag)));
        assertThat(Stream.of("hr", "kri", "fr")).noneMatch(tag -> texts.speaks(Language.of(tag)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1 | X: 1 complaint is in these figures.",
                "en | 1204 | X: 1,204 complaints are in these figures.",
                "bs | 1 | X: u ovim brojkama je 1 pritužba.",
                "bs | 22 | X: u ovim brojkama su 22 pritužbe.",
                "bs | 15 | X: u ovim brojkama je 15 pritužbi.",
                "sr-Cyrl | 21 | X: у овим бројкама је 21 притужба.",
                "sr-Cyrl | 22 | X: у овим бројкама су 22 притужбе.",
                "sr-Cyrl | 12 | X: у овим бројкама је 12 притужби.",
                "sr-Latn | 22 | X: u ovim brojkama su 22 pritužbe."
            })
    void complaints_are_counted_as_one_speaks(String tag, long count, String told) {
        assertThat(texts.text(Language.of(tag), "statistics.lede", "X", count)).isEqualTo(told);
    }

    /** A bare count before a noun is wrong for some number in every language that bends its nouns. */
    @ParameterizedTest
    @MethodSource("areas")
    void no_number_stands_before_a_word_that_does_not_bend(String area) throws IOException {
        for (String language : written(area)) {
            assertThat(read(area, language).values())
                    .as("%s in %s", area, language)
                    .noneMatch(text -> BARE_COUNT.matcher(text.toString()).find());
        }
    }

    @Test
    void every_key_that_a_template_or_a_class_names_has_a_text() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String folder : List.of("src/main/jte", "src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher used = USED.matcher(Files.readString(file));
                    used.results()
                            .map(hit -> hit.group(1))
                            .filter(key -> !texts.has(key))
                            .forEach(key -> missing.add(file.getFileName() + ": " + key));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void serbian_in_latin_script_is_written_with_its_own_letters() {
        Language latin = Language.of("sr-Latn");
        assertThat(texts.text(latin, "web.problem.500.text"))
                .contains("pritužbu")
                .doesNotContainPattern("[А-Яа-я]");
    }

    @Test
    void a_key_that_is_nowhere_is_shown_as_it_is() {
        assertThat(texts.text(Language.ENGLISH, "web.no.such")).isEqualTo("web.no.such");
        assertThat(texts.text(Language.ENGLISH, "../etc.passwd")).isEqualTo("../etc.passwd");
    }

    @Test
    void a_language_without_texts_is_told_in_english() {
        assertThat(texts.text(Language.of("kri"), "web.back")).isEqualTo("Back");
    }

    @Test
    void the_count_keeps_its_place_for_the_script() {
        assertThat(texts.text(Language.ENGLISH, "web.count.under.other"))
                .isEqualTo("You have %{count} characters left");
    }

    private static List<String> written(String area) {
        return WRITTEN.stream()
                .filter(language -> !STAFF_ONLY.contains(area)
                        || Files.exists(FOLDER.resolve(area + "_" + language + ".properties")))
                .toList();
    }

    private static Properties read(String area, String language) throws IOException {
        Path file = FOLDER.resolve(area + "_" + language + ".properties");
        assertThat(file).exists();
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> arguments(String text) {
        MessagePattern pattern = new MessagePattern(text);
        return Stream.iterate(0, i -> i < pattern.countParts(), i -> i + 1)
                .map(pattern::getPart)
                .filter(part -> part.getType() == MessagePattern.Part.Type.ARG_NUMBER
                        || part.getType() == MessagePattern.Part.Type.ARG_NAME)
                .map(pattern::getSubstring)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
