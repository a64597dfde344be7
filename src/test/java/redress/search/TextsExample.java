package redress.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redress.access.Sight;
import redress.planted.PlantedDocument;

/** An index of narratives that rooms above may ask, in a folder of the test. */
public final class TextsExample implements AutoCloseable {

    /** Somebody who sees what is open. */
    public static final Sight OPEN_ONLY = SheetExamples.OPEN_ONLY;

    /** Somebody who sees the sealed complaints too. */
    public static final Sight EVERYTHING = SheetExamples.EVERYTHING;

    private final SearchIndex index;

    private TextsExample(SearchIndex index) {
        this.index = index;
    }

    /** An index of these narratives by the ids of their complaints; those of the second are sealed. */
    public static TextsExample of(Path folder, Map<Long, String> open, Map<Long, String> sealed) {
        List<ComplaintSheet> sheets = new ArrayList<>();
        open.forEach((id, text) -> sheets.add(sheet(id, text)));
        sealed.forEach((id, text) -> sheets.add(sheet(id, text).seenBy(SheetExamples.SEALED, null)));
        try {
            return new TextsExample(IndexExample.of(folder, sheets));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** An index of these documents, all open, by their numbers. */
    public static TextsExample ofDocuments(Path folder, List<PlantedDocument> documents) throws IOException {
        return new TextsExample(IndexExample.of(
                folder,
                documents.stream()
                        .map(each -> sheet(each.number(), each.narrative())
                                .say(TextField.NAMES, String.join("\n", each.names()))
                                .say(TextField.NAMES, String.join("\n", each.badges()))
                                .say(TextField.WORDS, String.join(" ", each.description())))
                        .toList()));
    }

    private static ComplaintSheet sheet(long id, String text) {
        return new ComplaintSheet(id, "N-" + id, 1, id).toldIn("en").say(TextField.NARRATIVE, text);
    }

    /** These complaints, to compare others with. */
    public static Others others(Set<Long> ids) {
        return new Others(new Named(ids.stream().mapToLong(Long::longValue)), Set.of());
    }

    /** Moves complaints out of the index. */
    public void remove(Set<Long> ids) throws IOException {
        Generation generation = index.current().orElseThrow();
        generation.replace(ids, List.of());
        generation.refresh();
    }

    /** What may be asked. */
    public Texts texts() {
        return new Texts(index);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
