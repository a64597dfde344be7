package redress.search;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import redress.access.Sight;
import redress.time.Span;

/** Sheets from a seed: two institutions with units in three levels, findings, several categories, some sealed. */
final class SheetExamples {

    static final String SEALED = "sealed-1";
    static final String ANNA = "anna";
    static final Sight OPEN_ONLY = new Sight("nobody", false, Set.of(Sight.OPEN), Set.of());
    static final Sight EVERYTHING = new Sight("somebody", false, Set.of(Sight.OPEN, SEALED), Set.of());

    private static final String[] WORDS = {
        "checkpoint",
        "money",
        "night",
        "patrol",
        "vehicle",
        "station",
        "beaten",
        "phone",
        "market",
        "bridge",
        "officer",
        "refused",
        "threatened",
        "family",
        "road",
        "curfew",
        "uniform",
        "radio",
        "tomorrow",
        "witness"
    };
    private static final String[] STAGES = {"RECEIVED", "SCREENING", "INVESTIGATION", "CLOSED"};
    private static final String[] FINDINGS = {"SUSTAINED", "NOT_SUSTAINED", "UNFOUNDED"};

    private static final String[] INJURIES = {"NONE", "INJURED", "DEATH"};

    private SheetExamples() {}

    /** The names behind the keys of these sheets. */
    static Gazetteer gazetteer() {
        Map<String, Gazetteer.Unit> units = new HashMap<>();
        Map<String, Gazetteer.Place> places = new HashMap<>();
        Map<String, Gazetteer.Category> categories = new HashMap<>();
        Map<String, String> commanders = new HashMap<>();
        for (String institution : List.of("police", "army")) {
            units.put(institution, new Gazetteer.Unit(institution, null, "The " + institution));
            for (int d = 0; d < 3; d++) {
                String division = institution + "/D" + d;
                units.put(division, new Gazetteer.Unit(division, institution, "Division " + d));
                for (int s = 0; s < 4; s++) {
                    String station = institution + "/S" + d + s;
                    units.put(station, new Gazetteer.Unit(station, division, "Station " + d + s));
                }
            }
        }
        for (int d = 0; d < 3; d++) {
            places.put("D" + d, new Gazetteer.Place("D" + d, null, "District " + d, null));
            for (int t = 0; t < 4; t++) {
                Gazetteer.Spot spot = new Gazetteer.Spot(8.4 + d / 10.0, -13.2 + t / 10.0);
                places.put("D" + d + "T" + t, new Gazetteer.Place("D" + d + "T" + t, "D" + d, "Town " + d + t, spot));
            }
        }
        for (int c = 0; c < 12; c++) {
            categories.put("C" + c, new Gazetteer.Category("G" + c / 4, "Category " + c));
        }
        for (int o = 9_000; o < 9_005; o++) {
            commanders.put(Integer.toString(o), "Kamara, F. (K-" + o + ")");
        }
        return new Gazetteer(Map.of(), units, categories, places, commanders);
    }

    /** A question as it comes in through the address. */
    static SearchQuery asked(String text, Map<String, List<String>> parameters) {
        return new Asking(gazetteer(), parameters).query(text, null, 20);
    }

