package redress.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outlier check: complaints of the scope and of its peers, against what is expected by chance from the others.
 *
 * @param countingUnit what is counted: complaints
 * @param exposureUnit what they are measured against: officer-months of posting, or months where no posting is known
 * @param leftOut complaints of the scope that cannot be compared: against people of a kind of unit in which nobody was
 *     posted then, or of one in which too few others were
 * @param apart what of it belongs to kinds of unit in which too few others were posted
 * @param exposure of the scope, as far as it is compared
 * @param lack why there is no verdict on the scope, or null
 * @param own the scope beside its peers, or null where there is no verdict
 * @param once the same with what repeats another complaint left out; null where there is no such complaint, or the
 *     scope has no more than expected anyway
 * @param marks the scope, those with more than expected, and others, of a large group only a part: fewer than two
 *     thousand
 * @param compared how many there is a verdict on
 * @param limits between which counts lie by chance, by the expected count
 */
public record Outliers(
        String countingUnit,
        String exposureUnit,
        long leftOut,
        Apart apart,
        double exposure,
        @Nullable Lack lack,
        @Nullable Ratio own,
        @Nullable Once once,
        List<Mark> marks,
        int compared,
        List<Limit> limits) {

    static final String OFFICER_MONTHS = "officer-months";

    /** Whether they are measured against the time that people served, and not against that which passed. */
    boolean measuredByService() {
        return exposureUnit.equals(OFFICER_MONTHS);
    }

    /** The counts without any comparison. */
    Outliers countsOnly(Lack why) {
        return new Outliers(
                countingUnit, exposureUnit, leftOut, apart, exposure, why, null, null, List.of(), 0, List.of());
    }

    /**
     * The scope with each text and each incident counted once, beside its peers as they are.
     *
     * @param others complaints that are left out by that, of those that were compared
     * @param count how many are left
     * @param more whether these are more than expected by chance, with all looked at; null where the others are too few
     *     to say so without the scope
     */
    public record Once(long others, long count, @Nullable Boolean more) {}

    /**
     * What of the scope is left out because too few others were posted to units of that kind, or too little is expected
     * of them.
     *
     * @param count complaints
     * @param exposure what they would be measured against, 0 where nothing is left out
     */
    public record Apart(long count, double exposure) {}

    /**
     * How many times the expected number was probably to be expected here, drawn towards one where there is little.
     *
     * @param count what was counted
     * @param expected what was expected from the others
     * @param times the posterior mean of the ratio
     * @param low the lower end of its 95 % interval
     * @param high the upper end of its 95 % interval
     * @param q the smallest rate of false discoveries at which it counts as more than expected
     * @param more whether it is more than expected by chance, with all looked at
     */
    public record Ratio(long count, double expected, double times, double low, double high, double q, boolean more) {}

    /**
     * One of the group.
     *
     * @param key its key
     * @param name its name
     * @param own whether the dossier is about it
     * @param ratio how it compares
     */
    public record Mark(String key, String name, boolean own, Ratio ratio) {}

    /** The limits at one expected count, as counts: 95 and 99.8 of 100 lie between them by chance. */
    public record Limit(double expected, double low95, double high95, double low998, double high998) {}
}
