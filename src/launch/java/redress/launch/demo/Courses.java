package redress.launch.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redress.profile.Profile;

/** Brings each complaint as far as its age lets expect: about 120 wait for triage, some of them too long. */
final class Courses {

    /** Tokens' subjects of the two investigators of the demo realm (config/keycloak). */
    static final String BEN = "00000000-0000-4000-8000-000000000002";

    static final String EMINA = "00000000-0000-4000-8000-000000000003";

    private static final Map<String, Integer> FINDINGS = Map.of(
            "SUSTAINED", 15,
            "NOT_SUSTAINED", 38,
            "UNFOUNDED", 13,
            "EXONERATED", 14,
            "COMPLAINANT_GONE", 13,
            "OTHER_CLOSURE", 7);
    private static final List<String> IMPOSED = List.of(
            "Written warning",
            "Written warning",
            "Reprimand",
            "Fine of ten days' pay",
            "Suspended for 14 days",
            "Reduced in rank",
            "Transferred",
            "Dismissed",
            "No action taken by the service");

    private final Profile profile;
    private final Dice dice;

    Courses(Country country) {
        this.profile = country.profile();
        this.dice = country.dice("courses");
    }

    Course of(Event event, boolean mustRefer) {
        LocalDate received = event.received();
        long age = ChronoUnit.DAYS.between(received, Country.TODAY);
        if (awaitsTriage(age)) {
            LocalDate due = profile.requireStep("screening").due(received, profile.calendar());
            return new Course(age < 5 || dice.chance(0.6) ? "RECEIVED" : "SCREENING", due, null, null, false);
        }
        if (mustRefer && dice.chance(0.6)) {
            return underWay("REFERRED", received, age < 200 || dice.chance(0.25));
        }
        return screened(event, age);
    }

    private Course screened(Event event, long age) {
        LocalDate received = event.received();
        double route = dice.share();
        if (route < 0.14) {
            LocalDate day = earlier(received.plusDays(dice.between(3, 15)));
            return new Course("REFUSED", null, day, null, false);
        }
        return route < 0.2 ? underWay("MEDIATION", received, age < 80) : investigated(event, age);
    }

    private Course underWay(String stage, LocalDate received, boolean still) {
        return still ? new Course(stage, null, null, null, false) : closed(received, 50, false);
    }

    private boolean awaitsTriage(long age) {
        return age <= 12 || age <= 60 && dice.chance(0.4) || age <= 220 && dice.chance(0.03);
    }

    private Course investigated(Event event, long age) {
        if (age > 130 + dice.between(0, 260)) {
            return closed(event.received(), 75, true);
        }
        LocalDate due = profile.requireStep("investigation")
                .due(event.received().plusDays(dice.between(5, 14)), profile.calendar());
        boolean closedDoors = UnitTree.ESCORT.equals(event.unit().name())
                || !profile.compartment(event.categories()).equals("open");
        String assignee = closedDoors || event.unit().institution().equals("army") ? EMINA : BEN;
        return new Course("INVESTIGATION", due, null, dice.chance(0.9) ? assignee : null, false);
    }

    private Course closed(LocalDate received, int least, boolean decided) {
        LocalDate day = earlier(received.plusDays(least + dice.waiting(70)));
        return new Course("CLOSED", null, day, null, decided);
    }

    private static LocalDate earlier(LocalDate day) {
        return day.isAfter(Country.TODAY) ? Country.TODAY : day;
    }

    @Nullable
    String finding(Course course, Subject subject) {
        if (!course.decided()) {
            return null;
        }
        if (subject.officer() == null && dice.chance(0.8)) {
            return "SUBJECT_NOT_IDENTIFIED";
        }
        List<String> words = FINDINGS.keySet().stream().sorted().toList();
        return dice.weighted(words, w -> FINDINGS.getOrDefault(w, 0));
    }

    @Nullable
    String imposed(@Nullable String finding) {
        return "SUSTAINED".equals(finding) && dice.chance(0.8) ? dice.pick(IMPOSED) : null;
    }
}
