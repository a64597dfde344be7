package redress.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An index in a folder of the test, filled and shown. */
final class IndexExample {

    private IndexExample() {}

    static SearchIndex of(Path folder, List<ComplaintSheet> sheets) throws IOException {
        return of(folder, sheets, IndexFiles.plain());
    }

    static SearchIndex of(Path folder, List<ComplaintSheet> sheets, IndexFiles files) throws IOException {
        SearchIndex index = new SearchIndex(folder, files);
        Generation generation = index.begin();
        // In parts, so that there are several segments.
        for (int from = 0; from < sheets.size(); from += 500) {
            List<ComplaintSheet> part = sheets.subList(from, Math.min(sheets.size(), from + 500));
            generation.replace(part.stream().map(ComplaintSheet::id).toList(), part);
            generation.refresh();
        }
        generation.reached(sheets.size());
        generation.refresh();
        generation.commit();
        index.serve(generation);
        return index;
    }
}
