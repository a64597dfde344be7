package redress.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/** The folders of the generations of this node's index, and what is noted in small files beside them. */
final class Folders {

    private static final String PREFIX = "generation-";

    private final Path root;

    Folders(Path root) {
        this.root = root;
    }

    /** The folder of the generation with this name, if it is one and is there. */
    Optional<Path> named(String name) {
        return Optional.of(name).filter(Folders::names).map(root::resolve).filter(Files::isDirectory);
    }

    private static boolean names(String name) {
        return name.matches(PREFIX + "\\d{6}");
    }

    /** A folder for a new generation, behind all that are there. */
    Path next() throws IOException {
        Files.createDirectories(root);
        int highest = all().stream().mapToInt(Folders::serial).max().orElse(0);
        return root.resolve(PREFIX + String.format("%06d", highest + 1));
    }

    /** In the order in which they were begun. */
    List<Path> all() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(path -> names(path.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** Whether one generation was begun before another. */
    static boolean before(Path one, Path other) {
        return serial(one) < serial(other);
    }

    private static int serial(Path folder) {
        return Integer.parseInt(folder.getFileName().toString().substring(PREFIX.length()));
    }

    /** Deletes a folder with everything in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /**
     * Notes something for the next start; whoever reads it finds what was noted before or all of this, after a power
     * cut too. Words and name are brought to the disk on their own, since without that the name may be there and the
     * words not.
     */
    void note(String name, String words) throws IOException {
        Path draft = root.resolve(name + ".new");
        Files.writeString(draft, words, StandardCharsets.ISO_8859_1);
        IOUtils.fsync(draft, false);
        Files.move(draft, root.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        IOUtils.fsync(root, true);
    }

    /** What was noted under this name; empty where nothing was. Bytes that are no words are read too. */
    Optional<String> noted(String name) throws IOException {
        Path note = root.resolve(name);
        return Files.exists(note)
                ? Optional.of(
                        Files.readString(note, StandardCharsets.ISO_8859_1).strip())
                : Optional.empty();
    }

    /** Forgets what was noted; false where nothing was. */
    boolean forget(String name) throws IOException {
        return Files.deleteIfExists(root.resolve(name));
    }
}
