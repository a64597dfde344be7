package redress.launch.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import redress.profile.Place;
import redress.profile.Profile;

/** Writes each event down as the office holds it: complaint, allegations, people. */
final class Cases {

    private static final Map<String, Integer> CHANNELS =
            new TreeMap<>(Map.of("WEB", 46, "PHONE", 16, "IN_PERSON", 14, "LETTER", 13, "PARTNER", 7, "API", 4));

    final Sheet complaints = new Sheet(
            "complaints.csv",
            "number,received_on,channel,language,stage,severity,must_refer,compartment,due_on,closed_on,assignee,"
                    + "institution,unit,incident_on,date_precision,hour,place_code,place_words,latitude,longitude,"
                    + "harmed,injury,evidence_words,witness_words,elsewhere_words,wanted_words,publish_consent,"
                    + "narrative");
    final Sheet allegations = new Sheet(
            "allegations.csv",
            "key,complaint,category,subject,officer,institution,unit,told_unit,named_as,badge_as,described_as,finding,"
                    + "imposed_local");
    final Sheet persons = new Sheet("persons.csv", "key,complaint,part,anonymous,sex,birth_year,injured");

    /** The truth about the planted patterns; for tests, not for the importer. */
    final Sheet planted = new Sheet("planted.csv", "number,pattern,unit,day,hour");

    private final Profile profile;
    private final Narrator narrator;
    private final Subjects subjects;
    private final Courses courses;
    private final Dice dice;
    private final Wordbook answers;
    private final Wordbook words;
    private final Map<Integer, Integer> serials = new TreeMap<>();

    Cases(Country country, Service service, Names names) {
        this.profile = country.profile();
        this.narrator = new Narrator(country);
        this.subjects = new Subjects(country, service, names);
        this.courses = new Courses(country);
        this.dice = country.dice("cases");
        this.words = country.words("words.yaml").part("en");
        this.answers = country.words("words.yaml").part("answers");
    }

    /** One complaint on its way into the sheets. */
    private record Filed(
            String number,
            Event event,
            Story story,
            String injury,
            Course course,
            @Nullable String toldUnit) {}

    void write(Event event) {
        int year = event.received().getYear();
        String number = "%d-%06d".formatted(year, serials.merge(year, 1, Integer::sum));
        List<Subject> accused = subjects.of(event);
        Optional<String> called = accused.stream()
                .map(Subject::namedAs)
                .filter(n -> n != null && dice.chance(0.7))
                .map(String::valueOf)
                .findFirst();
        String injury = injury(event);
        Course course = courses.of(event, profile.mustRefer(event.categories(), injury));
        Filed filed = new Filed(number, event, narrator.tell(event, called), injury, course, toldUnit(event));
        complaint(filed);
        allegations(filed, accused);
        people(number, filed.story(), injury);
        if (event.pattern() != Event.Pattern.NONE) {
            planted.row(number, event.pattern(), event.unit().code(), event.day(), event.hour());
        }
    }

    private String injury(Event event) {
        if (event.main().startsWith("death")) {
            return "DEATH";
        }
        boolean hurt = event.categories().stream().anyMatch(c -> c.equals("assault_injury") || c.equals("torture"));
        if (hurt || event.categories().contains("assault") && dice.chance(0.2)) {
            return "INJURED";
        }
        return dice.chance(0.75) ? "NONE" : "UNKNOWN";
    }

    private void complaint(Filed filed) {
        Event event = filed.event();
        Story story = filed.story();
        Course course = filed.course();
        String precision = precision(event);
        Optional<double[]> point = point(event);
        complaints.row(
                filed.number(),
                event.received(),
                dice.weighted(List.copyOf(CHANNELS.keySet()), c -> CHANNELS.getOrDefault(c, 0)),
                story.language(),
                course.stage(),
                profile.severity(event.categories(), filed.injury()),
                profile.mustRefer(event.categories(), filed.injury()),
                compartment(event),
                course.due(),
                course.closed(),
                course.assignee(),
                event.unit().institution(),
                filed.toldUnit(),
                event.day(),
                precision,
                precision.equals("DAY") ? event.hour() : null,
                event.unit().place(),
                event.pattern() == Event.Pattern.BRIDGE ? "iron bridge" : dice.pick(words.texts("landmark")),
                point.map(p -> degrees(p[0])).orElse(null),
                point.map(p -> degrees(p[1])).orElse(null),
                story.harmed(),
                filed.injury(),
                answer("evidence", story),
                answer("witness", story),
                answer("elsewhere", story),
                answer("wanted", story),
                dice.chance(0.3),
                story.narrative());
    }

