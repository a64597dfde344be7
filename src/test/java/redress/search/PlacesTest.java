package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.access.RecordKind;
import redress.planted.PlantedCorpus;

class PlacesTest {

    private static final int COMPLAINTS = 520;

    private final Words words = new Words();

    @TempDir
    Path folder;

    private static ComplaintSheet sheet(PlantedCorpus corpus, int number) {
        ComplaintSheet sheet = new ComplaintSheet(number + 1, "2026-" + number, 1, 0);
        sheet.toldIn(number % 3 == 0 ? "fr" : "en");
        String narrative = corpus.document(number).narrative();
        int middle = narrative.indexOf(' ', narrative.length() / 2);
        sheet.say(TextField.NARRATIVE, narrative.substring(0, middle) + ". Nobody came." + narrative.substring(middle));
        return sheet.say(TextField.NOTE, corpus.document(number + 1).narrative());
    }

    /** The same question, but such that Lucene's own way of finding places is taken: with a phrase that nobody said. */
    private static Query theLongWay(Query question) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(question, Occur.MUST);
        for (TextField field : TextField.values()) {
            query.add(new PhraseQuery(field.field(), "never", "said"), Occur.SHOULD);
        }
        return query.build();
    }

    private List<Snippets.Snippet> snippets(IndexSearcher searcher, Query question) throws IOException {
        Map<Integer, Document> read = new HashMap<>();
        int[] hits = Arrays.stream(searcher.search(question, 20).scoreDocs)
                .mapToInt(hit -> hit.doc)
                .toArray();
        for (int hit : hits) {
            read.put(hit, searcher.storedFields().document(hit));
        }
        return new Snippets(searcher, words, RecordKind.all(), read).of(question, hits);
    }

    private Query question(String text) {
        Understanding read = new ForgivingSyntax(new Terms(Gazetteer.EMPTY)).read(text);
        return new Translation(words, Set.of(), RecordKind.all()).query(read.clause());
    }

    @Test
    void marks_in_every_hit_what_lucene_marks_when_it_is_asked_hit_by_hit() throws IOException {
        PlantedCorpus corpus = PlantedCorpus.of(6 * COMPLAINTS, 7);
        List<ComplaintSheet> sheets = new ArrayList<>();
        for (int i = 0; i < COMPLAINTS; i++) {
            sheets.add(sheet(corpus, i));
        }
        Random random = new Random(7);
        int marked = 0;
        SearchIndex index = IndexExample.of(folder, sheets);
        try (View view = index.view(false)) {
            for (int i = 0; i < 5; i++) {
                String one = corpus.word(random.nextInt(200));
                String other = corpus.word(random.nextInt(400));
                String third = corpus.word(random.nextInt(40));
                for (String asked :
                        List.of(one + " " + other, one + " | " + other, one + " -" + third, "note:" + one)) {
                    Query question = question(asked);
                    assertThat(PlainWords.of(question, TextField.NARRATIVE.field()))
                            .isPresent();
                    List<Snippets.Snippet> found = snippets(view.searcher(), question);
                    assertThat(found).as(asked).isEqualTo(snippets(view.searcher(), theLongWay(question)));
                    marked += (int) found.stream()
                            .filter(snippet -> snippet.in() != null)
                            .count();
                }
            }
        }
        index.close();
        assertThat(marked).isGreaterThan(100);
    }

    @Test
    void a_phrase_and_a_part_that_must_hold_as_a_whole_are_not_plain_words() {
        String field = TextField.NARRATIVE.field();
        assertThat(PlainWords.of(question("\"two words\""), field)).isEmpty();
        assertThat(PlainWords.of(question("begin*"), field)).isEmpty();
        assertThat(PlainWords.of(question("one | (two three)"), field)).isEmpty();
        assertThat(PlainWords.of(question("one | two | three"), field).orElseThrow())
                .hasSize(3);
        assertThat(PlainWords.of(question("one -two"), field).orElseThrow())
                .allMatch(query -> query.toString().contains(new Term(field, "one").text()))
                .hasSize(1);
    }
}
