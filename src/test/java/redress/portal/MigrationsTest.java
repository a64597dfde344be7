package redress.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is held to be the newest version is the version of the last file. */
class MigrationsTest {

    @Test
    void knows_the_version_of_the_last_file() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            String last = files.map(file -> file.getFileName().toString())
                    .max(String::compareTo)
                    .orElseThrow();
            assertThat(last).startsWith("V" + Migrations.NEWEST + "__");
        }
    }
}
