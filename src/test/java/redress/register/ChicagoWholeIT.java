package redress.register;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static redress.register.RealData.cell;

import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All of chicago, in a process of its own with a heap of one gibibyte. */
@Tag("deep")
class ChicagoWholeIT {

    @Test
    void all_of_chicago_goes_in_with_a_heap_of_one_gibibyte_and_counts_as_the_files_do() throws Exception {
        Path data = RealData.folder("chicago");
        assertThat(ChicagoWhole.imported().code()).isZero();
        TestRegister chicago = ChicagoWhole.imported().register();
        assertThat(chicago.counts("SELECT finding_local, COUNT(*) FROM allegation WHERE finding_local IS NOT NULL"
                        + " GROUP BY finding_local"))
                .isEqualTo(new TreeMap<>(RealData.rows(data.resolve("accused.csv.gz")).stream()
                        .map(row -> cell(row, "final_finding"))
                        .filter(finding -> !finding.isEmpty())
                        .collect(groupingBy(finding -> finding, counting()))));
        assertThat(chicago.counts("SELECT YEAR(received_at), COUNT(*) FROM complaint GROUP BY YEAR(received_at)"))
                .isEqualTo(new TreeMap<>(RealData.rows(data.resolve("complaints.csv.gz")).stream()
                        .collect(groupingBy(row -> cell(row, "complaint_date").substring(0, 4), counting()))));
    }
}
