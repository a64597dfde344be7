package redress.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The real registers, read in the plainest way there is: nothing here comes from the importer. */
public final class RealData {

    private RealData() {}

    /** The folder of that register; the test is skipped, with the reason printed, where it is absent. */
    static Path folder(String register) {
        Optional<Path> root = root();
        if (root.isEmpty() || !Files.isDirectory(root.get().resolve(register))) {
            String reason = "SKIPPED: no real data here (folder ../shared/data or REDRESS_REAL_DATA) with " + register;
            System.out.println(reason);
            Assumptions.abort(reason);
        }
        return root.get().resolve(register);
    }

    private static Optional<Path> root() {
        String given = System.getenv("REDRESS_REAL_DATA");
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/data"))) {
                return Optional.of(at.resolve("shared/data"));
            }
        }
        return Optional.empty();
    }

    /** Every row of a file by its header. */
    static List<Map<String, String>> rows(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<List<String>> table = table(reader);
            List<String> header = table.removeFirst();
            List<Map<String, String>> rows = new ArrayList<>(table.size());
            for (List<String> line : table) {
                Map<String, String> row = HashMap.newHashMap(header.size());
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), line.get(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<List<String>> table(Reader reader) throws IOException {
        List<List<String>> table = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        int c = reader.read();
        while (c >= 0) {
            int next = reader.read();
            if (c == '"' && quoted && next == '"') {
                cell.append('"');
                next = reader.read();
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    table.add(line);
                    line = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                cell.append((char) c);
            }
            c = next;
        }
        if (!cell.isEmpty() || !line.isEmpty()) {
            line.add(cell.toString());
            table.add(line);
        }
        return table;
    }

    /** The cell, which every row of a file has. */
    static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /** Writes rows back as a file, every cell quoted. */
    static void write(Path file, List<Map<String, String>> rows) throws IOException {
        List<String> header = rows.getFirst().keySet().stream().sorted().toList();
        StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
        for (Map<String, String> row : rows) {
            text.append(String.join(
                            ",",
                            header.stream()
                                    .map(column -> "\"" + cell(row, column).replace("\"", "\"\"") + "\"")
                                    .toList()))
                    .append('\n');
        }
        Files.writeString(file, text);
    }
}
