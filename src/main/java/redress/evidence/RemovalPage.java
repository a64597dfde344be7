package redress.evidence;

import java.util.Arrays;
import java.util.List;
import redress.web.Form;
import redress.web.Page;
import redress.web.View;
import redress.web.kit.Choice;

/**
 * The page on which a document is removed.
 *
 * @param who who is signed in
 * @param number the number of the complaint
 * @param document the document, with its name
 * @param form what was chosen, with what is wrong in it
 */
public record RemovalPage(String who, String number, Document document, Form form) implements Page {

    /** The page of all documents of the complaint. */
    public String back() {
        return "/desk/complaints/" + number + "/documents";
    }

    /** Where the form is sent. */
    public String action() {
        return address(number, document);
    }

    /** The reasons to choose from. */
    public List<Choice> reasons(View view) {
        return Arrays.stream(RemovalReason.values())
                .map(reason -> Choice.of(reason.name(), view.t("evidence.reason." + reason.name())))
                .toList();
    }

    /** The address of the page for a document. */
    static String address(String number, Document document) {
        return "/desk/complaints/" + number + "/documents/" + document.key() + "/removal";
    }
}
