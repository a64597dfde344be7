package redress.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetsTest {

    private static final Path BUILT = Path.of("target/web/assets");

    @ParameterizedTest
    @CsvSource({"public.css, 13000", "desk.css, 16000", "lite.css, 4000", "public.js, 8000", "mark.svg, 1000"})
    void a_file_stays_small(String name, int bytes) throws IOException {
        assertThat(size(name)).isBetween(100L, (long) bytes);
    }

    @Test
    void a_first_page_costs_less_than_thirty_kilobytes() throws IOException {
        long html = zipped(ViewExamples.html(new ProblemPage(404, null, null), "/"));
        assertThat(html + size("public.css") + size("public.js") + size("mark.svg"))
                .isLessThan(30_000 - 4_000);
        assertThat(html).isLessThan(2_500);
    }

    @Test
    void nothing_of_another_government_is_served() throws IOException {
        for (String part : all("public.css", "desk.css", "lite.css", "public.js")) {
            assertThat(part).doesNotContainIgnoringCase("transport", "crown", "crest", "url(", "@import");
        }
        try (Stream<Path> files = Files.list(BUILT)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.matches("[a-z]+\\.[0-9a-f]{12}\\.(css|js|svg)(\\.gz)?"));
        }
    }

    @Test
    void the_icon_is_served_under_its_hashed_name() {
        assertThat(new Assets().url("mark.svg")).matches("/assets/mark(\\.[0-9a-f]{12})?\\.svg");
    }

    @ParameterizedTest
    @CsvSource({
        "#1d2a3a, #fbfaf7, 7",
        "#4a5868, #fbfaf7, 4.5",
        "#4a5868, #f3f1eb, 4.5",
        "#0b5d5e, #fbfaf7, 4.5",
        "#54307d, #fbfaf7, 4.5",
        "#b3261e, #fbfaf7, 4.5",
        "#ffffff, #0b5d5e, 4.5",
        "#ffffff, #b3261e, 4.5",
        "#ffffff, #1d2a3a, 7",
        "#1d2a3a, #ffdd00, 7",
        "#063b3c, #e3f0ef, 4.5",
        "#7a1913, #fbe9e7, 4.5",
        "#6b4509, #fbf1de, 4.5",
        "#c9861a, #1d2a3a, 3"
    })
    void colours_can_be_told_apart(String front, String back, double least) {
        assertThat(contrast(front, back)).isGreaterThanOrEqualTo(least);
    }

    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** WCAG 2.2, relative luminance. */
    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255d;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static List<String> all(String... names) throws IOException {
        return Stream.of(names)
                .map(name -> {
                    try {
                        return Files.readString(file(name, ""));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .collect(Collectors.toList());
    }

    private static long size(String name) throws IOException {
        return Files.size(file(name, ".gz"));
    }

    private static Path file(String name, String ending) throws IOException {
        String[] parts = name.split("\\.");
        try (Stream<Path> files = Files.list(BUILT)) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .matches(
                                    parts[0] + "\\.[0-9a-f]{12}\\." + parts[1] + java.util.regex.Pattern.quote(ending)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static long zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
