package redress.pattern;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redress.web.View;
import redress.web.kit.Listing;
import redress.web.kit.Listing.Entry;

/**
 * Where an officer served, or what a commander commanded, with a way to the dossier in the months of each time.
 *
 * @param dossier the dossier of an officer or a commander
 * @param present the month up to which a time goes that goes on
 */
record ServiceWords(Dossier dossier, YearMonth present, View v) {

    /** The times, the latest first; null where the dossier is about nobody who serves. */
    @Nullable
    Listing listing() {
        if (dossier.service().isEmpty()) {
            return null;
        }
        return new Listing(
                v.t("pattern.service." + dossier.head().kind()),
                List.of(Entry.of(v.t("pattern.service.unit")), Entry.of(v.t("pattern.service.times"))),
                dossier.service().stream().map(this::row).toList(),
                null);
    }

    private List<Entry> row(TimeServed service) {
        YearMonth last = service.to() == null || month(service.to()).isAfter(present) ? present : month(service.to());
        Window window = window(service, last);
        return List.of(Entry.of(service.name()), Entry.of(times(service), DossierLink.to(dossier.head(), window)));
    }

    private String times(TimeServed service) {
        String from = service.from() == null ? v.t("pattern.unknown") : day(service.from());
        return service.to() == null
                ? v.t("pattern.service.open", from)
                : v.t("pattern.months", from, day(service.to()));
    }

    /** The months of a time; the usual number of the last where nobody knows when it began or it was too long. */
    private static Window window(TimeServed service, YearMonth last) {
        if (service.from() != null) {
            YearMonth first = month(service.from());
            if (Question.fits(first, last)) {
                return new Window(first, last);
            }
            if (first.isAfter(last)) {
                return new Window(first, first);
            }
        }
        return Window.upTo(last);
    }

    private String day(String day) {
        return v.date(LocalDate.parse(day));
    }

    private static YearMonth month(String day) {
        return YearMonth.from(LocalDate.parse(day));
    }
}
