package redress.pattern;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The way from one dossier to another. */
final class DossierLink {

    private DossierLink() {}

    /**
     * The dossier about something else in the same months.
     *
     * @param head the dossier from which it leads
     * @param kind unit, officer, commander or place
     * @param key its key
     */
    static String to(Dossier.Head head, String kind, String key) {
        return to(kind, key) + "&from=" + head.from() + "&to=" + head.to();
    }

    /** The dossier about the same in other months. */
    static String to(Dossier.Head head, Window window) {
        return to(head.kind(), head.key()) + "&from=" + window.from() + "&to=" + window.to();
    }

    /** A dossier in its usual months. */
    static String to(String kind, String key) {
        return "/desk/dossier?" + kind + "=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
