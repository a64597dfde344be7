package redress.web.kit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Renders the examples of govuk-frontend through our components and compares the trees. An example that uses an option
 * which we do not have is left out, for a reason that stands here; an option without a reason fails.
 */
class KitTest {

    private static final Path ORIGINAL = Path.of("src/main/web/node_modules/govuk-frontend/dist/govuk/components");

    /** Options that we do not have, and why. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("(^|.*\\.)attributes(\\..*)?", "free attributes: text inside a tag cannot be escaped by context"),
            Map.entry("items\\[\\d+]\\.html|items\\[\\d+]\\.hint\\.html", "a choice is plain text"),
            Map.entry("items\\[\\d+]\\.(label|hint)\\.classes", "a choice looks like its neighbours"),
            Map.entry("items\\[\\d+]\\.name", "boxes of one question share its name"),
            Map.entry("errorMessage\\.(html|classes)|html", "an error is plain text and looks the same everywhere"),
            Map.entry("errorList\\[\\d+]\\.html|titleHtml", "an error summary is plain text"),
            Map.entry("(prefix|suffix)\\.(html|classes)", "what stands before or after an input is plain text"),
            Map.entry(
                    "(day|month|year)(\\.(error|classes|name|value|id|inputmode|autocomplete|pattern))?",
                    "the parts of a date are fixed"),
            Map.entry("items(\\[\\d+]\\..*)?", "the parts of a date, of a menu and of a path are fixed"),
            Map.entry("values\\..*", "the parts of a date are fixed"),
            Map.entry(
                    "textareaDescriptionText|(characters|words)(Under|At|Over)LimitText(\\..*)?",
                    "said by Counting, in the reader's language"),
            Map.entry(
                    "rows\\[\\d+]\\.(classes|key\\..*|value\\.classes|actions\\.(classes|items\\[\\d+]\\.(html|classes)))",
                    "a summary is even"),
            Map.entry(
                    "card\\.(classes|title\\.(html|classes|headingLevel)|actions\\.(classes|items\\[\\d+]\\.(html|classes)))",
                    "a summary is even"),
            Map.entry(
                    "slots\\..*|navigation\\[\\d+]\\.(html|active)",
                    "the menu has no slots, and its items are plain text"),
            Map.entry("actions\\..*", "a panel has no buttons of its own"),
            Map.entry("(previous|next)\\.html", "plain text"));

    /** Examples whose lists have holes; ours are made by typed code and have none. */
    private static final Set<String> WITH_HOLES = Set.of("radios: with falsy items", "checkboxes: with falsy values");

    private static final Map<String, int[]> COUNTS = new TreeMap<>();

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, KitTest.class.getClassLoader(), "redress.templates");

    /** One example of the original. */
    record Example(String component, String name, JsonObject options, String html) {
        @Override
        public String toString() {
            return component + ": " + name;
        }
    }

    static Stream<Example> examples() {
        return Adapters.ALL.keySet().stream().sorted().flatMap(KitTest::examples);
    }

    private static Stream<Example> examples(String component) {
        try (JsonReader reader = Json.createReader(
                Files.newBufferedReader(ORIGINAL.resolve(component).resolve("fixtures.json")))) {
            return reader.readObject().getJsonArray("fixtures").getValuesAs(JsonObject.class).stream()
                    .map(each -> new Example(
                            component, each.getString("name"), each.getJsonObject("options"), each.getString("html")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void renders_the_same_tree_as_the_original(Example example) {
        Adapters.Adapter adapter = requireNonNull(Adapters.ALL.get(example.component()));
        Options options = Options.of(example.options());
        Map<String, Object> parameters = adapter.parameters().apply(options);
        int[] counts = COUNTS.computeIfAbsent(example.component(), name -> new int[2]);
        if (!options.unread().isEmpty()) {
            assertThat(options.unread())
                    .allSatisfy(option -> assertThat(reason(option))
                            .as("the option %s is neither ours nor left out for a reason", option)
                            .isPresent());
            counts[1]++;
            return;
        }
        if (WITH_HOLES.contains(example.toString())) {
            counts[1]++;
            return;
        }
        StringOutput output = new StringOutput();
        engine.render("kit/" + adapter.template() + ".jte", parameters, output);
        assertThat(tree(output.toString())).isEqualTo(tree(example.html()));
        counts[0]++;
    }

    @AfterAll
    static void tell_the_counts() {
        int same = COUNTS.values().stream().mapToInt(count -> count[0]).sum();
        int left = COUNTS.values().stream().mapToInt(count -> count[1]).sum();
        System.getLogger("kit")
                .log(
                        System.Logger.Level.INFO,
                        () -> "kit: " + same + " examples equal, " + left
                                + " left out for a reason: "
                                + COUNTS.entrySet().stream()
                                        .map(each ->
                                                each.getKey() + " " + each.getValue()[0] + "/" + each.getValue()[1])
                                        .collect(Collectors.joining(", ")));
        assertThat(same).as("examples that are equal").isGreaterThan(300);
    }

    private static Optional<String> reason(String option) {
        return LEFT_OUT.entrySet().stream()
                .filter(each -> Pattern.matches(each.getKey(), option))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The tree as text: attributes sorted, class names sorted, space between words single. */
    private static String tree(String html) {
        List<String> lines = new ArrayList<>();
        Jsoup.parseBodyFragment(html).body().childNodes().forEach(node -> walk(node, "", lines));
        return String.join("\n", lines);
    }

    private static void walk(Node node, String indent, List<String> lines) {
        if (node instanceof TextNode text) {
            String words = text.getWholeText().strip().replaceAll("\\s+", " ");
            if (!words.isEmpty()) {
                lines.add(indent + words);
            }
        } else if (node instanceof Element element) {
            lines.add(indent + element.tagName() + " "
                    + element.attributes().asList().stream()
                            .map(KitTest::attribute)
                            .sorted()
                            .collect(Collectors.joining(" ")));
            element.childNodes().forEach(child -> walk(child, indent + "  ", lines));
        }
    }

    private static String attribute(Attribute attribute) {
        String value = attribute.getKey().equals("class")
                ? Stream.of(attribute.getValue().strip().split("\\s+")).sorted().collect(Collectors.joining(" "))
                : attribute.getValue();
        return attribute.getKey() + "=" + value;
    }
}
