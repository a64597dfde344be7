package redress.register;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Brings the rows of one complaint together although they stand in several files in any order, in memory that does not
 * grow with the register: rows go by their complaint's key into files of which each fits into memory. The files hold
 * real data: only the owner can read them, and they are gone afterwards; what a killed run left is removed by the next.
 */
final class Partitions implements AutoCloseable {

    private static final long BYTES_EACH = 16L << 20;
    private static final int MOST = 256;
    private static final int BUFFER = 1 << 15;

    private final Path folder;
    private final List<DataOutputStream> outputs = new ArrayList<>();

    private Partitions(Path folder) {
        this.folder = folder;
    }

    /** @param bytes about as many as all rows will need */
    static Partitions open(Path folder, long bytes) throws IOException {
        Partitions partitions = new Partitions(folder);
        partitions.remove();
        Files.createDirectories(folder);
        int count = (int) Math.clamp(bytes / BYTES_EACH + 1, 1, MOST);
        for (int i = 0; i < count; i++) {
            Path file = partitions.file(i);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            partitions.outputs.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER)));
        }
        return partitions;
    }

    private Path file(int index) {
        return folder.resolve("part-" + index);
    }

    int count() {
        return outputs.size();
    }

    void add(String key, Row row) throws IOException {
        DataOutputStream out = outputs.get(Math.floorMod(key.hashCode() * 0x9E3779B9, outputs.size()));
        write(out, key);
        out.writeShort(row.source());
        out.writeShort(row.file());
        out.writeLong(row.line());
        out.writeLong(row.hash());
        out.writeShort(row.cells().length);
        for (String cell : row.cells()) {
            write(out, cell);
        }
    }

    void written() throws IOException {
        for (DataOutputStream out : outputs) {
            out.close();
        }
    }

    /** The rows of one partition by their complaint's key, both in the order of the files. */
    Map<String, List<Row>> rows(int index) throws IOException {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file(index)), BUFFER))) {
            while (true) {
                String key = read(in);
                rows.computeIfAbsent(key, k -> new ArrayList<>(4)).add(row(in));
            }
        } catch (EOFException end) {
            return rows;
        }
    }

    private static Row row(DataInputStream in) throws IOException {
        int source = in.readShort();
        int file = in.readShort();
        long line = in.readLong();
        long hash = in.readLong();
        String[] cells = new String[in.readShort()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = read(in);
        }
        return new Row(source, file, line, hash, cells, null);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == 0) {
            return "";
        }
        byte[] bytes = in.readNBytes(length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void remove() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    @Override
    public void close() throws IOException {
        written();
        remove();
    }
}
