package redress.desk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import redress.web.Form;
import redress.web.Page;

/**
 * One complaint as a page.
 *
 * @param sheet the complaint
 * @param investigators who may be given it, actor id to name
 * @param mayDecide whether the actor may take the first decision
 * @param form the decision as typed so far
 * @param notice a text key to say on top, or null
 * @param who who is signed in
 */
public record SheetPage(
        Sheet sheet,
        Map<String, String> investigators,
        boolean mayDecide,
        Form form,
        @Nullable String notice,
        String who)
        implements Page {}
