package redress.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The archive of the portal taken apart for one server: what is ours to deploy, its libraries to stand beside the
 * server's own. The server reads every class of a deployed archive for annotations, and the libraries have none that
 * mean anything to it. The parts are kept until the archive changes, with their times, because what a start remembers
 * (see {@link #memory()}) holds for unchanged files only.
 */
final class Archive {

    private static final String LIBRARIES = "WEB-INF/lib/";

    private static final String DEPLOYED = "portal.war";

    private static final String BESIDE = "lib";

    private final Path folder;

    private Archive(Path folder) {
        this.folder = folder;
    }

    /** The parts of {@code war}; those of the archive that stood there before are removed. */
    static Archive of(Instance instance, Path war) {
        Path all = instance.folder().resolve("archive");
        Path folder = all.resolve(tag(war));
        if (!Files.exists(folder.resolve("done"))) {
            Folders.delete(all);
            Folders.create(folder.resolve(BESIDE));
            divide(war, folder);
            Folders.write(folder.resolve("done"), "");
        }
        return new Archive(folder);
    }

    /** What is deployed: a folder, because a server unpacks an archive anew at every start. */
    Path deployed() {
        return folder.resolve(DEPLOYED);
    }

    /** The libraries, to stand on the server's class path. */
    List<Path> libraries() {
        try (Stream<Path> files = Files.list(folder.resolve(BESIDE))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    /**
     * Where a Java of this version keeps which classes a start of this archive loads, ready to be loaded again (JEP 483
     * and 514).
     */
    Path memory() {
        return folder.resolve("start-" + Runtime.version() + ".aot");
    }

    /** Each part is unpacked by itself, so that no entry can reach from one into the other. */
    private static void divide(Path war, Path folder) {
        Folders.unzip(war, folder.resolve(DEPLOYED), entry -> isLibrary(entry) ? null : entry);
        Folders.unzip(
                war, folder.resolve(BESIDE), entry -> isLibrary(entry) ? entry.substring(LIBRARIES.length()) : null);
    }

    private static boolean isLibrary(String name) {
        return name.startsWith(LIBRARIES) && name.endsWith(".jar");
    }

    private static String tag(Path war) {
        try {
            return Files.size(war) + "-" + Files.getLastModifiedTime(war).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException("The archive is missing: " + war, e);
        }
    }
}
