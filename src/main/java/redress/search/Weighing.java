package redress.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.Scorer;

/**
 * What a complaint weighs: the sum over all places in which it has the words, those that can weigh most first, so that
 * one that cannot be among the best is let go before all of them were looked at.
 */
final class Weighing extends Scorable {

    /** So much more than their exact sum the rounded weights of several groups can come to at most. */
    private static final double ROUNDED_UP = 1 + 1e-6;

    private Scorer[] places = new Scorer[0];
    private int[] groups = new int[0];
    private double[] sums = new double[0];
    private double[] left = new double[0];
    private double slack = 1;
    private float score;
    private float least;

    private record Place(Scorer scorer, int group, float most) {}

    /**
     * Begins with complaints that have words in these places, in ascending order. What the places of a group weigh is
     * rounded before the groups are added.
     */
    void begin(List<List<Scorer>> in) throws IOException {
        List<Place> all = new ArrayList<>();
        for (int group = 0; group < in.size(); group++) {
            for (Scorer scorer : in.get(group)) {
                all.add(new Place(scorer, group, scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS)));
            }
        }
        all.sort(Comparator.comparingDouble((Place place) -> -place.most()));
        sums = new double[in.size()];
        slack = in.size() > 1 ? ROUNDED_UP : 1;
        places = all.stream().map(Place::scorer).toArray(Scorer[]::new);
        groups = all.stream().mapToInt(Place::group).toArray();
        left = new double[places.length];
        for (int i = places.length - 1; i > 0; i--) {
            left[i - 1] = left[i] + all.get(i).most();
        }
    }

    /** Weighs one; false where it cannot be among the best. */
    boolean weigh(int doc) throws IOException {
        Arrays.fill(sums, 0);
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            Scorer place = places[i];
            int at = place.docID();
            if (at < doc) {
                at = place.iterator().advance(doc);
            }
            if (at == doc) {
                float weight = place.score();
                sum += weight;
                sums[groups[i]] += weight;
            }
            if ((float) ((sum + left[i]) * slack) < least) {
                return false;
            }
        }
        score = rounded();
        return true;
    }

    private float rounded() {
        double all = 0;
        for (double each : sums) {
            all += (float) each;
        }
        return (float) all;
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
