package redress.launch.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One CSV file in the making: null becomes a blank cell, lines end in LF everywhere. */
final class Sheet {

    private final String name;
    private final List<List<String>> rows = new ArrayList<>();

    Sheet(String name, String header) {
        this.name = name;
        rows.add(List.of(header.split(",")));
    }

    void row(@Nullable Object... cells) {
        List<String> row = new ArrayList<>(cells.length);
        for (@Nullable Object cell : cells) {
            row.add(cell == null ? "" : cell.toString());
        }
        if (row.size() != rows.getFirst().size()) {
            throw new IllegalStateException(name + " has " + rows.getFirst().size() + " columns");
        }
        rows.add(row);
    }

    int size() {
        return rows.size() - 1;
    }

    void write(Path folder) throws IOException {
        try (CsvWriter writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(folder.resolve(name)))) {
            rows.forEach(writer::writeRecord);
        }
    }
}
