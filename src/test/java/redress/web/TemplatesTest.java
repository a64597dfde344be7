package redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no template may hold, because the policy of our pages would refuse it or a reader would be harmed. */
class TemplatesTest {

    private static final Map<String, Pattern> REFUSED = Map.of(
            "unescaped output", Pattern.compile("\\$unsafe"),
            "inline style", Pattern.compile("<style|\\sstyle\\s*="),
            "inline script", Pattern.compile("<script(?![^>]*\\ssrc=)|\\son(?!ce\\b)[a-z]+\\s*=\\s*\"|javascript:"),
            "foreign origin", Pattern.compile("(src|action)=\"(https?:)?//|<link[^>]*href=\"(https?:)?//"));

    @Test
    void no_template_holds_what_is_refused() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
            files.filter(file -> file.toString().endsWith(".jte")).forEach(file -> {
                List<String> here = refused(file);
                if (!here.isEmpty()) {
                    found.put(file.toString(), here);
                }
            });
        }
        assertThat(found).isEmpty();
    }

    @Test
    void markup_written_by_hand_comes_from_one_class_only() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> read(file).contains(".writeContent("))
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("Brand.java");
        }
    }

    private static List<String> refused(Path file) {
        String text = read(file);
        return REFUSED.entrySet().stream()
                .filter(each -> each.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
