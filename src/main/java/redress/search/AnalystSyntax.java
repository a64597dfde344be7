package redress.search;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.queryparser.flexible.core.nodes.AndQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FuzzyQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.SlopQueryNode;
import org.apache.lucene.queryparser.flexible.core.util.UnescapedCharSequence;
import org.apache.lucene.queryparser.flexible.standard.nodes.RegexpQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.TermRangeQueryNode;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;
import org.jspecify.annotations.Nullable;
import redress.problem.Problem;

/**
 * Reads the syntax that analysts know from other search engines: AND, OR, NOT, brackets, ranges in square brackets.
 * Only what it says is asked: fields from the closed list, no patterns that would have to try every word of the index.
 * Everything else is refused before it runs, beside the field of the question and with a reason.
 */
final class AnalystSyntax {

    static final int MOST_CLAUSES = 64;
    private static final int DEEPEST = 40;
    private static final int FARTHEST_APART = 50;
    private static final long MOST_YEARS = 100;

    private final Terms terms;
    private final List<Understanding.Term> told = new ArrayList<>();
    private final Patterns patterns = new Patterns();
    private int clauses;

    AnalystSyntax(Terms terms) {
        this.terms = terms;
    }

    /** What the text says; refuses what cannot be read, is not allowed or would cost too much. */
    Understanding read(String text) {
        if (text.isEmpty()) {
            return new Understanding(new Clause.Everything(), List.of());
        }
        if (text.length() > Asking.LONGEST) {
            throw refused("long");
        }
        try {
            return new Understanding(clause(new StandardSyntaxParser().parse(Quotes.plain(text), ""), 0), told);
        } catch (QueryNodeException | NumberFormatException unreadable) {
            throw refused("unreadable");
        }
    }

    static Problem refused(String why) {
        return Problem.invalid(List.of(new Problem.FieldError("q", "search.refused." + why)));
    }

    private Clause clause(QueryNode node, int depth) {
        clauses++;
        if (clauses > MOST_CLAUSES) {
            throw refused("clauses");
        }
        if (depth > DEEPEST) {
            throw refused("deep");
        }
        return switch (node) {
            case RegexpQueryNode pattern -> throw refused("regexp");
            case FuzzyQueryNode inexact -> inexact(inexact);
            case QuotedFieldQueryNode phrase -> phrase(phrase, 0);
            case FieldQueryNode word -> word(word);
            case SlopQueryNode apart -> apart(apart);
            case TermRangeQueryNode range -> range(range);
            case GroupQueryNode group -> clause(group.getChild(), depth + 1);
            case ModifierQueryNode modified -> modified(modified, depth);
            case BooleanQueryNode several -> several(several, depth);
            default -> throw refused("unknown");
        };
    }

    private Clause several(BooleanQueryNode node, int depth) {
        List<Clause> parts = new ArrayList<>();
        for (QueryNode child : node.getChildren()) {
            parts.add(clause(child, depth + 1));
        }
        boolean either = node instanceof OrQueryNode && !(node instanceof AndQueryNode);
        return either ? Clause.either(parts) : Clause.all(parts);
    }

    private Clause modified(ModifierQueryNode node, int depth) {
        Clause part = clause(node.getChild(), depth + 1);
        return node.getModifier() == ModifierQueryNode.Modifier.MOD_NOT ? new Clause.Not(part) : part;
    }

