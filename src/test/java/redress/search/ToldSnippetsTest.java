package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;

class ToldSnippetsTest {

    private static final String FAR = "word after word. ".repeat(9_000) + "A needle found.";

    private static Snippets.Snippet snippet(String narrative, Duration most) throws IOException {
        TermQuery asked = new TermQuery(new Term(TextField.NARRATIVE.field(), "needle"));
        return new ToldSnippets(asked, new Words(), Set.of(), most)
                .of(List.of(new ToldSnippets.Told(Map.of(TextField.NARRATIVE, narrative), null)))
                .getFirst();
    }

    @Test
    void a_page_that_has_taken_its_time_shows_how_a_long_account_begins_and_still_what_matches_near_its_beginning()
            throws IOException {
        assertThat(snippet(FAR, Duration.ofMinutes(1)).in()).isEqualTo("narrative");
        Snippets.Snippet beginning = snippet(FAR, Duration.ZERO);
        assertThat(beginning.in()).isNull();
        assertThat(beginning.pieces().getFirst().text()).startsWith("word after word.");
        assertThat(snippet("A needle found.", Duration.ZERO).in()).isEqualTo("narrative");
    }
}
