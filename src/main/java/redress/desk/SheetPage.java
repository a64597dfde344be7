package redress.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redress.evidence.DocumentList;
import redress.time.Ids;
import redress.triage.Route;
import redress.web.Form;
import redress.web.Page;

/**
 * One complaint as a page.
 *
 * @param sheet the complaint
 * @param documents what is attached to it
 * @param investigators who may be given it, actor id to name
 * @param mayDecide whether the actor may take the first decision
 * @param mayWrite whether the actor may write messages, notes and letters
 * @param form the decision, message, note or letter as typed so far
 * @param notice a text key to say on top, or null
 * @param act the id of the decision that was just taken, or null; a search that names it waits for the index
 * @param who who is signed in
 */
public record SheetPage(
        Sheet sheet,
        DocumentList documents,
        Map<String, String> investigators,
        boolean mayDecide,
        boolean mayWrite,
        Form form,
        @Nullable String notice,
        @Nullable String act,
        String who)
        implements Page {

    /** The notice that somebody else changed the complaint, which still waits for its first decision. */
    static final String CONFLICT = "desk.conflict";

    /** The notice that somebody else took the first decision meanwhile. */
    static final String OVERTAKEN = "desk.conflict.over";

    /** What the next text is called, so that it is kept once however often it is sent. */
    public String key() {
        return Ids.text(Ids.next());
    }

    /** Whether what was just done is told as done. */
    public boolean done() {
        return notice != null && !notice.equals(CONFLICT) && !overtaken();
    }

    /** Whether the form holds a decision that can no longer be taken, because somebody else was faster. */
    public boolean overtaken() {
        return OVERTAKEN.equals(notice);
    }

    /** The key of the text for the route that was chosen; null where none was. */
    public @Nullable String chosenRoute() {
        return Arrays.stream(Route.values())
                .filter(route -> route.name().equals(form.value("route")))
                .findFirst()
                .map(route -> "desk.route." + route)
                .orElse(null);
    }

    /** Where the search is: after a decision one that knows of it. */
    public String searchUrl() {
        return act == null ? "/desk/search" : "/desk/search?act=" + act;
    }

    /** Where the dossier of a unit or an officer is that has this complaint; null where the key is not known. */
    public @Nullable String dossierUrl(String kind, @Nullable String key) {
        if (key == null) {
            return null;
        }
        Sheet.Months months = sheet.months();
        return "/desk/dossier?" + kind + "=" + URLEncoder.encode(key, StandardCharsets.UTF_8)
                + (months == null ? "" : "&from=" + months.from() + "&to=" + months.to());
    }
}
