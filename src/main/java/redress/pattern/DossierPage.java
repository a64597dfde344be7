package redress.pattern;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.web.Form;
import redress.web.Page;
import redress.web.View;
import redress.web.kit.Figure;
import redress.web.kit.Link;
import redress.web.kit.Listing;

/**
 * The page of a dossier.
 *
 * @param who who is signed in
 * @param form what was asked, with what is wrong in it
 * @param dossier the answer, or null where nothing was asked or something is wrong
 * @param present the month that it is
 * @param mayConfirm whether the reader may say that complaints are about the same person or patrol
 */
public record DossierPage(String who, Form form, @Nullable Dossier dossier, YearMonth present, boolean mayConfirm)
        implements Page {

    /** The page of somebody who only reads. */
    DossierPage(String who, Form form, @Nullable Dossier dossier, YearMonth present) {
        this(who, form, dossier, present, false);
    }

    /** What can be looked at in any months: a cluster has its own, and a commander commanded only in some. */
    private static final Set<String> OF_ANY_MONTHS = Set.of("unit", "officer", "place", "search");

    /** A figure with the id that it has on the page. */
    public record Shown(String id, Figure figure) {}

    /** What each part found, in a line with the way to it. */
    public List<InShort> inShort(ToldView told, List<Section> sections, View v) {
        return InShort.of(this, told, sections, v);
    }

    /** The boards. */
    public List<Shown> boards(View v) {
        return dossier == null
                ? List.of()
                : dossier.boards().stream()
                        .map(board -> new Shown("by-" + board.name(), new BoardFigure(dossier, board, v)))
                        .toList();
    }

    /** The outlier check in words, one sentence each: what was found, against what, and what was left out. */
    public List<String> outlierWords(View v) {
        return dossier == null || dossier.outliers() == null
                ? List.of(v.t("pattern.outliers."
                        + (dossier == null ? "place" : dossier.head().kind())))
                : new CheckFigures(dossier, v).outlierWords(dossier.outliers());
    }

    /** The funnel; null without a verdict. */
    public @Nullable Figure funnel(View v) {
        return dossier == null
                        || dossier.outliers() == null
                        || dossier.outliers().own() == null
                ? null
                : new CheckFigures(dossier, v).funnel(dossier.outliers());
    }

    /** The change check in words. */
    public String changeWords(View v) {
        return dossier == null ? "" : new CheckFigures(dossier, v).changeWords();
    }

    /** The change check as a picture; null without a verdict. */
    public @Nullable Figure change(View v) {
        return dossier == null || dossier.change().months().isEmpty() ? null : new CheckFigures(dossier, v).change();
    }

    /** The further parts, in the order in which they are to be read. */
    public List<Section> sections(View v) {
        if (dossier == null) {
            return List.of();
        }
        Say say = new Say(dossier, v);
        return List.of(
                new ProcessWords(dossier.process(), say, v).section(),
                new NetworkWords(dossier.network(), say, v).section(),
                new AreaWords(dossier.areas(), say, v).section());
    }

    /** What the words of the complaints tell; null where there is no dossier. */
    public @Nullable ToldView told(View v) {
        return dossier == null ? null : new ToldView(dossier, v, mayConfirm);
    }

    /** The address of the same dossier without the months; null where the question names none. */
    public @Nullable String usual() {
        if (dossier == null || !(form.answered("from") || form.answered("to"))) {
            return null;
        }
        return DossierLink.to(dossier.head().kind(), dossier.head().key());
    }

    /** The same dossier of as many months before these; null where there is none. */
    public @Nullable Link earlier(View v) {
        Window window = window();
        if (window == null) {
            return null;
        }
        Window before = Window.upTo(window.from().minusMonths(1), window.months());
        return before.from().getYear() < Question.FIRST_YEAR ? null : link(v.t("pattern.earlier"), before, v);
    }

    /** The same dossier of as many months after these; null where they have not come yet. */
    public @Nullable Link later(View v) {
        Window window = window();
        if (window == null || !window.to().isBefore(present)) {
            return null;
        }
        YearMonth last = window.to().plusMonths(window.months());
        return link(v.t("pattern.later"), new Window(window.to().plusMonths(1), last), v);
    }

    private @Nullable Window window() {
        return dossier == null || !OF_ANY_MONTHS.contains(dossier.head().kind())
                ? null
                : new Window(
                        YearMonth.parse(dossier.head().from()),
                        YearMonth.parse(dossier.head().to()));
    }

    private Link link(String text, Window window, View v) {
        String months =
                v.t("pattern.months", window.from().toString(), window.to().toString());
        return Link.of(text, dossier == null ? "" : DossierLink.to(dossier.head(), window), months);
    }

    /** Where an officer served or what a commander commanded; null for anything else. */
    public @Nullable Listing service(View v) {
        return dossier == null ? null : new ServiceWords(dossier, present, v).listing();
    }

    /** Who the peers are, in one sentence. */
    public String peers(View v) {
        if (dossier == null) {
            return "";
        }
        if (dossier.ofAssigned()) {
            return v.t("pattern.peers.assigned");
        }
        Dossier.Head head = dossier.head();
        return v.t("pattern.peers." + head.kind(), head.peers(), head.peerKind());
    }
}
