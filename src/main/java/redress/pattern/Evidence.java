package redress.pattern;

import java.util.List;
import java.util.Map;
import redress.likeness.Factor;

/**
 * What a link was seen by, in words: places and categories by their names, as an investigator knows no codes.
 *
 * @param places all places
 * @param categories the labels of the categories by their codes
 */
record Evidence(Tree places, Map<String, String> categories) {

    /** Each once, in the order of the evidence; a code without a name stays as it is. */
    List<String> told(Factor factor, List<String> seen) {
        return seen.stream().map(each -> told(factor, each)).distinct().toList();
    }

    private String told(Factor factor, String seen) {
        return switch (factor) {
            case PLACE -> places.find(seen).map(Node::name).orElse(seen);
            case CATEGORY -> categories.getOrDefault(seen, seen);
            default -> seen;
        };
    }
}
