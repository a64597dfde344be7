package redress.pattern;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.web.View;
import redress.web.kit.Breadth;
import redress.web.kit.Chart;
import redress.web.kit.Drawing;
import redress.web.kit.Figure;
import redress.web.kit.Listing;
import redress.web.kit.Listing.Entry;

/** A board as bars and as a table whose rows lead to the complaints behind them. */
record BoardFigure(Dossier dossier, Dossier.Board board, View v) implements Figure {

    private static final Set<String> WHOSE = Set.of(Answerable.UNIT, Answerable.COMMANDER, Answerable.OFFICER);

    @Override
    public String title() {
        Dossier.Bar most = board.bars().stream()
                .filter(bar -> !ofWhom() || !bar.value().equals(Boards.UNKNOWN))
                .max((one, other) -> Long.compare(one.count(), other.count()))
                .orElse(null);
        String by = v.t("pattern.board." + board.name());
        return most == null
                ? by
                : v.t("pattern.board.most." + board.countingUnit(), by, v.message(most.label()), most.count());
    }

    /** Whether it counts by unit, commander or officer, of whom there are dossiers. */
    private boolean ofWhom() {
        return WHOSE.contains(board.name());
    }

    private @Nullable String link(Dossier.Bar bar) {
        if (!ofWhom()) {
            return SearchLink.of(dossier.head(), bar);
        }
        return bar.value().equals(Boards.UNKNOWN) ? null : DossierLink.to(dossier.head(), board.name(), bar.value());
    }

    private String unit() {
        return v.t("pattern.unit." + board.countingUnit());
    }

    @Override
    public @Nullable String note() {
        String counted = v.t("pattern.counted", unit());
        String left = ofWhom() ? "pattern.board.left.whose" : "pattern.board.left";
        return board.left() == 0 ? counted : counted + ". " + v.t(left, board.left());
    }

    @Override
    public String reading() {
        return v.t(ofWhom() ? "pattern.board.reading.whose" : "pattern.board.reading");
    }

    @Override
    public String description() {
        return v.t("pattern.counted", unit());
    }

    @Override
    public List<Key> keys() {
        return List.of();
    }

    @Override
    public Drawing drawing(Breadth breadth) {
        return new Chart(
                        Chart.Kind.BARS,
                        title(),
                        null,
                        v.t("pattern.board." + board.name()),
                        labels(),
                        List.of(new Chart.Series(
                                unit(),
                                board.bars().stream()
                                        .<@Nullable Double>map(bar -> (double) bar.count())
                                        .toList(),
                                board.bars().stream()
                                        .map(bar -> v.number(bar.count()))
                                        .toList())))
                .drawing();
    }

    private List<String> labels() {
        return board.bars().stream().map(bar -> v.message(bar.label())).toList();
    }

    @Override
    public List<Listing> tables() {
        return List.of(new Listing(
                v.t("pattern.board." + board.name()),
                List.of(Entry.of(v.t("pattern.board." + board.name())), Entry.number(unit())),
                board.bars().stream()
                        .map(bar -> List.of(
                                Entry.of(v.message(bar.label()), link(bar)), Entry.number(v.number(bar.count()))))
                        .toList(),
                null));
    }

    @Override
    public @Nullable String nothing() {
        return board.bars().isEmpty() ? v.t("figure.nothing") : null;
    }
}
