package redress.search;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import redress.access.Sight;
import redress.likeness.Signature;
import redress.planted.PlantedCorpus;
import redress.planted.PlantedDocument;

/**
 * The planted corpus as sheets: the same complaints for us and for every yardstick. Nothing is sealed, so that a
 * yardstick without any notion of rights finds the same.
 */
final class BenchCorpus {

    static final long SEED = 42;

    /** The six dimensions that are counted: from six values to some thousands, one with several values a complaint. */
    static final List<Dimension> COUNTED = List.of(
            Dimension.UNIT, Dimension.CATEGORY, Dimension.STAGE, Dimension.YEAR, Dimension.PLACE, Dimension.HOUR);

    private static final String[] STAGES = {"RECEIVED", "SCREENING", "INVESTIGATION", "REFERRED", "MEDIATION", "CLOSED"
    };
    private static final String[] FINDINGS = {"SUSTAINED", "NOT_SUSTAINED", "UNFOUNDED", "EXONERATED"};
    private static final String[] CHANNELS = {"WEB", "PHONE", "LETTER", "OFFICE"};

    private BenchCorpus() {}

    /** All sheets in their order, each made when it is asked for. */
    static Stream<ComplaintSheet> sheets(int docs) {
        return PlantedCorpus.of(docs, SEED).documents().map(BenchCorpus::sheet);
    }

    static ComplaintSheet sheet(PlantedDocument document) {
        long id = document.number() + 1L;
        int year = document.date().getYear();
        long received = document.date().plusDays(3).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        String[] levels = document.unit().split("/");
        String month = document.date().toString().substring(0, 7);
        ComplaintSheet sheet = new ComplaintSheet(id, year + "-" + id, 1, received)
                .seenBy(Sight.OPEN, null)
                .toldIn("en")
                .of(document.unit())
                .on(document.date())
                .at(new Gazetteer.Spot(document.latitude(), document.longitude()))
                .put(Dimension.UNIT, levels[0])
                .put(Dimension.UNIT, levels[0] + "/" + levels[1])
                .put(Dimension.UNIT, document.unit())
                .put(Dimension.CATEGORY, document.category())
                .put(Dimension.STAGE, of(STAGES, id))
                .put(Dimension.YEAR, Integer.toString(year))
                .put(Dimension.INCIDENT_YEAR, Integer.toString(year))
                .put(Dimension.MONTH, month)
                .put(Dimension.INCIDENT_MONTH, month)
                .put(Dimension.PLACE, document.place())
                .put(
                        Dimension.WEEKDAY,
                        Integer.toString(document.date().getDayOfWeek().getValue()))
                .put(Dimension.HOUR, "%02d".formatted(document.hour()))
                .put(Dimension.FINDING, of(FINDINGS, id / 7))
                .put(Dimension.CHANNEL, of(CHANNELS, id / 3))
                .put(Dimension.INSTITUTION, "police")
                .put(Dimension.REGISTER, Dimension.OWN)
                .say(TextField.NARRATIVE, document.narrative())
                .signed(Signature.toStore(document.narrative()))
                .say(TextField.LABELS, document.category() + " " + document.place());
        document.names().forEach(name -> sheet.say(TextField.NAMES, name));
        document.description().forEach(trait -> sheet.say(TextField.WORDS, trait));
        return sheet;
    }

    private static String of(String[] values, long number) {
        return values[(int) ((number * 2_654_435_761L >>> 16) % values.length)];
    }
}
