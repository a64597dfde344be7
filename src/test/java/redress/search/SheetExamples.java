package redress.search;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import redress.access.Sight;

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

    private SheetExamples() {}

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
        for (int subject = random.nextInt(3); subject >= 0; subject--) {
            unit(sheet, random);
        }
        for (int allegation = random.nextInt(3); allegation >= 0; allegation--) {
            int category = random.nextInt(12);
            sheet.put(Dimension.CATEGORY, "C" + category).put(Dimension.GROUP, "G" + category / 4);
            sheet.put(Dimension.FINDING, random.nextBoolean() ? FINDINGS[random.nextInt(3)] : null);
        }
        sheet.say(TextField.NARRATIVE, text(random));
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
