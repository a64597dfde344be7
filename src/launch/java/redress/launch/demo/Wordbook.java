package redress.launch.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One of the word lists under {@code config/demo}: texts under keys, one key inside another. */
record Wordbook(Map<?, ?> entries) {

    static Wordbook read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Object root = new Load(LoadSettings.builder().build()).loadFromReader(reader);
            return new Wordbook((Map<?, ?>) root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Wordbook part(String key) {
        return new Wordbook((Map<?, ?>) at(key));
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    Optional<List<String>> find(String key) {
        return has(key) ? Optional.of(texts(key)) : Optional.empty();
    }

    List<String> texts(String key) {
        return ((List<?>) at(key)).stream().map(String::valueOf).toList();
    }

    /** A list of lists. */
    List<List<String>> rows(String key) {
        return ((List<?>) at(key))
                .stream()
                        .map(row ->
                                ((List<?>) row).stream().map(String::valueOf).toList())
                        .toList();
    }

    private Object at(String key) {
        @Nullable Object value = entries.get(key);
        if (value == null) {
            throw new IllegalStateException("the word lists have no " + key);
        }
        return value;
    }
}
