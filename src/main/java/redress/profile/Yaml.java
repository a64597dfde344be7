package redress.profile;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A piece of a YAML file that knows its file and line, so that every complaint about it can name them. */
record Yaml(String file, String key, Node node) {

    static Yaml read(Path path) {
        String file = String.valueOf(path.getFileName());
        try (Reader reader = Files.newBufferedReader(path)) {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setLabel(file).build()).composeReader(reader);
            return new Yaml(file, file, root.orElseThrow(() -> BrokenProfile.in(file, "the file is empty.")));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw BrokenProfile.at(file, line, "this is not YAML (" + e.getProblem() + ").");
        } catch (IOException e) {
            throw BrokenProfile.in(path.toString(), "the file cannot be read.");
        }
    }

    BrokenProfile broken(String what) {
        return BrokenProfile.at(file, node.getStartMark().map(Mark::getLine).orElse(0) + 1, what);
    }

    /** The entries of a mapping in their order. */
    Map<String, Yaml> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw broken("\"" + key + "\" must have keys below it.");
        }
        Map<String, Yaml> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String name = new Yaml(file, key, tuple.getKeyNode()).text();
            entries.put(name, new Yaml(file, name, tuple.getValueNode()));
        }
        return entries;
    }

    Optional<Yaml> find(String name) {
        return Optional.ofNullable(entries().get(name));
    }

    Yaml require(String name) {
        return find(name).orElseThrow(() -> broken("\"" + name + "\" is missing below \"" + key + "\"."));
    }

    List<Yaml> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw broken("\"" + key + "\" must be a list.");
        }
        return sequence.getValue().stream().map(n -> new Yaml(file, key, n)).toList();
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw broken("\"" + key + "\" must be a text.");
        }
        return scalar.getValue().strip();
    }

    int whole(int least) {
        try {
            int number = Integer.parseInt(text());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with the line
        }
        throw broken("\"" + key + "\" must be a whole number of at least " + least + ".");
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        try {
            return Enum.valueOf(type, text());
        } catch (IllegalArgumentException e) {
            throw broken("\"" + key + "\" must be one of " + List.of(type.getEnumConstants()) + ".");
        }
    }
}
