package redress.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem.FieldError;
import redress.web.kit.Counting;
import redress.web.kit.Fault;
import redress.web.kit.Link;
import redress.web.kit.Wording;

/**
 * What a template knows besides its page: the reader's language, the texts in it, and how to link. One for each
 * request; it holds nothing about who reads.
 */
public final class View implements Wording {

    private final Views house;
    private final Language language;
    private final String path;
    private final String query;
    private final LongSupplier waiting;

    View(Views house, Language language, String path, @Nullable String query) {
        this(house, language, path, query == null ? "" : "?" + query, () -> 0);
    }

    private View(Views house, Language language, String path, String query, LongSupplier waiting) {
        this.house = house;
        this.language = language;
        this.path = path;
        this.query = query;
        this.waiting = waiting;
    }

    /** The same view, which can tell how much waits for the reader. */
    View telling(LongSupplier howMuch) {
        return new View(house, language, path, query, howMuch);
    }

    /** How much waits for the reader; asked for by pages of the desk only. */
    public long waiting() {
        return waiting.getAsLong();
    }

    /** The reader's language. */
    public Language language() {
        return language;
    }

    @Override
    public Locale locale() {
        return language.locale();
    }

    /** The path asked for, without the language in front. */
    public String path() {
        return path;
    }

    @Override
    public String t(String key, Object... arguments) {
        return house.texts().text(language, key, arguments);
    }

    /** A message that is a text key or already a sentence. */
    public String message(String keyOrSentence) {
        return house.texts().has(keyOrSentence) ? t(keyOrSentence) : keyOrSentence;
    }

    /** A path of ours in the reader's language. */
    public String url(String ours) {
        return language.prefix() + (language.prefix().isEmpty() || !ours.equals("/") ? ours : "");
    }

    /** The path of a style sheet or script. */
    public String asset(String name) {
        return house.assets().url(name);
    }

    /** The name of this deployment. */
    public String name() {
        return house.brand().name(language);
    }

    /** Who runs this portal, or that it is a trial which nobody runs yet. */
    public String runBy() {
        return t(
                house.brand().trial() ? "web.footer.trial" : "web.footer.by",
                house.brand().commission(language));
    }

    /** The mark of this deployment: an inline drawing in the colour of the text around it. */
    public Content mark() {
        return house.brand().mark();
    }

    /** Every language with a link to this very page in it. */
    public List<Link> languages() {
        return house.languages().offered().stream()
                .map(other -> new Link(
                        other.name(),
                        other.prefix() + (path.equals("/") && !other.prefix().isEmpty() ? "/" : path) + query,
                        null,
                        other.equals(language),
                        other.tag(),
                        null))
                .toList();
    }

    /** What is wrong with a field, ready for its component; null when nothing is. */
    public @Nullable Fault error(Form form, String field) {
        return form.error(field)
                .map(error -> new Fault(message(error.message()), t("web.error.prefix")))
                .orElse(null);
    }

    /** Everything that is wrong, each with a link to its field, for the error summary. */
    public List<Link> errors(Form form) {
        return form.errors().stream().map(this::link).toList();
    }

    private Link link(FieldError error) {
        return Link.of(message(error.message()), error.field().isEmpty() ? null : "#" + error.field());
    }

    /** What the character count says while somebody types. */
    public Counting counting() {
        return new Counting(
                t("web.count.under.one"),
                t("web.count.under.few"),
                t("web.count.under.other"),
                t("web.count.at"),
                t("web.count.over.one"),
                t("web.count.over.few"),
                t("web.count.over.other"));
    }

    /** A day as people here write it: 22 November 2026. */
    public String date(LocalDate day) {
        return format("d MMMM y", day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }

    /** A month as people here write it: November 2026. */
    public String month(YearMonth month) {
        return format("LLLL y", month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
    }

    /** A moment as people here write it, in the office's zone: 22 November 2026, 14:05. */
    public String moment(Instant moment) {
        return format("d MMMM y, HH:mm", moment, house.zone());
    }

    /** A moment as it is written on what people take away, where nothing else tells the zone: 14:05 GMT+2. */
    public String zonedMoment(Instant moment) {
        return format("d MMMM y, HH:mm O", moment, house.zone());
    }

    private String format(String pattern, Instant moment, ZoneId zone) {
        ULocale locale = ULocale.forLocale(language.locale());
        DateFormat format = new SimpleDateFormat(pattern, locale);
        format.setTimeZone(TimeZone.getTimeZone(zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()));
        return format.format(Date.from(moment));
    }

    /** A count as people here write it: 1,204. */
    public String number(long count) {
        return NumberFormat.getIntegerInstance(language.locale()).format(count);
    }
}
