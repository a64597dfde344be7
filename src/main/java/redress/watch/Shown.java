package redress.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import redress.access.Sight;

/**
 * To whom a firing {@code f} of a watch {@code w} for a complaint {@code c} is shown: who may see the complaint and, of
 * a rule, everything that was counted. All or nothing: a part of it, or the number alone, would say how much there is
 * that somebody may not see. Where it was not kept what was counted, only the owner is asked.
 *
 * @param condition without a leading AND
 * @param values the values of its question marks
 */
record Shown(String condition, List<Object> values) {

    private static final String KEPT = "EXISTS (SELECT 1 FROM watch_counted k WHERE k.firing_id = f.id)";

    static Shown to(Sight sight) {
        Sight.Sql met = sight.sql("c");
        Sight.Sql counted = sight.sql("d");
        List<Object> values = new ArrayList<>(met.parameters());
        values.addAll(counted.parameters());
        values.add(sight.actorId());
        // "Not true" and not "not": where nobody is assigned the answer of the database is neither.
        return new Shown(
                met.text() + " AND NOT EXISTS (SELECT 1 FROM watch_counted k"
                        + " LEFT JOIN complaint d ON d.id = k.complaint_id WHERE k.firing_id = f.id AND "
                        + counted.text() + " IS NOT TRUE) AND (f.counted IS NULL OR w.owner = ? OR " + KEPT + ")",
                values);
    }

    /**
     * To whom reads the firings of one owner's watches: what is the reader's own, or may be seen by both. Who reads
     * over an owner's shoulder sees no more than the owner would.
     *
     * @param owners what an owner may see now, by the owner's id
     */
    static Shown of(String owner, Sight reader, Function<String, Sight> owners) {
        Shown theirs = to(reader);
        List<Object> values = new ArrayList<>(List.of(owner));
        values.addAll(theirs.values());
        String condition = "w.owner = ? AND " + theirs.condition();
        if (owner.equals(reader.actorId())) {
            return new Shown(condition, values);
        }
        Shown own = to(owners.apply(owner));
        values.addAll(own.values());
        return new Shown(condition + " AND " + own.condition(), values);
    }
}
