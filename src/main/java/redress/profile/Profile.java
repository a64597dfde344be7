package redress.profile;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;
import redress.time.WorkingCalendar;

/**
 * Everything that a country may want otherwise. Read once at start from one folder; what is here has been checked:
 * every label is in every language, every code that is named exists, every colour can be read.
 *
 * @param name the portal's name
 * @param commission the body that runs it
 * @param country the country
 * @param status {@code demo}, {@code draft} (not checked by the body it is for) or {@code checked}
 * @param mark inline SVG below 1 kB
 * @param colours the colours of the pages
 * @param languages those offered; the first is the base language
 * @param contact how to reach the commission without this portal
 * @param quickExit where the quick exit goes
 * @param zone the zone in which days begin
 * @param levels what the levels of places are called, widest first
 * @param institutions the forces, ours and others
 * @param places areas and towns, parents before children
 * @param categories kinds of misconduct
 * @param referralRules what must be sent on
 * @param clock the deadlines by code
 * @param calendar the days on which the commission works
 * @param threshold from how many complaints on a public figure is shown
 * @param populationFloor the smallest population of an area that is published
 * @param watches what watches hold to
 */
public record Profile(
        Labels name,
        Labels commission,
        Labels country,
        String status,
        String mark,
        Colours colours,
        List<Language> languages,
        Contact contact,
        URI quickExit,
        ZoneId zone,
        List<Labels> levels,
        List<Institution> institutions,
        List<Place> places,
        List<Category> categories,
        List<ReferralRule> referralRules,
        Map<String, ClockStep> clock,
        WorkingCalendar calendar,
        int threshold,
        int populationFloor,
        WatchRules watches) {

    /**
     * A language of the pages.
     *
     * @param tag BCP 47, with the script where a language has two
     * @param name its own name for itself
     * @param rightToLeft whether it is written from right to left
     */
    public record Language(String tag, String name, boolean rightToLeft) {}

    /**
     * Six colours as {@code #rrggbb}.
     *
     * @param ink text
     * @param paper what text stands on
     * @param primary headers and buttons, with white upon it, and links on paper
     * @param accent only on ink or primary, never as text on paper
     * @param danger errors
     * @param focus behind what has the focus, with ink upon it
     */
    public record Colours(String ink, String paper, String primary, String accent, String danger, String focus) {

        /** The contrast of two colours by WCAG 2.2: 1 to 21. */
        public static double contrast(String one, String other) {
            return Contrast.between(one, other);
        }
    }

    /**
     * How to reach the commission without this portal.
     *
     * @param phone as people dial it
     * @param offices postal addresses, one line each
     */
    public record Contact(String phone, List<Labels> offices) {}

    /** Copies the lists. */
    public Profile {
        languages = List.copyOf(languages);
        levels = List.copyOf(levels);
        institutions = List.copyOf(institutions);
        places = List.copyOf(places);
        categories = List.copyOf(categories);
        referralRules = List.copyOf(referralRules);
        clock = Map.copyOf(clock);
    }

    /** Reads and checks a profile's folder; throws with one sentence that names file and line where it is broken. */
    public static Profile read(Path folder) {
        return new ProfileFolder(folder).read();
    }

    /** The language in which the database keeps labels. */
    public Language baseLanguage() {
        return languages.getFirst();
    }

    /** The institution with that code. */
    public Optional<Institution> findInstitution(String code) {
        return first(institutions, institution -> institution.code().equals(code));
    }

    /** The category with that code. */
    public Optional<Category> findCategory(String code) {
        return first(categories, category -> category.code().equals(code));
    }

    /** The place with that code. */
    public Optional<Place> findPlace(String code) {
        return first(places, place -> place.code().equals(code));
    }

    /** The categories offered on that day. */
    public List<Category> categories(LocalDate day) {
        return categories.stream().filter(c -> c.validOn(day)).toList();
    }

    /** The places of one level, in the order of the list. */
    public List<Place> places(int level) {
        return places.stream().filter(p -> p.level() == level).toList();
    }

    /** The places right below an area. */
    public List<Place> placesIn(String parent) {
        return places.stream().filter(p -> parent.equals(p.parent())).toList();
    }

    /** The deadline with that code; throws not-found where the profile has none. */
    public ClockStep requireStep(String code) {
        ClockStep step = clock.get(code);
        if (step == null) {
            throw Problem.notFound();
        }
        return step;
    }

    /** The rules that bear on a complaint of these categories and this injury. */
    public List<ReferralRule> referrals(Collection<String> alleged, @Nullable String injury) {
        return referralRules.stream().filter(r -> r.applies(alleged, injury)).toList();
    }

    /** Whether a complaint of these categories and this injury must be sent on. */
    public boolean mustRefer(Collection<String> alleged, @Nullable String injury) {
        return first(referralRules, rule -> rule.applies(alleged, injury)).isPresent()
                || first(categories, category -> category.mustRefer() && alleged.contains(category.code()))
                        .isPresent();
    }

    /** How grave a complaint of these categories and this injury is: 1 to 5, the gravest allegation counts. */
    public int severity(Collection<String> alleged, @Nullable String injury) {
        int severity = 1;
        for (ReferralRule rule : referralRules) {
            if (rule.severity() > severity && rule.applies(alleged, injury)) {
                severity = rule.severity();
            }
        }
        for (Category category : categories) {
            if (category.severity() > severity && alleged.contains(category.code())) {
                severity = category.severity();
            }
        }
        return severity;
    }

    /** The compartment a complaint of these categories belongs to: the first that is not open, else {@code open}. */
    public String compartment(Collection<String> alleged) {
        return first(
                        categories,
                        category -> !category.compartment().equals("open") && alleged.contains(category.code()))
                .map(Category::compartment)
                .orElse("open");
    }

    /** Much is asked for every complaint that comes, so without the streams that read better. */
    private static <T> Optional<T> first(List<T> list, Predicate<T> wanted) {
        for (T one : list) {
            if (wanted.test(one)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
