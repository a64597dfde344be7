package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageScorer;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class FewTermsTest {

    @Test
    void a_passage_weighs_what_lucene_says_that_it_weighs() {
        Random random = new Random(3);
        PassageScorer lucene = new PassageScorer();
        FewTerms ours = new FewTerms();
        for (int round = 0; round < 2_000; round++) {
            Passage passage = new Passage();
            int start = random.nextInt(5_000);
            passage.setStartOffset(start);
            passage.setEndOffset(start + 10 + random.nextInt(400));
            for (int match = random.nextInt(9); match > 0; match--) {
                int term = random.nextInt(4);
                passage.addMatch(start + match, start + match + 1, new BytesRef("term" + term), 1 + term);
            }
            int length = passage.getEndOffset() + random.nextInt(10_000);
            assertThat(ours.score(passage, length)).isEqualTo(lucene.score(passage, length));
        }
    }
}
