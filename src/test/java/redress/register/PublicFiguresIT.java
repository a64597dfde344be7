package redress.register;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import redress.PortalTest;
import redress.launch.Command;

/**
 * A real register goes through the whole house: imported, found, counted, published; and the numbers are the file's.
 */
class PublicFiguresIT extends PortalTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, String> FINDINGS = Map.of(
            "Sustained Finding", "SUSTAINED",
            "No Sustained Findings", "NOT_SUSTAINED",
            "Not Applicable", "OTHER_CLOSURE",
            "Pending", "NONE");

    @Test
    void philadelphia_is_found_and_its_public_figures_are_those_of_the_raw_files() throws Exception {
        Path folder = RealData.folder("philadelphia");
        Map<String, String> settings = stack().database().settings();
        assertThat(Command.importing(List.of("philadelphia", folder.toString())).run(settings))
                .isZero();
        assertThat(new Command("redress.statistics.ReleaseCommand", "128m", List.of("config/profiles/demo"))
                        .run(settings))
                .isZero();
        Map<String, Integer> shown = shown();
        Map<String, Integer> counted = counted(folder);
        assertThat(shown).as("published").isNotEmpty();
        shown.forEach((cell, number) -> assertThat(number).as(cell).isEqualTo(counted.get(cell)));
        Map<String, Set<String>> complaints = complaints(folder);
        assertThat(shown.keySet())
                .as("what is published comes from enough complaints")
                .allSatisfy(cell -> assertThat(complaints.get(cell)).hasSizeGreaterThanOrEqualTo(10));
        Set<String> hidden = new HashSet<>(counted.keySet());
        hidden.removeAll(shown.keySet());
        assertThat(hidden)
                .as("what is not published is small, or hidden beside something small of the same year")
                .allSatisfy(cell -> assertThat(hidden.stream()
                                .filter(other -> year(other).equals(year(cell)))
                                .mapToInt(other ->
                                        complaints.getOrDefault(other, Set.of()).size())
                                .min()
                                .orElseThrow())
                        .isLessThan(10));
        assertThat(found())
                .isEqualTo(RealData.rows(folder.resolve("complaints.csv.gz")).size());
    }

    /** The figure and the year of a cell. */
    private static String year(String cell) {
        return cell.substring(0, cell.indexOf(' ', cell.indexOf(' ') + 1));
    }

    /** Complaints that a search with three facets finds, once the index has followed. */
    private static int found() throws Exception {
        int expected = 5_296;
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        JsonObject answer = search();
        while (answer.getInt("count") < expected && System.nanoTime() < end) {
            answer = search();
        }
        assertThat(answer.getJsonObject("facets").getJsonArray("year")).isNotEmpty();
        assertThat(answer.getJsonObject("facets").getJsonArray("finding")).isNotEmpty();
        assertThat(answer.getJsonObject("facets").getJsonArray("category")).isNotEmpty();
        return answer.getInt("count");
    }

    private static JsonObject search() throws Exception {
        HttpResponse<String> answer = CLIENT.send(
                HttpRequest.newBuilder(url("/api/v1/search?institution=philadelphia-police"))
                        .header("Authorization", "Bearer " + scriptToken())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    /** The published cells of this service: figure, year and cell to number. */
    private static Map<String, Integer> shown() throws Exception {
        HttpResponse<String> table = CLIENT.send(
                HttpRequest.newBuilder(url("/statistics.csv")).build(), HttpResponse.BodyHandlers.ofString());
        Map<String, Integer> shown = new TreeMap<>();
        for (String line : table.body().split("\r\n")) {
            String[] fields = line.split(",");
            if (fields.length == 6 && fields[2].equals("philadelphia-police") && !fields[0].equals("CATEGORIES")) {
                shown.put(fields[0] + " " + fields[3] + " " + fields[4], Integer.parseInt(fields[5]));
            }
        }
        return shown;
    }

    /** The complaints that each cell is counted from, by the raw files. */
    private static Map<String, Set<String>> complaints(Path folder) {
        Map<String, Set<String>> complaints = new HashMap<>();
        Map<String, String> years = new HashMap<>();
        for (Map<String, String> row : RealData.rows(folder.resolve("complaints.csv.gz"))) {
            String received = String.valueOf(row.get("date_received"));
            String year = "20" + received.substring(received.length() - 2);
            String id = RealData.cell(row, "complaint_id");
            years.put(id, year);
            complaints
                    .computeIfAbsent("COMPLAINTS " + year + " ", cell -> new HashSet<>())
                    .add(id);
        }
        for (Map<String, String> row : RealData.rows(folder.resolve("disciplines.csv.gz"))) {
            String id = RealData.cell(row, "complaint_id");
            String finding = FINDINGS.get(String.valueOf(row.get("investigative_findings")));
            complaints
                    .computeIfAbsent("FINDINGS " + years.get(id) + " " + finding, cell -> new HashSet<>())
                    .add(id);
        }
        return complaints;
    }

    /** The same, counted from the raw files without any of our own code for imports. */
    private static Map<String, Integer> counted(Path folder) {
        Map<String, Integer> counted = new HashMap<>();
        Map<String, String> years = new HashMap<>();
        for (Map<String, String> row : RealData.rows(folder.resolve("complaints.csv.gz"))) {
            String received = String.valueOf(row.get("date_received"));
            String year = "20" + received.substring(received.length() - 2);
            years.put(row.get("complaint_id"), year);
            counted.merge("COMPLAINTS " + year + " ", 1, Integer::sum);
        }
        for (Map<String, String> row : new HashSet<>(RealData.rows(folder.resolve("disciplines.csv.gz")))) {
            String finding = FINDINGS.get(String.valueOf(row.get("investigative_findings")));
            counted.merge("FINDINGS " + years.get(row.get("complaint_id")) + " " + finding, 1, Integer::sum);
        }
        return counted;
    }
}
