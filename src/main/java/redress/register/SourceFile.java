package redress.register;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** One CSV file of a source, plain or compressed, with or without a byte-order mark, read row by row. */
final class SourceFile {

    private static final int BYTES = 1 << 16;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Mapping.Source source;
    private final int file;
    private final Path path;

    SourceFile(Mapping.Source source, int file, Path folder) {
        this.source = source;
        this.file = file;
        this.path = folder.resolve(source.files().get(file));
        if (!Files.isReadable(path)) {
            throw new BadMapping("The folder " + folder + " has no readable file "
                    + source.files().get(file) + ", which the source '" + source.name() + "' of the mapping needs.");
        }
    }

    String name() {
        return source.files().get(file);
    }

    /**
     * Hands on every row of the file. A row that has not as many columns as the header is told with its line instead.
     */
    void read(Consumer<Row> rows, Consumer<Misshapen> misshapen) {
        try (CsvReader<CsvRecord> csv = open()) {
            Iterator<CsvRecord> records = csv.iterator();
            if (!records.hasNext()) {
                throw new BadMapping("The file " + name() + " is empty: not even a header.");
            }
            List<String> header =
                    records.next().getFields().stream().map(String::strip).toList();
            int[] positions = source.columns().positions(header, name());
            while (records.hasNext()) {
                CsvRecord record = records.next();
                if (record.getFieldCount() == header.size()) {
                    rows.accept(row(record, positions));
                } else {
                    misshapen.accept(
                            new Misshapen(record.getStartingLineNumber(), record.getFieldCount(), header.size()));
                }
            }
        } catch (CsvParseException e) {
            throw new BadMapping("The file " + name() + " cannot be read as CSV: is the delimiter right, and is every "
                    + "quotation mark closed?");
        } catch (IOException | UncheckedIOException e) {
            throw new BadMapping("The file " + name() + " cannot be read to its end: is it complete?");
        }
    }

    /** A row that has another number of columns than the header. */
    record Misshapen(long line, int columns, int expected) {}

    private Row row(CsvRecord record, int[] positions) {
        String[] cells = new String[positions.length];
        for (int i = 0; i < positions.length; i++) {
            cells[i] = clean(record.getField(positions[i]));
        }
        return new Row(source.place(), file, record.getStartingLineNumber(), hash(record), cells, null);
    }

    /** Trimmed, and without control characters other than line ends and tabs. */
    private static String clean(String cell) {
        String trimmed = cell.strip();
        for (int i = 0; i < trimmed.length(); i++) {
            if (unprintable(trimmed.charAt(i))) {
                StringBuilder kept = new StringBuilder(trimmed.length());
                trimmed.chars().filter(c -> !unprintable((char) c)).forEach(c -> kept.append((char) c));
                return kept.toString().strip();
            }
        }
        return trimmed;
    }

    private static boolean unprintable(char c) {
        return c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == '\u007f' || c == BYTE_ORDER_MARK;
    }

    /** FNV-1a over every cell of the row, used or not. */
    private static long hash(CsvRecord record) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < record.getFieldCount(); i++) {
            String cell = record.getField(i);
            for (int j = 0; j < cell.length(); j++) {
                hash = (hash ^ cell.charAt(j)) * 0x100000001b3L;
            }
            hash = (hash ^ 0x1F0000) * 0x100000001b3L;
        }
        return hash;
    }

    private CsvReader<CsvRecord> open() throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), BYTES);
        Reader text = new InputStreamReader(unpacked(raw), source.shape().charset());
        PushbackReader start = new PushbackReader(text, 1);
        int first = start.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            start.unread(first);
        }
        return CsvReader.builder()
                .fieldSeparator(source.shape().delimiter())
                .quoteCharacter(source.shape().quote())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(start);
    }

    private InputStream unpacked(InputStream raw) throws IOException {
        raw.mark(2);
        boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        try {
            return packed ? new GZIPInputStream(raw, BYTES) : raw;
        } catch (ZipException e) {
            throw new BadMapping("The file " + name() + " looks compressed but is not readable as gzip.");
        }
    }
}
