package redress.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import redress.web.View;
import redress.web.kit.Listing;
import redress.web.kit.Listing.Entry;

/** The process check in sentences and a table. */
record ProcessWords(Process process, Say say, View v) {

    private static final String LACK = "pattern.process.lack.";
    private static final String PEER_EVENTS = "PEER_EVENTS";

    Section section() {
        List<String> said = new ArrayList<>();
        said.add(v.t("pattern.process.reading", process.horizon(), process.asOf()));
        List<String> found = new ArrayList<>();
        Lack lack = process.lack();
        if (lack != null) {
            found.add(v.t("pattern.process.noDelay", noDelay(lack)));
        }
        Process.Took took = process.delay();
        if (took != null) {
            found.add(v.t("pattern.process.delay." + verdict(took), process.cases(), say.like()));
        }
        said.addAll(found);
        if (took != null) {
            said.add(v.t(
                    process.byGravity() ? "pattern.process.median.byGravity" : "pattern.process.median",
                    median(took.median()),
                    median(took.medianElsewhere()),
                    Math.round(100 * took.longer()),
                    Math.round(100 * took.low()),
                    Math.round(100 * took.high())));
        }
        List<String> more = process.endings().stream()
                .filter(ending -> ending.ratio() != null && ending.ratio().more())
                .map(ending -> v.t(
                        "pattern.process.more",
                        v.t("pattern.process.outcome." + ending.outcome()),
                        ending.count(),
                        ending.all(),
                        say.like()))
                .toList();
        found.addAll(more);
        said.addAll(more);
        if (process.tooYoung() + process.undated() > 0) {
            said.add(v.t("pattern.process.leftOut", process.tooYoung(), process.undated()));
        }
        return new Section(
                "process", v.t("pattern.process"), String.join(" ", found), said, List.of(), List.of(table()));
    }

    /** Of delays any complaints of the others are counted, and not those that ended in some way. */
    private String noDelay(Lack lack) {
        return say.lack(lack.what().equals(PEER_EVENTS) ? "pattern.process.delay.lack." : LACK, lack);
    }

    private static String verdict(Process.Took took) {
        if (took.more()) {
            return "more";
        }
        return took.low() > 0.5 ? "unsure" : "notMore";
    }

    private String median(@Nullable Integer days) {
        return days == null
                ? v.t("pattern.process.median.none", process.horizon())
                : v.t("pattern.process.median.days", days);
    }

    private Listing table() {
        boolean compared = process.endings().stream().anyMatch(ending -> ending.ratio() != null);
        return new Listing(
                v.t("pattern.process.table"),
                List.of(
                        Entry.of(v.t("pattern.process.outcome")),
                        Entry.number(v.t("pattern.process.count")),
                        Entry.number(v.t("pattern.process.all")),
                        Entry.number(v.t("pattern.process.share")),
                        Entry.number(v.t("pattern.process.expected")),
                        Entry.of(v.t("pattern.process.verdict"))),
                process.endings().stream().map(this::row).toList(),
                compared ? v.t("pattern.process.rest", say.like()) : null);
    }

    private List<Entry> row(Process.Ending ending) {
        Outliers.Ratio ratio = ending.ratio();
        return List.of(
                Entry.of(v.t("pattern.process.outcome." + ending.outcome())),
                Entry.number(v.number(ending.count())),
                Entry.number(v.t("pattern.process.all." + ending.of(), ending.all())),
                Entry.number(ending.all() == 0 ? "–" : say.percent((double) ending.count() / ending.all())),
                Entry.number(ratio == null ? "–" : say.percent(ratio.expected() / ending.all())),
                Entry.of(
                        ratio == null
                                ? say.lack(LACK, Objects.requireNonNull(ending.lack(), "no verdict has its reason"))
                                : v.t("pattern.process.verdict." + Say.verdict(ratio))));
    }
}
