package redress.intake;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redress.profile.Category;
import redress.profile.Institution;
import redress.profile.Labels;
import redress.profile.Place;
import redress.profile.Profile;
import redress.profile.WatchRules;
import redress.time.WorkingCalendar;

/** A country small enough to see through. */
final class Country {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private Country() {}

    static Choices choices() {
        return new Choices(profile(), TODAY);
    }

    static Profile profile() {
        return new Profile(
                en("Redress"),
                en("Commission"),
                en("Country"),
                "demo",
                "<svg></svg>",
                new Profile.Colours("#000000", "#ffffff", "#000000", "#000000", "#000000", "#ffff00"),
                List.of(new Profile.Language("en", "English", false)),
                new Profile.Contact("123", List.of(en("1 Main Street"))),
                URI.create("https://weather.example/"),
                ZoneOffset.UTC,
                List.of(en("District")),
                List.of(new Institution("police", "police", en("Police"), true, null, null, null)),
                List.of(
                        new Place("N", null, 1, "North", null, null, null, null),
                        new Place("N1", "N", 2, "Northtown", null, null, null, null),
                        new Place("N1a", "N1", 3, "Northtown Market", null, null, null, null)),
                List.of(category("force", null), category("bribe", null), category("ended", LocalDate.of(2020, 1, 1))),
                List.of(),
                Map.of(),
                new WorkingCalendar(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of()),
                5,
                1000,
                new WatchRules(3, 180, 180, 366, 6));
    }

    private static Category category(String code, @org.jspecify.annotations.Nullable LocalDate end) {
        return new Category(code, "g", en("Group"), en(code), null, 3, false, "open", null, end);
    }

    private static Labels en(String text) {
        return new Labels(Map.of("en", text), "en");
    }
}
