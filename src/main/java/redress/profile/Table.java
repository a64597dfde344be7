package redress.profile;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one CSV list of a profile; each knows its file and line. */
record Table(String file, List<Row> rows) {

    static Table read(Path path) {
        String file = String.valueOf(path.getFileName());
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(path))) {
            reader.forEach(line -> rows.add(new Row(file, line)));
        } catch (IOException e) {
            throw BrokenProfile.in(path.toString(), "the file cannot be read.");
        } catch (CsvParseException e) {
            throw BrokenProfile.in(path.toString(), "this is not CSV (" + e.getMessage() + ").");
        }
        return new Table(file, rows);
    }

    /** One line of the list; a blank cell is null. */
    record Row(String file, NamedCsvRecord line) {

        BrokenProfile broken(String what) {
            return BrokenProfile.at(file, (int) line.getStartingLineNumber(), what);
        }

        @Nullable
        String text(String column) {
            return line.findField(column)
                    .map(String::strip)
                    .filter(t -> !t.isEmpty())
                    .orElse(null);
        }

        String require(String column) {
            String text = text(column);
            if (text == null) {
                throw broken("the column \"" + column + "\" is blank or missing.");
            }
            return text;
        }

        boolean flag(String column) {
            return switch (require(column)) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw broken("the column \"" + column + "\" must be yes or no.");
            };
        }

        int whole(String column, int least, int most) {
            try {
                int number = Integer.parseInt(require(column));
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // told below, with the line
            }
            throw broken("the column \"%s\" must be a whole number from %d to %d.".formatted(column, least, most));
        }

        @Nullable
        Double degrees(String column, double most) {
            String text = text(column);
            if (text == null) {
                return null;
            }
            try {
                double degrees = Double.parseDouble(text);
                if (Math.abs(degrees) <= most) {
                    return degrees;
                }
            } catch (NumberFormatException e) {
                // told below, with the line
            }
            throw broken("the column \"" + column + "\" must be degrees.");
        }

        @Nullable
        LocalDate date(String column) {
            String text = text(column);
            try {
                return text == null ? null : LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw broken("the column \"" + column + "\" must be a date like 2026-01-31.");
            }
        }
    }
}