    private String precision(Event event) {
        boolean vague = event.pattern() == Event.Pattern.NONE && dice.chance(0.12);
        if (!vague) {
            return "DAY";
        }
        return dice.chance(0.6) ? "ABOUT" : "MONTH";
    }

    /** Most people can say which unit it was; of the planted patterns two in three. */
    private @Nullable String toldUnit(Event event) {
        double share = event.pattern() == Event.Pattern.NONE ? 0.85 : 0.68;
        return dice.chance(share) ? event.unit().code() : null;
    }

    private String compartment(Event event) {
        return UnitTree.ESCORT.equals(event.unit().name()) ? "sealed" : profile.compartment(event.categories());
    }

    private @Nullable String answer(String question, Story story) {
        return story.language().equals("en") && dice.chance(0.3) ? dice.pick(answers.texts(question)) : null;
    }

    /** A point near the place for two in five; the bridge is one and the same. */
    private Optional<double[]> point(Event event) {
        Place place = profile.findPlace(event.unit().place()).orElseThrow();
        boolean bridge = event.pattern() == Event.Pattern.BRIDGE;
        Double latitude = place.latitude();
        Double longitude = place.longitude();
        if (latitude == null || longitude == null || !dice.chance(bridge ? 0.8 : 0.4)) {
            return Optional.empty();
        }
        double spread = bridge ? 0.002 : 0.05;
        double off = bridge ? 0.03 : 0;
        return Optional.of(new double[] {
            latitude + off + (dice.share() - 0.5) * spread, longitude + off + (dice.share() - 0.5) * spread
        });
    }

    private static String degrees(double degrees) {
        return String.format(Locale.ROOT, "%.5f", degrees);
    }

    private void allegations(Filed filed, List<Subject> accused) {
        List<Subject> all = accused.isEmpty() ? List.of(new Subject("", null, null, null, null)) : accused;
        int serial = 0;
        for (String category : filed.event().categories()) {
            for (Subject subject : all) {
                // Everybody is accused of the main thing, the first also of the rest.
                if (category.equals(filed.event().main()) || subject == all.getFirst()) {
                    serial++;
                    allegation(filed, filed.number() + "-" + serial, category, subject);
                }
            }
        }
    }

    private void allegation(Filed filed, String key, String category, Subject subject) {
        String finding = courses.finding(filed.course(), subject);
        Officer officer = subject.officer();
        allegations.row(
                key,
                filed.number(),
                category,
                subject.key(),
                officer == null ? null : officer.key(),
                filed.event().unit().institution(),
                filed.event().unit().code(),
                filed.toldUnit(),
                subject.namedAs(),
                subject.badgeAs(),
                subject.describedAs(),
                finding,
                courses.imposed(finding));
    }

    private void people(String number, Story story, String injury) {
        boolean anonymous = dice.chance(0.35);
        if (story.harmed().equals("SELF")) {
            Integer born = born(0.7);
            persons.row(number + "-C", number, "COMPLAINANT", anonymous, story.sex(), born, injury);
            persons.row(number + "-V1", number, "VICTIM", anonymous, story.sex(), born, injury);
        } else {
            persons.row(number + "-C", number, "COMPLAINANT", anonymous, sex(), born(0.7), "NONE");
            persons.row(number + "-V1", number, "VICTIM", anonymous, story.sex(), born(0.6), injury);
        }
        if (dice.chance(0.09)) {
            persons.row(number + "-V2", number, "VICTIM", true, sex(), null, "UNKNOWN");
        }
    }

    private String sex() {
        return dice.chance(0.4) ? "FEMALE" : "MALE";
    }

    private @Nullable Integer born(double known) {
        return dice.chance(known) ? Country.TODAY.getYear() - dice.between(17, 74) : null;
    }
}
