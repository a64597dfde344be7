package redress.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import redress.web.View;

/**
 * What the parts of a dossier found, a line for each, before any of them: whoever opens many dossiers reads no further
 * where nothing stands out.
 *
 * @param id the id of the heading of the part
 * @param title the heading of the part
 * @param text what was found, as the part says it
 */
public record InShort(String id, String title, String text) {

    private static final int MOST_WORDS = 6;
    private static final Set<String> FIRST = Set.of("by-category", "by-unit", "by-commander");

    /** The lines, in the order of the parts. */
    static List<InShort> of(DossierPage page, ToldView told, List<Section> sections, View v) {
        List<InShort> all = new ArrayList<>();
        all.add(new InShort(
                "outliers", v.t("pattern.outliers"), page.outlierWords(v).getFirst()));
        all.add(new InShort("changes", v.t("pattern.change"), page.changeWords(v)));
        all.add(new InShort("words", v.t("pattern.words"), words(told, v)));
        all.add(new InShort("copies", v.t("pattern.copies"), told.copies()));
        all.add(new InShort("links", v.t("pattern.links"), told.links()));
        sections.forEach(section -> all.add(new InShort(section.id(), section.title(), section.brief())));
        all.add(new InShort("boards", v.t("pattern.boards"), most(page, v)));
        return all;
    }

    /** What is complained of most often, where and under whom; who is accused most often stands only below. */
    private static String most(DossierPage page, View v) {
        return page.boards(v).stream()
                .filter(shown -> FIRST.contains(shown.id()))
                .map(shown -> shown.figure().title())
                .collect(Collectors.joining(". "));
    }

    private static String words(ToldView told, View v) {
        List<ToldView.Row> found = told.unusual();
        return found.isEmpty()
                ? told.words().getFirst()
                : v.t(
                        "pattern.inShort.words",
                        found.stream()
                                .limit(MOST_WORDS)
                                .map(row -> v.t("pattern.inShort.word", row.text()))
                                .collect(Collectors.joining(", ")),
                        Math.max(0, told.allUnusual() - MOST_WORDS));
    }
}
