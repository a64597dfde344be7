package redress.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the index of a node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedSearchTest extends SearchContract {

    @TempDir
    static Path folder;

    private final List<SearchIndex> opened = new ArrayList<>();

    @Override
    Filled filled(List<ComplaintSheet> sheets) throws IOException {
        SearchIndex index = new SearchIndex(folder.resolve(Integer.toString(opened.size())));
        opened.add(index);
        Generation generation = index.begin();
        index.show(generation);
        return Filled.of(new Reading(index, new Columns()), generation, sheets);
    }

    @AfterAll
    void close() throws IOException {
        for (SearchIndex index : opened) {
            index.close();
        }
    }
}
