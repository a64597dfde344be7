package redress.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The archive of the portal taken apart for one server: what is ours to deploy, its libraries to stand beside the
 * server's own. The server reads every class of a deployed archive for annotations, and the libraries have none that
 * mean anything to it. The parts are kept until the archive changes, with their times, because what a start remembers
 * (see {@link #memory()}) holds for unchanged files only.
 */
final class Archive {

    private static final String LIBRARIES = "WEB-INF/lib/";

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
            Folders.create(folder.resolve("lib"));
            divide(war, folder);
            Folders.write(folder.resolve("done"), "");
        }
        return new Archive(folder);
    }

    /** What is deployed. */
    Path deployed() {
        return folder.resolve("portal.war");
    }

    /** The libraries, to stand on the server's class path. */
    List<Path> libraries() {
        try (Stream<Path> files = Files.list(folder.resolve("lib"))) {
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

    private static void divide(Path war, Path folder) {
        try (ZipFile zip = new ZipFile(war.toFile());
                OutputStream file = Files.newOutputStream(folder.resolve("portal.war"));
                ZipOutputStream out = new ZipOutputStream(file)) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (isLibrary(entry.getName())) {
                    Files.copy(zip.getInputStream(entry), library(folder, entry.getName()));
                } else {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    zip.getInputStream(entry).transferTo(out);
                    out.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot take " + war + " apart", e);
        }
    }

    private static boolean isLibrary(String name) {
        return name.startsWith(LIBRARIES) && name.endsWith(".jar");
    }

    private static Path library(Path folder, String name) throws IOException {
        Path target = folder.resolve("lib").resolve(name.substring(LIBRARIES.length()));
        if (!folder.resolve("lib").equals(target.normalize().getParent())) {
            throw new IOException("A library of the archive leaves its folder: " + name);
        }
        return target;
    }

    private static String tag(Path war) {
        try {
            return Files.size(war) + "-" + Files.getLastModifiedTime(war).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException("The archive is missing: " + war, e);
        }
    }
}
