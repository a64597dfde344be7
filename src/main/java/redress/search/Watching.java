package redress.search;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import redress.problem.Problem;
import redress.wiring.Part;

/**
 * Watches along the steps and rows that feed the index, but from a position of the caller's: an index that is built
 * anew takes every complaint at once, and no watch may fire for that.
 */
@Part
class Watching implements WatchPort {

    private static final System.Logger LOG = System.getLogger(Watching.class.getName());

    private final Source source;
    private final Supplier<Gazetteer> gazetteer;
    private final UnaryOperator<SearchQuery> widening;
    private final Function<SavedSearch, String> telling;
    private final Lookout lookout = new Lookout(new Words());
    private final Set<Long> unreadable = ConcurrentHashMap.newKeySet();

    /** In which compartments the complaints lie against which a search could not be run, by the id of the search. */
    private final Map<Long, Set<String>> failing = new ConcurrentHashMap<>();

    @Inject
    Watching(ComplaintRows rows, Names names, Spellings spellings, Matching matching) {
        this(rows.source(), names::gazetteer, spellings::widened, matching::told);
    }

    /**
     * Watches with what a search does to a question before it is asked, the other spellings of its names, and with what
     * says a search in words.
     */
    Watching(
            Source source,
            Supplier<Gazetteer> gazetteer,
            UnaryOperator<SearchQuery> widening,
            Function<SavedSearch, String> telling) {
        this.source = source;
        this.gazetteer = gazetteer;
        this.widening = widening;
        this.telling = telling;
    }

    @Override
    public SavedSearch saved(Map<String, List<String>> parameters) {
        SearchQuery query = query(parameters);
        if (query.in().contains(TextField.NOTE) || asksNotes(query.read().clause())) {
            throw refused("watched");
        }
        if (!lookout.takes(widening.apply(query))) {
            throw refused("unwatchable");
        }
        return SavedSearch.of(query);
    }

    private static Problem refused(String why) {
        return Problem.invalid(List.of(new Problem.FieldError("q", "search.refused." + why)));
    }

    /** Whether some condition is on internal notes, into which a watch does not look: see {@link Lookout}. */
    private static boolean asksNotes(Clause clause) {
        return switch (clause) {
            case Clause.All all -> all.parts().stream().anyMatch(Watching::asksNotes);
            case Clause.Either either -> either.parts().stream().anyMatch(Watching::asksNotes);
            case Clause.Not not -> asksNotes(not.part());
            case Clause.Word word -> word.in() == TextField.NOTE;
            case Clause.Phrase phrase -> phrase.in() == TextField.NOTE;
            case Clause.Beginning beginning -> beginning.in() == TextField.NOTE;
            case Clause.Inexact inexact -> inexact.in() == TextField.NOTE;
            case Clause.Shape shape -> shape.in() == TextField.NOTE;
            default -> false;
        };
    }

    private SearchQuery query(Map<String, List<String>> parameters) {
        List<String> text = parameters.getOrDefault("q", List.of());
        return new Asking(gazetteer.get(), parameters)
                .query(text.isEmpty() ? null : text.getFirst(), null, SearchQuery.USUAL);
    }

