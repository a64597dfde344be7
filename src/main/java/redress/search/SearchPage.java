package redress.search;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redress.access.Actor;
import redress.access.NeedToKnow;
import redress.access.RecordKind;
import redress.access.Role;
import redress.web.Form;
import redress.web.Page;

/**
 * The search page: what was asked, what was found, and where each narrowing leads. Labels are sentences or text keys.
 *
 * @param reader who is signed in
 * @param form what was typed, with what is wrong in it
 * @param state what must be said of the answer as a whole
 * @param understood the parts of the question that named a field
 * @param chips the narrowings in force, each with the way to take it off
 * @param facets what can be chosen
 * @param rows the complaints of this page
 * @param next where the next page is, or null
 * @param dossier the dossier on all that was found, or null where nothing was sought
 * @param kept the rest of the address, to be carried by the forms
 * @param tables the course over time and the table of two dimensions, as far as they were asked for
 * @param wider where nothing was found, questions that ask for less and find something
 */
public record SearchPage(
        Reader reader,
        Form form,
        State state,
        List<Term> understood,
        List<Chip> chips,
        List<Facet> facets,
        List<Row> rows,
        @Nullable String next,
        @Nullable String dossier,
        List<Kept> kept,
        List<Table> tables,
        List<Wide> wider)
        implements Page {

    /** Those to whom the room of watches opens its form; a test of the running portal holds the two together. */
    private static final Role[] WATCHING = {Role.INTAKE_OFFICER, Role.INVESTIGATOR, Role.SUPERVISOR, Role.COMMISSIONER};

    /**
     * Who is signed in.
     *
     * @param name the name
     * @param mayWatch whether this one may leave the search on watch
     * @param reads the kinds of records that this one may read
     */
    public record Reader(String name, boolean mayWatch, Set<RecordKind> reads) {

        /** Keeps its own copy. */
        public Reader {
            reads = Set.copyOf(reads);
        }

        /** The reader that somebody is. */
        static Reader of(Actor actor) {
            return new Reader(actor.displayName(), actor.hasAny(WATCHING), NeedToKnow.reads(actor));
        }
    }

    /**
     * The answer as a whole.
     *
     * @param count how many complaints match
     * @param newest whether the newest come first
     * @param otherOrder where the same stands in the other order; null where there is only one
     * @param partial whether time ran out
     * @param cut whether some of the words were left out
     * @param stale whether the reader's own last decision is not in the answer yet
     * @param unplaced where a distance was asked for, how many others match but for having no known point; else null
     */
    public record State(
            long count,
            boolean newest,
            @Nullable String otherOrder,
            boolean partial,
            boolean cut,
            boolean stale,
            @Nullable Long unplaced) {}

    /**
     * A question that asks for less and finds something.
     *
     * @param key the key of what it asks for
     * @param words its words, where they are others than those that were asked for; otherwise empty
     * @param count how many complaints it finds
     * @param url where its answer is
     */
    public record Wide(String key, String words, long count, String url) {}

    /**
     * A part of the question of which something is told.
     *
     * @param text as it was typed
     * @param meaning what it was read as, or why it was taken as plain words
     * @param understood whether it was read as what it says
     * @param sign whether it is a word in capitals that was read as a sign
     */
    public record Term(String text, String meaning, boolean understood, boolean sign) {}

    /**
     * A narrowing in force.
     *
     * @param dimension the key of the name of what it narrows
     * @param label its value
     * @param known whether there can be such a value; of one that there cannot be, the label is what was typed
     * @param without the way to take it off
     * @param dossier the dossier of what it names, or null where that has none
     */
    public record Chip(
            String dimension,
            String label,
            boolean known,
            String without,
            @Nullable String dossier) {}

    /** A value that a form must carry. */
    public record Kept(String name, String value) {}

    /**
     * A dimension with what can be chosen of it, in a list that can be folded.
     *
     * @param dimension the key of its name, an id for the page as well
     * @param foremost whether its list is open although nothing in it is chosen
     * @param options what is seen as soon as the list is open, with everything that is chosen
     * @param more what is folded once more
     * @param cut whether there are others still
     */
    public record Facet(String dimension, boolean foremost, List<Option> options, List<Option> more, boolean cut) {

        /** How many of its values are chosen. */
        public long chosen() {
            return options.stream().filter(Option::chosen).count();
        }

        /** Whether its list is open when the page comes: nobody has to look for what narrows the result now. */
        public boolean open() {
            return foremost || chosen() > 0;
        }
    }

    /** One value; {@code depth} is its place in a tree, from 0. */
    public record Option(String label, long count, String url, boolean chosen, int depth) {}

    /** One complaint; its unit leads to the dossier of that unit; {@code in} is the kind of text that matched. */
    public record Row(
            String number,
            @Nullable String stage,
            LocalDate received,
            @Nullable String unit,
            @Nullable String dossier,
            @Nullable String in,
            List<Answer.Piece> snippet) {

        /** Whether it must be said where the words stand: only those of the narrative speak for themselves. */
        public boolean labelled() {
            return in != null && !in.equals(TextField.NARRATIVE.word());
        }
    }

    /**
     * Counts in rows and columns.
     *
     * @param name the key of what it is, an id for the page as well
     * @param down the key of the name of what goes down
     * @param across the key of the name of what goes across
     * @param heads the columns behind the first
     * @param lines the rows
     * @param left how many rows or columns are not shown
     */
    public record Table(String name, String down, String across, List<String> heads, List<Line> lines, long left) {}

    /** One row: its label, where the same question goes on with it alone, and the counts. */
    public record Line(String label, String url, List<Long> counts) {}

    /** What the forms carry although it is no field of theirs. */
    public List<Kept> keptBut(List<String> own) {
        return kept.stream().filter(each -> !own.contains(each.name())).toList();
    }

    /** What can be counted over time. */
    public List<Dimension> times() {
        return Dimension.all().stream()
                .filter(dimension -> dimension.kind() == Dimension.Kind.TIME)
                .toList();
    }

    /** What can be set against each other. */
    public List<Dimension> dimensions() {
        return Dimension.all();
    }

    /** The kinds of text that the reader can look into: none in which nothing would ever be found. */
    public List<String> kinds() {
        return Arrays.stream(TextField.values())
                .filter(field -> field.readBy(reader.reads()))
                .map(TextField::word)
                .toList();
    }

    @Override
    public String template() {
        return "search/search";
    }
}