    /** Up to three filters that some of the sheets pass. */
    static Map<String, List<String>> filters(List<ComplaintSheet> sheets, Random random) {
        Map<String, List<String>> filters = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Dimension dimension =
                    Dimension.all().get(random.nextInt(Dimension.all().size()));
            List<String> wanted = new ArrayList<>();
            for (int value = random.nextInt(2); value >= 0; value--) {
                ComplaintSheet sheet = sheets.get(random.nextInt(sheets.size()));
                sheet.values(dimension).stream().findFirst().ifPresent(wanted::add);
            }
            if (!wanted.isEmpty()) {
                filters.put(dimension.word(), wanted.stream().distinct().toList());
            }
        }
        return filters;
    }

    static Dimension dimension(Random random) {
        return Dimension.all().get(random.nextInt(Dimension.all().size()));
    }

    /** So many sheets, the same for the same seed; one in ten is sealed. */
    static List<ComplaintSheet> many(int count, long seed) {
        Random random = new Random(seed);
        List<ComplaintSheet> sheets = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            sheets.add(one(i, random));
        }
        return sheets;
    }

    static ComplaintSheet one(long id, Random random) {
        int year = 2020 + random.nextInt(6);
        long received = LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28))
                .atStartOfDay()
                .toEpochSecond(ZoneOffset.UTC);
        ComplaintSheet sheet = new ComplaintSheet(id, year + "-" + String.format("%06d", id), 1, received)
                .put(Dimension.YEAR, Integer.toString(year))
                .put(Dimension.STAGE, STAGES[random.nextInt(STAGES.length)])
                .put(Dimension.CHANNEL, random.nextBoolean() ? "WEB" : "PHONE")
                .put(Dimension.REGISTER, Dimension.OWN);
        sheet.seenBy(random.nextInt(10) == 0 ? SEALED : Sight.OPEN, random.nextInt(4) == 0 ? ANNA : null);
        whenAndWhere(sheet, year, random);
        sheet.put(
                Dimension.MONTH,
                LocalDate.ofEpochDay(received / 86_400).toString().substring(0, 7));
        for (int subject = random.nextInt(3); subject >= 0; subject--) {
            unit(sheet, random);
        }
        for (int allegation = random.nextInt(3); allegation >= 0; allegation--) {
            int category = random.nextInt(12);
            sheet.put(Dimension.CATEGORY, "C" + category).put(Dimension.GROUP, "G" + category / 4);
            sheet.put(Dimension.FINDING, random.nextBoolean() ? FINDINGS[random.nextInt(3)] : null);
        }
        sheet.say(TextField.NARRATIVE, text(random)).say(TextField.NOTES, random.nextInt(3) == 0 ? word(random) : null);
        return sheet;
    }

    /**
     * A sheet that says a word often among letters that nothing can shorten, so that it stands in plain files as it is.
     */
    static ComplaintSheet about(long id, String word) {
        Random random = new Random(id);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            text.append(word).append(' ');
            random.ints(60, 'a', 'z' + 1).forEach(letter -> text.append((char) letter));
            text.append(' ');
        }
        return new ComplaintSheet(id, "N-" + id, 1, id).say(TextField.NARRATIVE, text.toString());
    }

    /**
     * One in six has no day, one in 28 only a month; one in four no place; towns stand in the districts around
     * Freetown.
     */
    private static void whenAndWhere(ComplaintSheet sheet, int year, Random random) {
        if (random.nextInt(6) > 0) {
            LocalDate day = LocalDate.of(year - random.nextInt(2), 1 + random.nextInt(12), 1 + random.nextInt(28));
            // Of those that begin a month nobody knows the day.
            sheet.within(Span.of(day, day.getDayOfMonth() == 1 ? "MONTH" : "DAY"))
                    .put(Dimension.INCIDENT_YEAR, Integer.toString(day.getYear()))
                    .put(Dimension.INCIDENT_MONTH, day.toString().substring(0, 7))
                    .put(Dimension.WEEKDAY, Integer.toString(day.getDayOfWeek().getValue()));
        }
        sheet.put(Dimension.HOUR, random.nextBoolean() ? String.format("%02d", random.nextInt(24)) : null)
                .put(Dimension.INJURY, random.nextBoolean() ? INJURIES[random.nextInt(3)] : null)
                .put(Dimension.HARMED, random.nextBoolean() ? "SELF" : "FAMILY")
                .put(Dimension.COMMANDER, random.nextBoolean() ? Integer.toString(9_000 + random.nextInt(5)) : null);
        if (random.nextInt(4) > 0) {
            int district = random.nextInt(3);
            int town = random.nextInt(4);
            sheet.put(Dimension.PLACE, "D" + district)
                    .put(Dimension.PLACE, "D" + district + "T" + town)
                    .say(TextField.PLACES, "Town" + town)
                    .at(new Gazetteer.Spot(8.4 + district / 10.0, -13.2 + town / 10.0 + random.nextInt(100) / 1e4));
        }
    }

    static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int word = 5 + random.nextInt(40); word > 0; word--) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(12) == 0 ? ". " : " ");
        }
        return text.toString();
    }

    static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }

    private static void unit(ComplaintSheet sheet, Random random) {
        String institution = random.nextInt(4) == 0 ? "army" : "police";
        int division = random.nextInt(3);
        String station = institution + "/S" + division + random.nextInt(4);
        sheet.put(Dimension.INSTITUTION, institution)
                .put(Dimension.UNIT, institution)
                .put(Dimension.UNIT, institution + "/D" + division)
                .put(Dimension.UNIT, station)
                .of(station);
    }
}
