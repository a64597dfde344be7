package redress.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.Scorer;

/**
 * What a complaint weighs: the sum over all places in which it has the words, those that can weigh most first, so that
 * one that cannot be among the best is let go before all of them were looked at.
 */
final class Weighing extends Scorable {

    private Scorer[] places = new Scorer[0];
    private double[] left = new double[0];
    private float score;
    private float least;

    /** Begins with complaints that have words in these places, in ascending order. */
    void begin(List<Scorer> in) throws IOException {
        Map<Scorer, Float> most = new HashMap<>();
        for (Scorer place : in) {
            most.put(place, place.getMaxScore(DocIdSetIterator.NO_MORE_DOCS));
        }
        places = in.toArray(Scorer[]::new);
        Arrays.sort(places, Comparator.comparingDouble((Scorer place) -> -most.getOrDefault(place, 0f)));
        left = new double[places.length];
        for (int i = places.length - 1; i > 0; i--) {
            left[i - 1] = left[i] + most.getOrDefault(places[i], 0f);
        }
    }

    /** Weighs one; false where it cannot be among the best. */
    boolean weigh(int doc) throws IOException {
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            Scorer place = places[i];
            int at = place.docID();
            if (at < doc) {
                at = place.iterator().advance(doc);
            }
            if (at == doc) {
                sum += place.score();
            }
            if ((float) (sum + left[i]) < least) {
                return false;
            }
        }
        score = (float) sum;
        return true;
    }

    /** What one of the best weighs at least by now. */
    float least() {
        return least;
    }

    @Override
    public float score() {
        return score;
    }

    @Override
    public void setMinCompetitiveScore(float least) {
        this.least = least;
    }
}
