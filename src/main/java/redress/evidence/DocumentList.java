package redress.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents of a complaint as a page shows them.
 *
 * @param number the number of the complaint
 * @param documents in the order in which they came
 * @param names actor id to name
 * @param mayAdd whether the reader may add one
 * @param largestMib the largest that is taken
 */
public record DocumentList(
        String number, List<Document> documents, Map<String, String> names, boolean mayAdd, int largestMib) {

    /** Keeps its own copies. */
    public DocumentList {
        documents = List.copyOf(documents);
        names = Map.copyOf(names);
    }

    /** Who of the staff added it, by name where one is known; nobody where the complainant did. */
    public Optional<String> addedBy(Document document) {
        String by = document.added().by();
        return by.equals(HandingIn.COMPLAINANT) ? Optional.empty() : Optional.of(names.getOrDefault(by, by));
    }

    /** Where documents are sent. */
    public String address() {
        return "/desk/complaints/" + number + "/documents";
    }

    /** How large a document is, in whole kB and at least one. */
    public static long kilobytes(Document document) {
        return Math.max(1, (document.size() + 500) / 1_000);
    }
}
