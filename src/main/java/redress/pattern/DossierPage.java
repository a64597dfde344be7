package redress.pattern;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.web.Form;
import redress.web.Page;
import redress.web.View;
import redress.web.kit.Figure;

/**
 * The page of a dossier.
 *
 * @param who who is signed in
 * @param form what was asked, with what is wrong in it
 * @param dossier the answer, or null where nothing was asked or something is wrong
 */
public record DossierPage(String who, Form form, @Nullable Dossier dossier) implements Page {

    /** A figure with the id that it has on the page. */
    public record Shown(String id, Figure figure) {}

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
        return dossier == null ? null : new ToldView(dossier, v);
    }

    /** The address of the same dossier without the months; null where the question names none. */
    public @Nullable String usual() {
        if (dossier == null || !(form.answered("from") || form.answered("to"))) {
            return null;
        }
        String key = URLEncoder.encode(dossier.head().key(), StandardCharsets.UTF_8);
        return "/desk/dossier?" + dossier.head().kind() + "=" + key;
    }

    /** Who the peers are, in one sentence. */
    public String peers(View v) {
        if (dossier == null) {
            return "";
        }
        Dossier.Head head = dossier.head();
        return v.t("pattern.peers." + head.kind(), head.peers(), head.peerKind());
    }
}
