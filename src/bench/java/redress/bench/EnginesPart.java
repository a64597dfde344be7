package redress.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * The portal beside another engine, through the protocol of each: the same questions in turns, judged by the median
 * time of an answer; the CPU of both servers beside it, which says something on a busy machine too. Questions that the
 * two do not count alike (a word that one of them takes for a form of another) are set aside, and told.
 */
final class EnginesPart {

    private static final Duration LONGEST_WARMING = Duration.ofMinutes(1);

    private final PortalEngine portal;
    private final DoubleSupplier portalCpu;
    private final SearchEngine other;
    private final DoubleSupplier otherCpu;
    private final Effort effort;

    /**
     * How much is asked.
     *
     * @param warming questions to the portal before anything is measured
     * @param theirs questions to the other engine before that, of which one may take many seconds
     * @param blocks turns that are measured
     * @param questions questions of each turn for two words or for all, which every engine answers soon
     * @param ofOneOf questions of each turn for one of some words, and of each kind where all are asked together
     */
    record Effort(int warming, int theirs, int blocks, int questions, int ofOneOf) {

        int of(SearchQuestion.Kind kind) {
            return kind == SearchQuestion.Kind.OR ? ofOneOf : questions;
        }
    }

    /** Both servers with the CPU milliseconds that they have used so far. */
    EnginesPart(
            PortalEngine portal, DoubleSupplier portalCpu, SearchEngine other, DoubleSupplier otherCpu, Effort effort) {
        this.portal = portal;
        this.portalCpu = portalCpu;
        this.other = other;
        this.otherCpu = otherCpu;
        this.effort = effort;
    }

    /** How the ratio is told and judged. */
    interface Verdict {
        String of(Turns turns);
    }

    /** Measures every kind of question and then all of them together, and prints a line for each. */
    void run(String name, Verdict verdict) throws Exception {
        Map<SearchQuestion.Kind, List<SearchQuestion>> all = new EnumMap<>(SearchQuestion.Kind.class);
        for (SearchQuestion.Kind kind : SearchQuestion.Kind.values()) {
            List<SearchQuestion> questions = alike(SearchQuestion.some(kind, effort.of(kind), 11));
            all.put(kind, questions);
            warm(portal, questions, effort.warming());
            warm(other, questions, effort.theirs());
        }
        for (Map.Entry<SearchQuestion.Kind, List<SearchQuestion>> each : all.entrySet()) {
            measured(each.getKey().told(), each.getValue(), effort.of(each.getKey()), name, verdict);
        }
        List<SearchQuestion> together = all.values().stream()
                .flatMap(questions -> questions.stream().limit(effort.ofOneOf()))
                .toList();
        measured("together", together, effort.ofOneOf() * all.size(), name, verdict);
    }

    /** The questions in turns; of so many, the rest was set aside. */
    private void measured(String told, List<SearchQuestion> questions, int ofSoMany, String name, Verdict verdict)
            throws Exception {
        double[] cpu = new double[2];
        Turns turns = Turns.of(
                1,
                effort.blocks(),
                () -> median(portal, questions, portalCpu, cpu, 0),
                () -> median(other, questions, otherCpu, cpu, 1));
        System.out.printf(
                Locale.ROOT,
                "  %s: portal p50 %.2f ms, %s %.2f ms; %s; CPU of the servers %.2f and %.2f ms a question;"
                        + " %d questions, %d set aside%n",
                told,
                turns.ours(),
                name,
                turns.theirs(),
                verdict.of(turns),
                cpu[0] / (effort.blocks() + 1) / questions.size(),
                cpu[1] / (effort.blocks() + 1) / questions.size(),
                questions.size(),
                ofSoMany - questions.size());
    }

    /** So often, or for a minute: then the compilers of both have had time for what is asked. */
    private static void warm(SearchEngine engine, List<SearchQuestion> questions, int times) throws Exception {
        long end = System.nanoTime() + LONGEST_WARMING.toNanos();
        for (int i = 0; i < times && System.nanoTime() < end; i++) {
            engine.ask(questions.get(i % questions.size()));
        }
    }

    private List<SearchQuestion> alike(List<SearchQuestion> questions) throws Exception {
        List<SearchQuestion> alike = new ArrayList<>();
        String unlike = "";
        for (SearchQuestion question : questions) {
            SearchEngine.Said ours = portal.say(question);
            SearchEngine.Said theirs = other.say(question);
            if (ours.equals(theirs)) {
                alike.add(question);
            } else {
                unlike = question + ": " + ours + " and " + theirs;
            }
        }
        if (alike.size() * 2 < questions.size()) {
            throw new IllegalStateException("the two engines do not count alike: " + unlike);
        }
        return alike;
    }

    private static double median(
            SearchEngine engine, List<SearchQuestion> questions, DoubleSupplier cpu, double[] spent, int at)
            throws Exception {
        engine.ready();
        double before = cpu.getAsDouble();
        double[] taken = new double[questions.size()];
        for (int i = 0; i < taken.length; i++) {
            long start = System.nanoTime();
            engine.ask(questions.get(i));
            taken[i] = (System.nanoTime() - start) / 1e6;
        }
        spent[at] += cpu.getAsDouble() - before;
        return Turns.quantile(taken, 0.5);
    }
}
