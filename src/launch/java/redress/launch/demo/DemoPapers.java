package redress.launch.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sends messages, notes, letters and documents to the portal of the demo, after its complaints were loaded. They go the
 * way that those of the office and of complainants go, so that each has its act and everything follows; they bear the
 * time at which they are sent.
 */
public final class DemoPapers {

    /** The newest of those under investigation are left alone: from some of them somebody has recused himself. */
    private static final int LEFT_ALONE = 8;

    private DemoPapers() {}

    /** {@code DemoPapers FOLDER PORTAL}: where the files of the country lie, and the address of the portal. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Use: DemoPapers FOLDER PORTAL");
            System.exit(2);
        }
        System.setProperty("java.awt.headless", "true");
        Office office = new Office(arguments[1]);
        Papers.of(Country.read(DemoCountry.SEED), investigated(Path.of(arguments[0])))
                .forEach(office::send);
    }

    /** The complaints that are being investigated and that the whole office may see. */
    static List<Papers.Known> investigated(Path folder) throws IOException {
        List<Papers.Known> known = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve("complaints.csv"))) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("stage").equals("INVESTIGATION")
                        && row.getField("compartment").equals("open")) {
                    known.add(new Papers.Known(
                            row.getField("number"),
                            row.getField("language"),
                            LocalDate.parse(row.getField("received_on"))));
                }
            }
        }
        known.sort(Comparator.comparing(Papers.Known::number).reversed());
        return List.copyOf(known.subList(LEFT_ALONE, known.size()));
    }
}