    @Override
    public synchronized void hold(Collection<Long> ids, Function<Set<Long>, Map<Long, SavedSearch>> missing) {
        Set<Long> gone = new HashSet<>(lookout.held());
        gone.removeAll(ids);
        Set<Long> fresh = new HashSet<>(ids);
        fresh.removeAll(lookout.held());
        fresh.removeAll(unreadable);
        try {
            if (!gone.isEmpty()) {
                lookout.drop(gone);
                failing.keySet().removeAll(gone);
            }
            if (!fresh.isEmpty()) {
                Map<Long, SearchQuery> searches = new LinkedHashMap<>();
                missing.apply(fresh).forEach((id, saved) -> read(id, saved, searches));
                lookout.add(searches).forEach(this::silent);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A search that cannot be read any more, as a place in it is gone, must not silence the others. */
    private void read(long id, SavedSearch saved, Map<Long, SearchQuery> searches) {
        read(saved).ifPresentOrElse(search -> searches.put(id, search), () -> silent(id));
    }

    private Optional<SearchQuery> read(SavedSearch saved) {
        return read(() -> widening.apply(query(saved.parameters())));
    }

    @Override
    public Optional<String> told(SavedSearch search) {
        return read(() -> telling.apply(search));
    }

    private static <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            return Optional.empty();
        }
    }

    @Override
    public void ran(long id, Changed complaint) {
        boolean failed = complaint.failed().contains(id);
        failing.compute(id, (key, known) -> {
            Set<String> compartments = new HashSet<>(known == null ? Set.of() : known);
            if (failed) {
                compartments.add(complaint.compartment());
            } else {
                compartments.remove(complaint.compartment());
            }
            return compartments.isEmpty() ? null : compartments;
        });
    }

    @Override
    public Optional<Silence> silence(long id, SavedSearch search, Set<String> compartments) {
        if (failing.getOrDefault(id, Set.of()).stream().anyMatch(compartments::contains)) {
            return Optional.of(Silence.FAILING);
        }
        boolean heard = lookout.holds(id)
                || !unreadable.contains(id)
                        && read(search).filter(lookout::takes).isPresent();
        return heard ? Optional.empty() : Optional.of(Silence.UNREADABLE);
    }

    private void silent(long id) {
        unreadable.add(id);
        LOG.log(
                System.Logger.Level.WARNING,
                "The search of watch {0} cannot be read any more, or asks for too much.",
                Long.toString(id));
    }

    @Override
    public synchronized Happened after(long position) {
        List<Source.Step> steps = upToBatch(source.after().apply(position, Feed.BATCH));
        if (steps.isEmpty()) {
            return new Happened(position, false, List.of());
        }
        Map<Long, List<Long>> acts = new LinkedHashMap<>();
        for (Source.Step step : steps) {
            step.complaint().ifPresent(id -> add(acts, id, step));
            step.batch().ifPresent(batch -> ofBatch(batch).forEach(id -> add(acts, id, step)));
        }
        long reached = steps.getLast().position();
        return new Happened(reached, reached < end(), changed(acts));
    }

    private static void add(Map<Long, List<Long>> acts, long id, Source.Step step) {
        acts.computeIfAbsent(id, fresh -> new ArrayList<>(1)).add(step.position());
    }

    /** An import batch ends a round, so that what is in memory stays small. */
    private static List<Source.Step> upToBatch(List<Source.Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).batch().isPresent()) {
                return steps.subList(0, i + 1);
            }
        }
        return steps;
    }

    private List<Long> ofBatch(long batch) {
        List<Long> all = new ArrayList<>();
        List<Long> ids = source.batchIds().next(batch, Long.MIN_VALUE, Feed.BATCH);
        while (!ids.isEmpty()) {
            all.addAll(ids);
            ids = source.batchIds().next(batch, ids.getLast(), Feed.BATCH);
        }
        return all;
    }

    private List<Changed> changed(Map<Long, List<Long>> acts) {
        List<Long> ids = List.copyOf(acts.keySet());
        List<Changed> changed = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += Feed.BATCH) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + Feed.BATCH));
            for (ComplaintSheet sheet : source.read().apply(some)) {
                changed.add(changed(sheet, acts.getOrDefault(sheet.id(), List.of(-1L))));
            }
        }
        return changed;
    }

    private Changed changed(ComplaintSheet sheet, List<Long> positions) {
        try {
            Lookout.Outcome outcome = lookout.match(sheet);
            return new Changed(
                    sheet.id(),
                    sheet.version(),
                    sheet.compartment(),
                    sheet.assignee(),
                    List.copyOf(positions),
                    outcome.matched(),
                    outcome.failed());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public long end() {
        return source.end().getAsLong();
    }

    @PreDestroy
    void close() {
        try {
            lookout.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
