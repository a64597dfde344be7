package redress.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which complaints an actor may see, and which kinds of records on them the actor may read: those of the actor's
 * compartments, of these only the assigned ones for somebody who is an investigator and nothing more, and never one
 * from which the actor is recused. Everything that shows, counts, lists or finds complaints asks this object, so that a
 * queue, a search, a figure, a JSON answer and a page never disagree.
 *
 * <p>Queries put {@link #jpql} or {@link #sql} into their WHERE clause. A Lucene filter says the same in three steps:
 * MUST one of {@link #compartments} in the field of the compartment; if {@link #assignedOnly}, MUST {@link #actorId} in
 * the field of the assignee; MUST_NOT any of {@link #recused} in the field of the id. No compartments: match nothing.
 * What comes out of an index that lags is asked again with {@link #maySee} against the row.
 *
 * @param actorId the actor's id, as a complaint's assignee holds it
 * @param assignedOnly whether only complaints assigned to the actor are seen
 * @param compartments the compartments of which the actor is a member; empty sees nothing at all
 * @param recused ids of complaints that the actor must not see
 * @param reads the kinds of records that the actor may read on the complaints that are seen
 */
public record Sight(
        String actorId, boolean assignedOnly, Set<String> compartments, Set<Long> recused, Set<RecordKind> reads) {

    /** The compartment of every complaint that nobody sealed off. */
    public static final String OPEN = "open";

    /**
     * A condition for one query.
     *
     * @param text JPQL with named parameters, without a leading AND, in brackets
     * @param parameters name to value; every name begins with {@code sight}
     */
    public record Jpql(String text, Map<String, Object> parameters) {}

    /**
     * A condition for one query.
     *
     * @param text SQL with question marks, without a leading AND, in brackets
     * @param parameters the values in the order of the question marks: strings and longs
     */
    public record Sql(String text, List<Object> parameters) {}

    /** Keeps its own copies. */
    public Sight {
        compartments = Set.copyOf(compartments);
        recused = Set.copyOf(recused);
        reads = Set.copyOf(reads);
    }

    /** The sight of somebody who reads the complaints and none of the records kept with them. */
    public Sight(String actorId, boolean assignedOnly, Set<String> compartments, Set<Long> recused) {
        this(actorId, assignedOnly, compartments, recused, Set.of());
    }

    /** The sight of somebody who sees no complaint. */
    public static Sight nothing(String actorId) {
        return new Sight(actorId, true, Set.of(), Set.of());
    }

    /** Whether no complaint at all can be seen: a caller may skip its query. */
    public boolean seesNothing() {
        return compartments.isEmpty();
    }

    /** Whether records of this kind may be read on the complaints that may be seen. */
    public boolean mayRead(RecordKind kind) {
        return !seesNothing() && reads.contains(kind);
    }

    /** Whether the complaint with this id, in this compartment, assigned to this actor or nobody, may be seen. */
    public boolean maySee(long complaintId, String compartment, @Nullable String assignee) {
        return compartments.contains(compartment)
                && (!assignedOnly || actorId.equals(assignee))
                && !recused.contains(complaintId);
    }

    /**
     * The same rule for a JPQL query over an entity with the attributes {@code id}, {@code compartment} and
     * {@code assignee}; {@code alias} is the entity's name in the query.
     */
    public Jpql jpql(String alias) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (seesNothing()) {
            return new Jpql("(1 = 0)", parameters);
        }
        StringBuilder text = new StringBuilder("(").append(alias).append(".compartment IN :sightCompartments");
        parameters.put("sightCompartments", new ArrayList<>(new TreeSet<>(compartments)));
        if (assignedOnly) {
            text.append(" AND ").append(alias).append(".assignee = :sightActor");
            parameters.put("sightActor", actorId);
        }
        if (!recused.isEmpty()) {
            text.append(" AND ").append(alias).append(".id NOT IN :sightRecused");
            parameters.put("sightRecused", new ArrayList<>(new TreeSet<>(recused)));
        }
        return new Jpql(text.append(')').toString(), parameters);
    }

    /** The same rule for a native query over the table {@code complaint}; {@code alias} is its name in the query. */
    public Sql sql(String alias) {
        List<Object> parameters = new ArrayList<>();
        if (seesNothing()) {
            return new Sql("(1 = 0)", parameters);
        }
        StringBuilder text = new StringBuilder("(").append(alias).append(".compartment IN (");
        text.append(marks(compartments.size())).append(')');
        parameters.addAll(new TreeSet<>(compartments));
        if (assignedOnly) {
            text.append(" AND ").append(alias).append(".assignee = ?");
            parameters.add(actorId);
        }
        if (!recused.isEmpty()) {
            text.append(" AND ").append(alias).append(".id NOT IN (");
            text.append(marks(recused.size())).append(')');
            parameters.addAll(new TreeSet<>(recused));
        }
        return new Sql(text.append(')').toString(), parameters);
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
