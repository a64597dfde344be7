package redress.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Units under their institutions, or places in one another. Safe for use by several threads. */
final class Tree {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<Node>> paths = new ConcurrentHashMap<>();

    Tree(List<Node> nodes) {
        nodes.forEach(node -> this.nodes.put(node.key(), node));
    }

    Optional<Node> find(String key) {
        return Optional.ofNullable(nodes.get(key));
    }

    /** The node with everything above it, itself first; empty for a key that is not known. */
    List<Node> upwards(@Nullable String key) {
        return key == null ? List.of() : paths.computeIfAbsent(key, this::path);
    }

    private List<Node> path(String key) {
        List<Node> path = new ArrayList<>();
        Node node = nodes.get(key);
        while (node != null && !path.contains(node)) {
            path.add(node);
            String parent = node.parent();
            node = parent == null ? null : nodes.get(parent);
        }
        return List.copyOf(path);
    }

    /** Those of the same kind that stand as high; units only in the same institution. */
    List<Node> alike(Node one) {
        int level = upwards(one.key()).size();
        return nodes.values().stream()
                .filter(other -> other.kind().equals(one.kind()))
                .filter(other -> upwards(other.key()).size() == level)
                .filter(other -> !one.key().contains("/") || other.institution().equals(one.institution()))
                .toList();
    }

    /** What lies directly below a node; the topmost ones where it is null. */
    List<Node> parts(@Nullable String key) {
        return nodes.values().stream()
                .filter(node -> Objects.equals(node.parent(), key))
                .toList();
    }

    /** The kind of a node; a dash where it is not known. */
    String kind(@Nullable String key) {
        Node node = key == null ? null : nodes.get(key);
        return node == null ? "-" : node.kind();
    }
}
