package redress.register;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The file of every refused row and every conflict: file, line, what, reason. Only its owner can read it. */
final class RefusedRows implements AutoCloseable {

    private final Path path;
    private final CsvWriter csv;

    private RefusedRows(Path path, CsvWriter csv) {
        this.path = path;
        this.csv = csv;
    }

    static RefusedRows open(Path path) throws IOException {
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        CsvWriter csv = CsvWriter.builder().build(path);
        csv.writeRecord("file", "line", "what", "reason");
        return new RefusedRows(path, csv);
    }

    void add(String file, long line, Tally.Outcome what, String reason) {
        csv.writeRecord(file, Long.toString(line), what == Tally.Outcome.CONFLICT ? "conflict" : "refused", reason);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
