package redress.pattern;

import java.util.List;
import redress.web.kit.Listing;

/**
 * A part of the page of a dossier: what is said first, then pictures, then tables.
 *
 * @param id the id of its heading
 * @param title its heading
 * @param brief what was found, for the beginning of the page
 * @param sentences what is said, how it is read among it
 * @param figures pictures with their tables
 * @param tables tables without a picture
 */
public record Section(
        String id,
        String title,
        String brief,
        List<String> sentences,
        List<DossierPage.Shown> figures,
        List<Listing> tables) {

    /** Keeps its own lists. */
    public Section {
        sentences = List.copyOf(sentences);
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
    }
}