    /** The field of a word, null for the everyday ones; refuses a field that holds no text. */
    private static @Nullable TextField textOf(FieldQueryNode node) {
        String name = node.getFieldAsString().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "" -> null;
            case "place" -> TextField.PLACES;
            case "number" -> TextField.NUMBER;
            default -> Terms.text(name).orElseThrow(() -> refused("pattern"));
        };
    }

    private Clause inexact(FuzzyQueryNode node) {
        if (node.getSimilarity() != 1f) {
            throw refused("fuzzy");
        }
        String word = node.getTextAsString();
        int words = Jointed.inexact(word);
        for (int i = 0; i < Math.max(1, words); i++) {
            patterns.count();
        }
        if (words == 0) {
            throw refused("short");
        }
        TextField in = textOf(node);
        return counted(Terms.signed(in, word, text -> new Clause.Inexact(in, text, 1)));
    }

    private Clause apart(SlopQueryNode node) {
        if (!(node.getChild() instanceof QuotedFieldQueryNode phrase)) {
            throw refused("unknown");
        }
        if (node.getValue() > FARTHEST_APART) {
            throw refused("apart");
        }
        return phrase(phrase, node.getValue());
    }

    private Clause phrase(QuotedFieldQueryNode node, int apart) {
        CharSequence typed = node.getText();
        if (IntStream.range(0, typed.length()).anyMatch(at -> typed.charAt(at) == '*' && !escaped(typed, at))) {
            throw refused("quoted");
        }
        String name = node.getFieldAsString();
        if (name.isEmpty() || Terms.text(name.toLowerCase(Locale.ROOT)).isPresent()) {
            Clause clause = counted(new Clause.Phrase(textOf(node), node.getTextAsString(), apart));
            return name.isEmpty() ? clause : told(node, node.getTextAsString(), clause);
        }
        return field(node, node.getTextAsString());
    }

    private Clause word(FieldQueryNode node) {
        String text = node.getTextAsString();
        if (node.getFieldAsString().equals("*") && text.equals("*")) {
            return new Clause.Everything();
        }
        int wild = firstWild(node);
        if (wild >= 0) {
            return pattern(node, text, wild);
        }
        return node.getFieldAsString().isEmpty() ? counted(new Clause.Word(null, text)) : field(node, text);
    }

    private Clause pattern(FieldQueryNode node, String text, int wild) {
        patterns.count();
        if (escaped(node)) {
            throw refused("escaped");
        }
        if (wild < Clause.Beginning.SHORTEST) {
            throw refused(wild == 0 ? "leading" : "short");
        }
        TextField in = textOf(node);
        if (!Jointed.enough(in, Jointed.shaped(text))) {
            throw refused("short");
        }
        if (wild == text.length() - 1 && text.endsWith("*")) {
            return counted(Terms.signed(in, text.substring(0, wild), begun -> new Clause.Beginning(in, begun)));
        }
        return counted(Terms.signed(in, text, shape -> {
            patterns.afford(shape);
            return new Clause.Shape(in, shape);
        }));
    }

    private static int firstWild(FieldQueryNode node) {
        CharSequence text = node.getText();
        for (int i = 0; i < text.length(); i++) {
            boolean sign = text.charAt(i) == '*' || text.charAt(i) == '?';
            if (sign && !escaped(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean escaped(CharSequence text, int at) {
        return text instanceof UnescapedCharSequence typed && typed.wasEscaped(at);
    }

    /** Whether a backslash stands before some letter: the pattern as text has lost it, and would be another one. */
    private static boolean escaped(FieldQueryNode node) {
        return IntStream.range(0, node.getText().length()).anyMatch(at -> escaped(node.getText(), at));
    }

    private Clause field(FieldQueryNode node, String value) {
        Terms.Reading reading = terms.read(node.getFieldAsString(), value).orElseThrow(() -> refused("field"));
        Clause clause = reading.clause();
        if (clause == null) {
            throw Problem.invalid(List.of(new Problem.FieldError("q", reading.meaning())));
        }
        return told(node, reading.meaning(), counted(clause));
    }

    /** The condition, each of its words counted as a thing that is asked for; refuses one on a text without words. */
    private Clause counted(Clause clause) {
        for (Clause leaf : clause.leaves().toList()) {
            if (leaf.wordless()) {
                throw refused("empty");
            }
            clauses += Math.max(0, Jointed.count(leaf) - 1);
        }
        if (clauses > MOST_CLAUSES) {
            throw refused("clauses");
        }
        return clause;
    }

    private Clause told(FieldQueryNode node, String meaning, Clause clause) {
        String name = node.getFieldAsString();
        told.add(new Understanding.Term(name + ":" + node.getTextAsString(), name.toLowerCase(Locale.ROOT), meaning));
        return clause;
    }

    /** Only days and hours have an order that a range can mean. */
    private Clause range(TermRangeQueryNode node) {
        String field = node.getField().toString().toLowerCase(Locale.ROOT);
        String from = end(node.getLowerBound());
        String to = end(node.getUpperBound());
        if (!List.of("date", "received", "hour").contains(field)) {
            throw refused("range");
        }
        Terms.Reading reading = terms.read(field, from + ".." + to).orElseThrow(() -> refused("field"));
        if (reading.clause() instanceof Clause.Days days) {
            Clause.Days kept = inside(node, days);
            told.add(new Understanding.Term(
                    field + ":" + from + ".." + to, field, new Periods.Period(kept.from(), kept.to()).toString()));
            return kept;
        }
        Clause clause = reading.clause();
        boolean whole = node.isLowerInclusive() && node.isUpperInclusive();
        if (clause == null || !whole) {
            throw refused("range");
        }
        told.add(new Understanding.Term(field + ":" + from + ".." + to, field, reading.meaning()));
        return clause;
    }

    private static String end(FieldQueryNode bound) {
        String text = bound.getTextAsString();
        return text.equals("*") ? "" : text;
    }

    /** A curly bracket leaves out the whole day, month or year that stands at it. */
    private static Clause.Days inside(TermRangeQueryNode node, Clause.Days days) {
        String from = end(node.getLowerBound());
        String to = end(node.getUpperBound());
        Periods.Period kept = new Periods.Period(
                node.isLowerInclusive() || from.isEmpty()
                        ? days.from()
                        : Periods.after(from)
                                .orElseThrow(() -> refused("range"))
                                .from(),
                node.isUpperInclusive() || to.isEmpty()
                        ? days.to()
                        : Periods.before(to).orElseThrow(() -> refused("range")).to());
        boolean huge = kept.from() != null
                && kept.to() != null
                && ChronoUnit.YEARS.between(kept.from(), kept.to()) > MOST_YEARS;
        if (huge) {
            throw refused("huge");
        }
        return new Clause.Days(days.of(), kept.from(), kept.to());
    }
}
