package redress.search;

import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageScorer;
import org.apache.lucene.util.BytesRef;

/**
 * Weighs a passage as Lucene does, to the last bit. Lucene's own way takes a hash table of 32 KB for each passage; the
 * handful of words that a passage matches are sooner compared with each other.
 */
final class FewTerms extends PassageScorer {

    @Override
    public float score(Passage passage, int contentLength) {
        int matches = passage.getNumMatches();
        BytesRef[] terms = passage.getMatchTerms();
        double score = 0;
        for (int i = 0; i < matches; i++) {
            if (first(terms, i) == i) {
                int here = 0;
                for (int j = i; j < matches; j++) {
                    here += terms[j].bytesEquals(terms[i]) ? 1 : 0;
                }
                score += weight(contentLength, passage.getMatchTermFreqsInDoc()[i]) * tf(here, passage.getLength());
            }
        }
        return (float) (score * norm(passage.getStartOffset()));
    }

    /** Where the term of a match stands for the first time. */
    private static int first(BytesRef[] terms, int match) {
        int at = 0;
        while (!terms[at].bytesEquals(terms[match])) {
            at++;
        }
        return at;
    }
}
