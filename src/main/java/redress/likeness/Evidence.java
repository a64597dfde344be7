package redress.likeness;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a link was seen by, in words: places and categories by their names, as an investigator knows no codes.
 *
 * @param place the name of a place by its code; what is no code stays as it is
 * @param category the label of a category by its code
 */
public record Evidence(UnaryOperator<String> place, UnaryOperator<String> category) {

    /** Each once, in the order of the evidence. */
    public List<String> told(Factor factor, List<String> seen) {
        UnaryOperator<String> name = switch (factor) {
            case PLACE -> place;
            case CATEGORY -> category;
            default -> UnaryOperator.identity();
        };
        return seen.stream().map(name).distinct().toList();
    }
}
