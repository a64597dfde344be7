package redress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the keys of the portal, their defaults and docs/configuration.md together. */
class ConfigurationTest {

    private static final Path DEFAULTS = Path.of("src/main/resources/META-INF/microprofile-config.properties");
    private static final Path PAGE = Path.of("docs/configuration.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(redress\\.[^`]+)` \\| (?:`([^`]+)`|\\(empty\\)) \\|");
    private static final Pattern INJECTED = Pattern.compile("@ConfigProperty\\(\\s*name = \"([^\"]+)\"");
    private static final Pattern INLINE = Pattern.compile("\\$\\{MPCONFIG=([^:}]+):([^}]*)}");

    @Test
    void the_page_lists_exactly_the_keys_with_their_defaults() throws IOException {
        assertThat(rows(ROW, Files.readString(PAGE))).isEqualTo(defaults());
    }

    @Test
    void every_key_is_explained_by_a_comment_above_it() throws IOException {
        String text = Files.readString(DEFAULTS).replaceAll("(?m)^#.*\n(?:redress\\..*\n)+\n?", "\n");

        assertThat(text.lines().filter(line -> line.startsWith("redress."))).isEmpty();
    }

    @Test
    void every_key_that_a_room_asks_for_has_a_default() throws IOException {
        assertThat(defaults().keySet()).containsAll(injected());
    }

    @Test
    void the_pool_has_the_same_defaults_inline() throws IOException {
        Map<String, String> inline = rows(INLINE, Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml")));

        assertThat(inline).isNotEmpty();
        assertThat(defaults()).containsAllEntriesOf(inline);
    }

    private static Map<String, String> defaults() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(DEFAULTS, UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> defaults = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> defaults.put(key, properties.getProperty(key)));
        return defaults;
    }

    /** What the first group matched to what the second did, empty where that has no part in the match. */
    private static Map<String, String> rows(Pattern pattern, String text) {
        Map<String, String> rows = new TreeMap<>();
        pattern.matcher(text)
                .results()
                .forEach(row -> rows.put(row.group(1), row.group(2) == null ? "" : row.group(2)));
        return rows;
    }

    private static Set<String> injected() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Set<String> keys = new TreeSet<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                keys.addAll(INJECTED.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()));
            }
            return keys;
        }
    }
}
