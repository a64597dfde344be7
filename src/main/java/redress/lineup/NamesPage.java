package redress.lineup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redress.web.Form;
import redress.web.Page;
import redress.web.View;
import redress.web.kit.Choice;

/**
 * The page that asks who somebody is.
 *
 * @param who who is signed in
 * @param form what was asked, with what is wrong in it
 * @param lineup the candidates, or null where nothing was asked or something is wrong
 * @param mayConfirm whether the actor may say who a subject is
 * @param notice a text key to say on top, or null
 */
public record NamesPage(
        String who,
        Form form,
        @Nullable Lineup lineup,
        boolean mayConfirm,
        @Nullable String notice) implements Page {

    /** The subject for whom it is asked, or null. */
    public Lineup.@Nullable Accused accused() {
        return lineup == null ? null : lineup.accused();
    }

    /** The path below which a confirmation is sent or taken back; empty without a subject. */
    public String subjectPath() {
        Lineup.Accused accused = accused();
        return accused == null ? "" : "/desk/names/" + accused.complaint() + "/" + accused.subject();
    }

    /** What was told of the subject, in one line. */
    public String told() {
        Lineup.Accused accused = accused();
        return accused == null
                ? ""
                : String.join(
                        ", ",
                        Stream.of(accused.name(), accused.badge(), accused.looks())
                                .filter(part -> part != null && !part.isBlank())
                                .toList());
    }

    /** When the incident was, in one sentence; empty where nobody knows. */
    public String day(View v) {
        Lineup.Accused accused = accused();
        return accused == null
                ? ""
                : Dated.read(accused.day(), accused.precision())
                        .map(dated -> v.t("lineup.accused.day." + dated.precision(), dated.written(v)))
                        .orElse("");
    }

    /** The candidates as choices, each with its reasons. */
    public List<Choice> choices(View v) {
        return lineup == null
                ? List.of()
                : lineup.candidates().stream()
                        .map(candidate -> Choice.of(
                                candidate.person().officer(), title(candidate.person(), v), reasons(candidate, v)))
                        .toList();
    }

    /** Name, rank, badge and service of an officer. */
    public String title(Lineup.Person person, View v) {
        return String.join(
                ", ",
                Stream.of(
                                person.name(),
                                person.rank(),
                                person.badge() == null ? null : v.t("lineup.badge", person.badge()),
                                person.service())
                        .filter(part -> part != null && !part.isBlank())
                        .toList());
    }

    /** Why a candidate is one, one sentence for each reason. */
    public String reasons(Lineup.Candidate candidate, View v) {
        return String.join(
                " ",
                candidate.reasons().stream()
                        .map(reason -> v.t("lineup.reason." + reason.kind(), reason.told(), reason.known()))
                        .toList());
    }

    /** The dossier of an officer. */
    public String dossier(Lineup.Person person) {
        return "/desk/dossier?officer=" + encoded(person.officer());
    }

    /**
     * The search for the complaints that name an officer; after a confirmation one that knows of it. Of an officer
     * without a name the dossier: a search finds names and badges, and would find nothing for a service key.
     */
    public String search(Lineup.Person person) {
        if (!person.named()) {
            return dossier(person);
        }
        String act = form.value("act");
        return "/desk/search?q=" + encoded("officer:\"" + person.name() + "\"")
                + (act.matches("[0-9]{1,18}") ? "&act=" + act : "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
