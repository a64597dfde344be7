package redress.register;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.register.Block.Reading;

/** Writes complaints, each whole in one transaction with others, about a thousand rows at a time. */
final class CaseLoad {

    private final Import run;
    private final Map<String, List<Row>> waiting = new LinkedHashMap<>();
    private int rows;

    CaseLoad(Import run) {
        this.run = run;
    }

    void load(Partitions partitions) throws IOException, SQLException {
        for (int i = 0; i < partitions.count(); i++) {
            for (Map.Entry<String, List<Row>> entry : partitions.rows(i).entrySet()) {
                waiting.put(entry.getKey(), entry.getValue());
                rows += entry.getValue().size();
                if (rows >= Import.BATCH) {
                    flush();
                }
            }
        }
        flush();
    }

    private void flush() throws SQLException {
        Map<String, Existing> known = run.existing(new ArrayList<>(waiting.keySet()));
        run.references().roster().fetchOfficers(officers());
        Batch batch = new Batch();
        waiting.forEach((key, its) -> {
            Existing existing = known.getOrDefault(key, Existing.NONE);
            CaseRows sorted = CaseRows.sort(run.mapping(), run.outcomes(), its, !existing.isNew());
            if (sorted.opening() != null || !existing.isNew()) {
                new CaseWriting(run, batch, key, existing, sorted).write();
            }
        });
        waiting.clear();
        rows = 0;
        run.commit(batch);
    }

    private Set<String> officers() {
        Set<String> keys = new HashSet<>();
        for (List<Row> its : waiting.values()) {
            for (Row row : its) {
                for (Block block : run.mapping().sources().get(row.source()).blocks()) {
                    add(keys, block, row);
                }
            }
        }
        return keys;
    }

    private void add(Set<String> keys, Block block, Row row) {
        if (block.part() != Part.ALLEGATION || !block.inner().containsKey(Part.OFFICER)) {
            return;
        }
        try {
            @Nullable Reading officer = block.read(Part.OFFICER, row, Silent.NOTES);
            if (officer != null && officer.text("key") != null) {
                keys.add(run.references().key(officer));
            }
        } catch (RowRefused laterWithItsReason) {
            return;
        }
    }
}
