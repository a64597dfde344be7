package redress.watch;

import java.util.Map;
import redress.search.SavedSearch;

/**
 * What pages call people and searches.
 *
 * @param people actor id to name
 * @param searches what a search asks for, in words; one that cannot be read any more is not among them
 */
public record Names(Map<String, String> people, Map<SavedSearch, String> searches) {

    /** The name behind an id, the id where nobody knows it. */
    public String of(String actor) {
        return people.getOrDefault(actor, actor);
    }

    /** What a search asks for; empty where nobody can say it any more, and of a rule, which searches for nothing. */
    public String of(SavedSearch search) {
        return searches.getOrDefault(search, "");
    }
}
