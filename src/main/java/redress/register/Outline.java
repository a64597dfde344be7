package redress.register;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One place in a YAML file that still knows its line, so that a mistake can be told where it stands. Every scalar is
 * read as the text that was written: {@code NO} is a word and {@code 05} keeps its zero.
 */
final class Outline {

    private final String file;
    private final String path;
    private final Node node;

    private Outline(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    static Outline read(Path file) {
        String name = String.valueOf(file.getFileName());
        LoadSettings settings = LoadSettings.builder().setLabel(name).build();
        try (Reader reader = Files.newBufferedReader(file)) {
            Node root = new Compose(settings)
                    .composeReader(reader)
                    .orElseThrow(() -> new BadMapping("The mapping " + name + " is empty."));
            return new Outline(name, "", root);
        } catch (MarkedYamlEngineException e) {
            String line =
                    e.getProblemMark().map(m -> ", line " + (m.getLine() + 1)).orElse("");
            throw new BadMapping("The mapping " + name + line + " is not YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            throw new BadMapping("The mapping " + name + " is not YAML: " + e.getMessage() + ".");
        } catch (IOException e) {
            throw new BadMapping("The mapping " + file + " cannot be read: is the path right?");
        }
    }

    /** The exception for a mistake at this place. */
    BadMapping bad(String sentence) {
        String line =
                node.getStartMark().map(m -> ", line " + (m.getLine() + 1)).orElse("");
        return new BadMapping(file + line + (path.isEmpty() ? "" : ", key " + path) + ": " + sentence);
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw bad("a single word or text is expected here.");
    }

    boolean flag() {
        return switch (text()) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw bad("yes or no is expected here.");
        };
    }

    /** The entries in the order of the file. */
    Map<String, Outline> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw bad("a map of key: value is expected here.");
        }
        Map<String, Outline> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = new Outline(file, path, tuple.getKeyNode()).text();
            Outline value = new Outline(file, path.isEmpty() ? key : path + "/" + key, tuple.getValueNode());
            if (entries.put(key, value) != null) {
                throw value.bad("the key stands twice.");
            }
        }
        return entries;
    }

    /** The items of a list; a single value counts as a list of one. */
    List<Outline> items() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        List<Outline> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new Outline(file, path + "[" + (items.size() + 1) + "]", item));
        }
        return items;
    }

    List<String> texts() {
        return items().stream().map(Outline::text).toList();
    }

    Optional<Outline> find(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    Outline require(String key) {
        @Nullable Outline found = entries().get(key);
        if (found == null) {
            throw bad("the key '" + key + "' is missing.");
        }
        return found;
    }

    /** Refuses a key that means nothing here: a slip of the pen must not be a silent default. */
    void only(Set<String> known) {
        for (Map.Entry<String, Outline> entry : entries().entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw entry.getValue()
                        .bad("'" + entry.getKey() + "' is not known here; possible: "
                                + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
        }
    }
}
