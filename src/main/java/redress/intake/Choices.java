package redress.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import redress.profile.Category;
import redress.profile.Institution;
import redress.profile.Labels;
import redress.profile.Place;
import redress.profile.Profile;
import redress.web.View;

/**
 * The answers from which people choose: some are the same everywhere, others (services, areas, kinds of misconduct) are
 * the country's. Only what is offered on the day is taken.
 */
final class Choices {

    static final String UNKNOWN = "UNKNOWN";
    static final String NO_CONTACT = "NO";

    /** How deep the list of areas goes; towns and villages are told in words. */
    private static final int AREA_LEVELS = 2;

    private final Profile profile;
    private final LocalDate today;

    Choices(Profile profile, LocalDate today) {
        this.profile = profile;
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    /**
     * The codes that may be sent as an answer, in the order in which they are offered; empty for a question in words.
     */
    List<String> codes(Question question) {
        return switch (question) {
            case KINDS -> profile.categories(today).stream().map(Category::code).toList();
            case AREA -> areas().stream().map(Place::code).toList();
            case SERVICE -> services();
            case WHEN -> List.of("EXACT", "ABOUT", UNKNOWN);
            case HARMED -> List.of("SELF", "FAMILY", "KNOWN", "STRANGER");
            case INJURY -> List.of("NONE", "INJURED", "DEATH", UNKNOWN);
            case CONTACT -> List.of(NO_CONTACT, "PHONE", "SMS", "EMAIL", "PERSON");
            case PUBLISH -> List.of("YES", "NO");
            default -> List.of();
        };
    }

    /** A code as people read it. */
    String label(Question question, String code, View v) {
        String language = v.language().tag();
        return switch (question) {
            case KINDS ->
                profile.findCategory(code)
                        .map(Category::label)
                        .map(l -> l.in(language))
                        .orElse(code);
            case AREA -> profile.findPlace(code).map(Choices::indented).orElse(code);
            case SERVICE ->
                profile.findInstitution(code)
                        .map(Institution::name)
                        .map((Labels name) -> name.in(language))
                        .orElseGet(() -> v.t("intake.service.UNKNOWN"));
            default -> v.t("intake." + question.field() + "." + code);
        };
    }

    private List<String> services() {
        List<String> codes = new ArrayList<>(profile.institutions().stream()
                .filter(institution -> institution.validOn(today))
                .map(Institution::code)
                .toList());
        codes.add(UNKNOWN);
        return codes;
    }

    private List<Place> areas() {
        return profile.places().stream()
                .filter(place -> place.level() <= AREA_LEVELS && place.validOn(today))
                .toList();
    }

    private static String indented(Place place) {
        return place.level() == 1 ? place.name() : "– " + place.name();
    }
}
