package redress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What has to hold of the whole run, so it comes last. */
@Order(Integer.MAX_VALUE)
class WholeRunIT extends PortalTest {

    @Test
    void nothing_that_any_test_asked_was_answered_by_an_internal_error() throws Exception {
        List<String> incidents = new ArrayList<>();
        int portals = 0;
        for (Path log : logs()) {
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            portals += text.contains("Payara") ? 1 : 0;
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).matches(".*Incident [0-9a-f]{10}: .*")) {
                    incidents.add(log.getFileName() + ": "
                            + String.join("\n", lines.subList(i, Math.min(lines.size(), i + 12))));
                }
            }
        }
        assertThat(portals).as("the logs that are searched are the portal's").isPositive();
        assertThat(incidents).isEmpty();
    }

    private static List<Path> logs() throws Exception {
        try (Stream<Path> files = Files.walk(stack().instance().folder(), 3)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".log"))
                    .toList();
        }
    }
}
