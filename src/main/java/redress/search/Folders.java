package redress.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/**
 * The folders of the generations of this node's index, which of them are being built, and what is noted in small files
 * beside them. A generation may be built on another thread than that of whoever sweeps, so both ask here.
 */
final class Folders {

    private static final String PREFIX = "generation-";

    private final Path root;

    /** From before the folder is made until its generation answers or is let go of. */
    private final Set<Path> building = new HashSet<>();

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

    /** A folder for a new generation, behind all that are there; it stays until {@link #built} or {@link #discard}. */
    synchronized Path begin() throws IOException {
        Files.createDirectories(root);
        int highest = Stream.concat(all().stream(), building.stream())
                .mapToInt(Folders::serial)
                .max()
                .orElse(0);
        Path folder = root.resolve(PREFIX + String.format("%06d", highest + 1));
        building.add(folder);
        return folder;
    }

    /** Nothing is built in this folder any more. */
    synchronized void built(Path folder) {
        building.remove(folder);
    }

    /** Deletes a folder in which something was built in vain. */
    void discard(Path folder) throws IOException {
        try {
            delete(folder);
        } finally {
            built(folder);
        }
    }

    /** Deletes each that is not wanted and in which nothing is being built. */
    void sweep(Predicate<Path> unwanted) throws IOException {
        for (Path folder : all()) {
            if (unwanted.test(folder) && !building(folder)) {
                delete(folder);
            }
        }
    }

    private synchronized boolean building(Path folder) {
        return building.contains(folder);
    }

    /** In the order in which they were begun. */
    private List<Path> all() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(path -> names(path.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static int serial(Path folder) {
        return Integer.parseInt(folder.getFileName().toString().substring(PREFIX.length()));
    }

    /** Deletes a folder with everything in it, if it is there. */
    private static void delete(Path folder) throws IOException {
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
