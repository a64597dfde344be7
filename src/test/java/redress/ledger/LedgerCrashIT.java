package redress.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redress.PortalTest;

/** What is left when the server dies between a commit and the numbering. */
@Tag("deep")
class LedgerCrashIT extends PortalTest {

    @Test
    void numbers_after_the_start_what_was_committed_before_the_crash() throws SQLException {
        ActRows rows = new ActRows(stack().database());
        rows.committed(100);
        stack().portal().process().kill();
        Map<Long, byte[]> orphans = rows.committed(3 * Numbering.MOST / 2);
        assertThat(rows.positions()).doesNotContainKeys(orphans.keySet().toArray(Long[]::new));
        stack().crashPortal();
        rows.awaitNumbers();
        Map<Long, Long> positions = rows.positions();
        assertThat(positions).containsKeys(orphans.keySet().toArray(Long[]::new));
        assertThat(positions.values().stream().mapToLong(Long::longValue).max()).hasValue(positions.size() - 1L);
        assertThat(rows.number("SELECT MAX(size) FROM tree_head")).isEqualTo(positions.size());
    }
}
