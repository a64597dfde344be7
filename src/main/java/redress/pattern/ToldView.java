package redress.pattern;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import redress.web.View;

/** What the words of the complaints tell, as the page shows it. */
public final class ToldView {

    private static final int MOST_WORDS = 20;
    private static final int MOST_GROUPS = 10;
    private static final int MOST_COPIES = 10;
    private static final int MOST_LINKS = 20;

    private final Dossier dossier;
    private final View v;
    private final boolean mayConfirm;

    ToldView(Dossier dossier, View v, boolean mayConfirm) {
        this.dossier = dossier;
        this.v = v;
        this.mayConfirm = mayConfirm;
    }

    /**
     * A word or phrase as a row of a table.
     *
     * @param text the words
     * @param url the search for them
     * @param here "a of n"
     * @param elsewhere "b of m"
     */
    public record Row(String text, String url, String here, String elsewhere) {}

    /** What was found among the words, in sentences. */
    public List<String> words() {
        UnusualWords unusual = dossier.told().unusual();
        Lack lack = unusual.lack();
        if (lack != null) {
            return List.of(lack(lack));
        }
        String found = unusual.found().isEmpty()
                ? v.t("pattern.words.none", unusual.inScope(), unusual.outside())
                : v.t("pattern.words.found", unusual.inScope(), unusual.outside());
        return unusual.phrases() ? List.of(found) : List.of(found, v.t("pattern.words.only"));
    }

    /** How many unusual words and phrases there are, those among them that are not shown. */
    int allUnusual() {
        UnusualWords unusual = dossier.told().unusual();
        return unusual.found().size() + unusual.left();
    }

    /** What is left out of the table of words, in one sentence; empty where nothing is. */
    public String wordsLeft() {
        UnusualWords unusual = dossier.told().unusual();
        return left("pattern.words.left", unusual.found().size(), MOST_WORDS, unusual.left());
    }

    /** The unusual words and phrases. */
    public List<Row> unusual() {
        UnusualWords unusual = dossier.told().unusual();
        return unusual.found().stream()
                .limit(MOST_WORDS)
                .map(each -> new Row(
                        each.text(),
                        SearchLink.phrase(dossier.head(), each.text()),
                        share(each.here(), unusual.inScope()),
                        share(each.elsewhere(), unusual.outside())))
                .toList();
    }

    /**
     * A group of copies.
     *
     * @param title how many there are
     * @param rows the first and what was copied from it
     * @param more what is left out, in words; empty where nothing is
     */
    public record Copied(String title, List<Copy> rows, String more) {}

    /**
     * One of a group.
     *
     * @param number the number of the complaint
     * @param url its sheet
     * @param received the day on which it came in
     * @param alike how much of its text is that of the first, in words
     */
    public record Copy(String number, String url, String received, String alike) {}

    /** Whether there are copies, in one sentence. */
    public String copies() {
        Copies copies = dossier.told().copies();
        Lack lack = copies.lack();
        if (lack != null) {
            return lack(lack);
        }
        return v.t("pattern.copies.found", copies.groups().size() + copies.left(), copies.complaints(), copies.texts());
    }

    /** How many groups are not shown, in one sentence; empty where none is left out. */
    public String copiesLeft() {
        Copies copies = dossier.told().copies();
        return left("pattern.copies.left", copies.groups().size(), MOST_GROUPS, copies.left());
    }

    /** The largest groups of copies. */
    public List<Copied> copied() {
        return dossier.told().copies().groups().stream()
                .limit(MOST_GROUPS)
                .map(this::copied)
                .toList();
    }

    private Copied copied(Copies.Group group) {
        List<Copy> rows = new ArrayList<>();
        rows.add(copy(group.first(), v.t("pattern.copies.first")));
        group.copies().stream()
                .limit(MOST_COPIES)
                .forEach(one -> rows.add(copy(one, v.t("pattern.copies.share", Math.round(100 * one.share())))));
        int left = group.copies().size() - MOST_COPIES;
        return new Copied(
                v.t("pattern.copies.group", 1 + group.copies().size()),
                rows,
                left > 0 ? v.t("pattern.copies.more", left) : "");
    }

    private static Copy copy(Copies.One one, String alike) {
        return new Copy(one.number(), SearchLink.sheet(one.number()), one.received(), alike);
    }

    /**
     * A pair that may be linked.
     *
     * @param one the complaint of the scope
     * @param other the other one
     * @param score what speaks for a link
     * @param reasons what it is made of
     * @param decide where the reader can say whether it is; empty where the reader or the pair cannot
     */
    public record Linked(Copy one, Copy other, String score, List<String> reasons, String decide) {}

    /** Whether there are pairs, in one sentence. */
    public String links() {
        Links links = dossier.told().links();
        Lack lack = links.lack();
        if (lack != null) {
            return lack(lack);
        }
        return v.t("pattern.links.found", links.found().size() + links.left(), links.asked());
    }

    /** How many pairs are not shown, in one sentence; empty where none is left out. */
    public String linksLeft() {
        Links links = dossier.told().links();
        return left("pattern.links.left", links.found().size(), MOST_LINKS, links.left());
    }

    /** The pairs for which most speaks. */
    public List<Linked> linked() {
        return dossier.told().links().found().stream()
                .limit(MOST_LINKS)
                .map(link -> new Linked(
                        side(link.one()),
                        side(link.other()),
                        log10(link.log10()),
                        link.reasons().stream().map(this::reason).toList(),
                        mayConfirm && link.open() ? SearchLink.decision(link) : ""))
                .toList();
    }

    private static Copy side(Links.One one) {
        return new Copy(one.number(), SearchLink.sheet(one.number()), one.received(), "");
    }

    /** The number, what was seen, and by what. */
    private String reason(Links.Reason reason) {
        String seen = log10(reason.log10()) + " " + reason.level();
        return reason.evidence().isEmpty() ? seen : seen + ": " + String.join(", ", reason.evidence());
    }

    private String log10(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(v.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return (number > 0 ? "+" : "") + format.format(number);
    }

    private String share(long some, long all) {
        return v.t("pattern.words.share", some, all);
    }

    /** What the page leaves out of a list, which has its own first part only; empty where nothing is. */
    private String left(String text, int listed, int shown, int unlisted) {
        int left = Math.max(0, listed - shown) + unlisted;
        return left > 0 ? v.t(text, left, listed) : "";
    }

    private String lack(Lack lack) {
        return v.t("pattern.lack." + lack.what(), lack.found(), lack.needed());
    }
}
