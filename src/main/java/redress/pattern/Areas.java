package redress.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the complaints of the scope happened, by areas of one level.
 *
 * @param countingUnit what is counted: complaints
 * @param within the name of the area whose parts are counted, empty for the widest areas there are
 * @param unknown complaints of which the area is not known, or not so closely
 * @param rest complaints in areas that are not listed, where there are very many
 * @param areas the areas, those without a complaint too where there are not too many
 */
public record Areas(String countingUnit, String within, long unknown, long rest, List<Area> areas) {

    /**
     * One area.
     *
     * @param code its code, by which a dossier can be asked for
     * @param name its name
     * @param count how many complaints
     * @param latitude degrees north of its middle, or null where nobody knows
     * @param longitude degrees east of its middle, or null where nobody knows
     */
    public record Area(
            String code,
            String name,
            long count,
            @Nullable Double latitude,
            @Nullable Double longitude) {}
}
