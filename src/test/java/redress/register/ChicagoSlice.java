package redress.register;

import static java.util.stream.Collectors.toSet;
import static redress.register.RealData.cell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every thirty-sixth complaint of chicago with all that belongs to it, imported once for all tests that look at it. */
public final class ChicagoSlice {

    private static final int EVERY = 36;
    private static final Path FOLDER = Path.of("target/chicago-slice");

    private static @Nullable ChicagoSlice made;

    private final Map<String, List<Map<String, String>>> files = new HashMap<>();
    private final TestRegister register = new TestRegister("it_chicago", FOLDER.resolve("imports"));
    private final TestRegister.Said said;

    private ChicagoSlice() throws IOException {
        Path all = RealData.folder("chicago");
        Files.createDirectories(FOLDER);
        read(all);
        for (Map.Entry<String, List<Map<String, String>>> file : files.entrySet()) {
            RealData.write(FOLDER.resolve(file.getKey() + ".csv.gz"), file.getValue());
        }
        for (String name : List.of("units.csv.gz", "categories.csv.gz")) {
            Files.copy(all.resolve(name), FOLDER.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        said = register.run("chicago", FOLDER.toString());
    }

    /** The slice, imported; the test is skipped, with the reason printed, where there is no real register here. */
    public static synchronized ChicagoSlice imported() {
        ChicagoSlice slice = made;
        if (slice == null) {
            try {
                slice = new ChicagoSlice();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            made = slice;
        }
        return slice;
    }

    private void read(Path all) {
        List<Map<String, String>> complaints = new ArrayList<>();
        List<Map<String, String>> every = RealData.rows(all.resolve("complaints.csv.gz"));
        for (int i = 0; i < every.size(); i += EVERY) {
            complaints.add(every.get(i));
        }
        files.put("complaints", complaints);
        Set<String> keys = complaints.stream().map(row -> cell(row, "cr_id")).collect(toSet());
        for (String name : List.of("accused", "complainants", "victims", "narratives")) {
            files.put(name, of(all, name, "cr_id", keys));
        }
        Set<String> officers =
                file("accused").stream().map(ChicagoSlice::officer).collect(toSet());
        for (String name : List.of("officers", "postings")) {
            files.put(name, of(all, name, "officer_id", officers));
        }
    }

    private static List<Map<String, String>> of(Path all, String name, String column, Set<String> keys) {
        return RealData.rows(all.resolve(name + ".csv.gz")).stream()
                .filter(row -> keys.contains(cell(row, column)))
                .toList();
    }

    /** The rows of a file, as far as they belong to the slice. */
    List<Map<String, String>> file(String name) {
        return files.getOrDefault(name, List.of());
    }

    /** The key of the officer whom a row accuses. */
    static String officer(Map<String, String> accused) {
        return cell(accused, "UID").replaceFirst("\\.0$", "");
    }

    /** Where its files lie. */
    Path folder() {
        return FOLDER;
    }

    /** The database that it was imported into. */
    public TestRegister register() {
        return register;
    }

    /** What the importer said. */
    TestRegister.Said said() {
        return said;
    }
}
