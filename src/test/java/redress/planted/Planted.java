package redress.planted;

import java.time.YearMonth;
import java.util.List;

/**
 * What was planted into a corpus: the truth against which a finding is held.
 *
 * @param units the stations, with what is true of them
 * @param copies near-duplicates: 0.5 % of the documents
 * @param series complaints about one person whom complainants name
 * @param patrols complaints about one person or patrol that nobody can name
 * @param changes stations where one category is complained of twice as often from a month on
 * @param phrases words that complainants of one station say and others do not
 */
public record Planted(
        List<Unit> units,
        List<Copy> copies,
        List<Series> series,
        List<Series> patrols,
        List<Change> changes,
        List<Phrase> phrases) {

    /**
     * A station: {@code region/district/station}.
     *
     * @param stratum its peers: stations of one kind
     * @param exposure how much it has to do with people, known to everybody
     * @param expected complaints to expect of such a station, in proportion to the others
     * @param factor what is true of this station alone; 2.5 for an outlier, else about 1 (gamma, shape 12)
     */
    public record Unit(String key, int stratum, double exposure, double expected, double factor, boolean outlier) {}

    /** A text that was copied, and the share of its words that were changed: 0.05 or 0.15. */
    public record Copy(int original, int copy, double changed) {}

    /** Documents that belong together, ascending. */
    public record Series(String unit, List<Integer> members) {}

    /** A doubling. */
    public record Change(String unit, String category, YearMonth from) {}

    /** Two words that stand together in about a third of a station's documents. */
    public record Phrase(String unit, String words) {}
}
