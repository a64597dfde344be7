package redress.pattern;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The way from one dossier to another with the same window. */
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
        return "/desk/dossier?" + kind + "=" + URLEncoder.encode(key, StandardCharsets.UTF_8) + "&from=" + head.from()
                + "&to=" + head.to();
    }
}
