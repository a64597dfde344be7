package redress.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

    @TempDir
    private Path folder;

    private Instance instance;

    @BeforeEach
    void place() {
        instance = new Instance(folder, folder.resolve("it"));
    }

    private Path war(String name, String... entries) throws IOException {
        Path war = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(war);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return war;
    }

    private static List<String> names(Path deployed) throws IOException {
        try (Stream<Path> files = Files.walk(deployed)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> deployed.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_libraries_stand_beside_what_is_deployed() throws IOException {
        Archive archive =
                Archive.of(instance, war("a.war", "index.html", "WEB-INF/lib/words.jar", "WEB-INF/classes/A.class"));
        assertThat(names(archive.deployed())).containsExactly("WEB-INF/classes/A.class", "index.html");
        assertThat(archive.libraries()).singleElement().satisfies(library -> {
            assertThat(library).hasFileName("words.jar").hasContent("WEB-INF/lib/words.jar");
        });
    }

    @Test
    void what_a_start_remembered_stays_until_the_archive_changes() throws IOException {
        Path war = war("a.war", "index.html");
        Files.writeString(Archive.of(instance, war).memory(), "classes");
        assertThat(Archive.of(instance, war).memory()).exists();
        assertThat(Archive.of(instance, war("a.war", "index.html", "WEB-INF/classes/B.class"))
                        .memory())
                .doesNotExist();
        assertThat(folder.resolve("it/archive")).isDirectoryContaining(part -> true);
        try (var parts = Files.list(folder.resolve("it/archive"))) {
            assertThat(parts).as("the parts of the archive before are gone").hasSize(1);
        }
    }

    @Test
    void an_entry_that_leaves_its_folder_is_refused() throws IOException {
        for (String entry : List.of("../../page.html", "../lib/page.html", "WEB-INF/lib/../portal.war/words.jar")) {
            Path war = war("a.war", entry);
            assertThatThrownBy(() -> Archive.of(instance, war)).as(entry).hasStackTraceContaining("leaves its folder");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("words.jar", "page.html");
        }
    }
}
