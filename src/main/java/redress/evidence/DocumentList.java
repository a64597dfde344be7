package redress.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents of a complaint as a page shows them.
 *
 * @param number the number of the complaint
 * @param documents in the order in which they came
 * @param removed what is left of those that were removed
 * @param names actor id to name
 * @param may what the reader may do
 */
public record DocumentList(
        String number, List<Document> documents, List<Tombstone> removed, Map<String, String> names, May may) {

    /**
     * What the reader may do.
     *
     * @param add whether the reader may add a document
     * @param remove whether the reader may remove one
     * @param largestMib the largest that is taken
     */
    public record May(boolean add, boolean remove, int largestMib) {}

    /** Keeps its own copies. */
    public DocumentList {
        documents = List.copyOf(documents);
        removed = List.copyOf(removed);
        names = Map.copyOf(names);
    }

    /** Who of the staff added it, by name where one is known; nobody where the complainant did. */
    public Optional<String> addedBy(Document.Added added) {
        return added.by().equals(HandingIn.COMPLAINANT) ? Optional.empty() : Optional.of(name(added.by()));
    }

    /** Who removed it. */
    public String removedBy(Tombstone tombstone) {
        return name(tombstone.removed().by());
    }

    private String name(String actor) {
        return names.getOrDefault(actor, actor);
    }

    /** Where a document is removed. */
    public String removal(Document document) {
        return RemovalPage.address(number, document);
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
