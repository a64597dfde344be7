package redress.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A mapping and its files, made up for one test. */
final class Written {

    private static final String HEAD = """
            register: example
            institution: {code: example-police, name: Example police, kind: police}
            """;

    private final Path folder;

    Written(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path file(String name, String content) {
        return bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Path bytes(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Mapping mapping(String rest) {
        return MappingReader.read(file("example.yaml", HEAD + rest));
    }

    /** The rows of the mapping's only source. */
    List<Row> rows(Mapping mapping) {
        List<Row> rows = new ArrayList<>();
        new SourceFile(mapping.sources().getFirst(), 0, folder).read(rows::add, misshapen -> {});
        return rows;
    }

    /** What the field of a unit becomes when the given words describe it and the cell {@code a} holds the text. */
    @Nullable
    Object unitField(String field, String words, String cell, Heard heard) {
        file("a.csv", "a,b\n\"" + cell.replace("\"", "\"\"") + "\",2019-01-01\n");
        String key = field.equals("key") ? "" : "key: {constant: k}, ";
        Mapping mapping = mapping("""
                tables:
                  kinds: {values: {Station: [ST, Stn.], Prison: [PR]}, patterns: [{match: '^[0-9]+ guards$', is: Guard}]}
                sources:
                  - {file: a.csv, unit: {%s%s: %s}}
                """.formatted(key, field, words));
        Block block = mapping.sources().getFirst().blocks().getFirst();
        return block.read(rows(mapping).getFirst(), heard).of(field);
    }

    /** Notes that a test looks at. */
    static final class Heard implements Notes {

        private final TreeMap<String, Integer> notes = new TreeMap<>();

        @Override
        public void note(String field, String what) {
            notes.merge(field + ": " + what, 1, Integer::sum);
        }

        @Override
        public void unknown(String field, String word) {
            notes.merge(field + " does not know " + word, 1, Integer::sum);
        }

        List<String> all() {
            return List.copyOf(notes.keySet());
        }
    }
}
