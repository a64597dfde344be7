package redress.pattern;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small invented service: twenty districts, each with a station and a patrol, ten officers posted to each of them.
 */
final class Precinct {

    static final Window WINDOW = new Window(YearMonth.of(2024, 1), YearMonth.of(2025, 12));
    static final int DISTRICTS = 20;

    private final List<Accused> accused = new ArrayList<>();
    private final List<Alleged> alleged = new ArrayList<>();
    private final List<Posting> postings = new ArrayList<>();

    Precinct() {
        long officer = 1;
        for (int district = 0; district < DISTRICTS; district++) {
            for (String unit : List.of("police/S" + district, "police/P" + district)) {
                for (int i = 0; i < 10; i++) {
                    posted(officer++, unit, WINDOW.first(), WINDOW.last());
                }
            }
        }
    }

    /** The same with nobody in it yet. */
    static Precinct withoutPostings() {
        Precinct precinct = new Precinct();
        precinct.postings.clear();
        return precinct;
    }

    static Tree units() {
        List<Node> nodes = new ArrayList<>(List.of(new Node("police", null, "Police", "police")));
        for (int district = 0; district < DISTRICTS; district++) {
            String key = "police/D" + district;
            nodes.add(new Node(key, "police", "District " + district, "district"));
            nodes.add(new Node("police/S" + district, key, "Station " + district, "station"));
            nodes.add(new Node("police/P" + district, key, "Patrol " + district, "patrol"));
        }
        return new Tree(nodes);
    }

    Precinct posted(long officer, String unit, LocalDate from, LocalDate to) {
        postings.add(new Posting(officer, unit, from, to));
        return this;
    }

    /** A complaint against one member of a unit; officer 0 for somebody unknown. */
    Precinct complaint(long id, LocalDate day, String unit, long... officers) {
        return complaint(id, day, unit, unit, officers);
    }

    /** A complaint whose accused served elsewhere than where it happened. */
    Precinct complaint(long id, LocalDate day, @Nullable String unit, @Nullable String posting, long... officers) {
        Filed.Way way = new Filed.Way("WEB", "RECEIVED", "NONE", 2, day.plusDays(3), null);
        return complaint(new Filed(id, "n" + id, day, "DAY", 22, null, unit, way), posting, officers);
    }

    /** A complaint against nobody known of which the date is not sure. */
    Precinct complaint(long id, LocalDate day, String precision, String unit) {
        Filed.Way way = new Filed.Way("WEB", "RECEIVED", "NONE", 2, day.plusYears(1), null);
        return complaint(new Filed(id, "n" + id, day, precision, -1, null, unit, way), unit);
    }

    private Precinct complaint(Filed filed, @Nullable String posting, long... officers) {
        long id = filed.id();
        String unit = filed.unit();
        if (officers.length == 0) {
            accused.add(new Accused(filed, 0, 0, unit));
            alleged.add(new Alleged(id, 0, "force", null));
        }
        for (long officer : officers) {
            long subject = id * 100 + accused.size();
            accused.add(new Accused(filed, subject, officer, posting));
            alleged.add(new Alleged(id, subject, "force", "SUSTAINED"));
        }
        return this;
    }

    /** A complaint of these officers of a unit. */
    Precinct accused(Filed filed, String unit, long... officers) {
        for (long officer : officers) {
            accused.add(new Accused(filed, filed.id() * 100 + accused.size(), officer, unit));
        }
        return this;
    }

    /** So many complaints against a unit, evenly over the window. */
    Precinct many(long firstId, int many, String unit) {
        for (int i = 0; i < many; i++) {
            complaint(firstId + i, WINDOW.first().plusDays(i * 700L / many), unit);
        }
        return this;
    }

    Facts facts() {
        return new Facts(WINDOW, units(), accused, alleged, postings);
    }

    Scoped unit(String key) {
        Facts facts = facts();
        return new Scoped(facts, Groups.ofUnit(facts.units().find(key).orElseThrow(), facts));
    }
}
