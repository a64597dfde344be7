package redress.launch.demo;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides what is kept with the complaints of the demo besides the complaints: which messages, notes, letters and
 * documents, with which of them. The words come from {@code config/demo/records.yaml}; the same seed gives the same.
 */
final class Papers {

    private static final int NOTES = 36;
    private static final int LETTERS = 30;
    private static final int MESSAGES = 16;
    private static final int DOCUMENTS = 27;
    private static final int DIGITS = 22;
    private static final List<String> OFFICE = List.of("ama", "senad");

    private final Wordbook words;
    private final Dice dice;
    private final List<Known> known;
    private final List<Paper> papers = new ArrayList<>();

    private Papers(Country country, List<Known> known) {
        this.words = country.words("records.yaml");
        this.dice = country.dice("records");
        this.known = known;
    }

    /**
     * A complaint of the demo that is being investigated and that the whole office may see.
     *
     * @param number its number
     * @param language its language
     * @param received when it came in
     */
    record Known(String number, String language, LocalDate received) {}

    /** Everything, in the order in which it is sent. */
    static List<Paper> of(Country country, List<Known> complaints) {
        Papers made = new Papers(
                country,
                complaints.stream().sorted(Comparator.comparing(Known::number)).toList());
        made.arrivals();
        made.plate();
        made.messages();
        for (int i = 0; i < NOTES; i++) {
            made.note(made.any("en"), made.words.texts("notes"));
        }
        for (int i = 0; i < LETTERS; i++) {
            made.letter(made.any("en"), made.dice.pick(made.words.rows("letters")));
        }
        for (int i = 0; i < DOCUMENTS; i++) {
            String language = i % 9 < 6 ? "en" : i % 9 == 6 ? "kri" : "bs";
            made.document(
                    made.any(language),
                    made.dice.pick(made.words.part("documents").rows(language)));
        }
        return made.papers;
    }

    private void arrivals() {
        Wordbook arrivals = words.part("arrivals");
        for (Object name : arrivals.entries().keySet()) {
            Wordbook arrival = arrivals.part(String.valueOf(name));
            String code = code();
            Map<String, String> head = Map.of(
                    "language", arrival.texts("language").getFirst(),
                    "day", arrival.texts("day").getFirst());
            papers.add(new Paper(
                    code,
                    Paper.COMPLAINANT,
                    Paper.Kind.ARRIVAL,
                    arrival.texts("narrative").getFirst(),
                    head));
            for (String said : arrival.texts("talk")) {
                String[] parts = said.split(": ", 2);
                papers.add(new Paper(code, parts[0], Paper.Kind.MESSAGE, parts[1], Map.of()));
            }
        }
    }

    /** A receipt code: 22 digits and two check digits (ISO 7064 MOD 97-10). */
    private String code() {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < DIGITS; i++) {
            digits.append(dice.between(0, 9));
        }
        BigInteger rest = new BigInteger(digits + "00").mod(BigInteger.valueOf(97));
        return digits + String.format(Locale.ROOT, "%02d", 98 - rest.intValue());
    }

    /** The plate that stands in records only, each time with another complaint. */
    private void plate() {
        Wordbook plate = words.part("plate");
        plate.texts("notes").forEach(note -> note(any("en"), List.of(note)));
        plate.rows("letters").forEach(letter -> letter(any("en"), letter));
        plate.rows("documents").forEach(document -> document(any("en"), document));
    }

    private void messages() {
        for (int i = 0; i < MESSAGES; i++) {
            String language = i % 4 < 2 ? "en" : i % 4 == 2 ? "kri" : "bs";
            Known complaint = any(language);
            papers.add(new Paper(
                    complaint.number(),
                    dice.pick(OFFICE),
                    Paper.Kind.MESSAGE,
                    filled(dice.pick(words.part("messages").texts(language)), complaint),
                    Map.of()));
        }
    }

    private void note(Known complaint, List<String> notes) {
        papers.add(new Paper(
                complaint.number(), dice.pick(OFFICE), Paper.Kind.NOTE, filled(dice.pick(notes), complaint), Map.of()));
    }

    private void letter(Known complaint, List<String> letter) {
        Map<String, String> head = new TreeMap<>();
        head.put("direction", letter.get(0));
        head.put("party", filled(letter.get(1), complaint));
        head.put("subject", letter.get(2));
        head.put("dated", day(complaint).toString());
        papers.add(new Paper(
                complaint.number(), dice.pick(OFFICE), Paper.Kind.LETTER, filled(letter.get(3), complaint), head));
    }

    private void document(Known complaint, List<String> document) {
        papers.add(new Paper(
                complaint.number(),
                dice.pick(OFFICE),
                Paper.Kind.valueOf(document.get(0).toUpperCase(Locale.ROOT)),
                filled(document.get(2), complaint),
                Map.of("name", document.get(1))));
    }

    private Known any(String language) {
        return dice.pick(known.stream()
                .filter(complaint -> complaint.language().equals(language))
                .toList());
    }

    private String filled(String text, Known complaint) {
        String named = text.contains("{name}") ? text.replace("{name}", dice.pick(words.texts("names"))) : text;
        return named.contains("{day}") ? named.replace("{day}", day(complaint).toString()) : named;
    }

    private LocalDate day(Known complaint) {
        return dice.day(complaint.received(), Country.TODAY);
    }
}
