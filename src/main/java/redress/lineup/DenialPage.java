package redress.lineup;

import redress.web.Form;
import redress.web.Page;

/**
 * The page on which the answer that something is not the same is taken back.
 *
 * @param who who is signed in
 * @param form what was typed, with what is wrong in it
 * @param about the complaints or the officer of whom it was said, in words
 * @param said who said so, when and why
 * @param paths where the page leads
 */
public record DenialPage(String who, Form form, String about, Lineup.Confirmed said, Paths paths) implements Page {

    /**
     * Where the page leads.
     *
     * @param back from where one came
     * @param action where the form is sent
     */
    public record Paths(String back, String action) {}

    /** Whether it is about complaints, and not about an officer. */
    public boolean ofCluster() {
        return paths.back().equals("/desk/clusters");
    }

    /** From where one came. */
    public String back() {
        return paths.back();
    }

    /** Where the form is sent. */
    public String action() {
        return paths.action();
    }
}
