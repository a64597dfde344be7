package redress.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.uhighlight.FieldOffsetStrategy;
import org.apache.lucene.search.uhighlight.OffsetsEnum;
import org.apache.lucene.search.uhighlight.UHComponents;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter.OffsetSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Where plain words stand in one kind of text of the hits. A word is looked up once a segment and its places are walked
 * once over all hits, which come in the order of their numbers; Lucene's own way makes the whole question anew for each
 * hit and each kind of text. It finds the same places and weighs them alike.
 */
final class Places extends FieldOffsetStrategy {

    private final List<Word> words;
    private @Nullable LeafReader segment;
    private final List<Postings> postings = new ArrayList<>();

    /** A word with its other forms, all of which count as one. */
    private record Word(BytesRef label, List<BytesRef> forms) {

        static Word of(Query query) {
            List<BytesRef> forms = new ArrayList<>();
            BytesRefBuilder label = new BytesRefBuilder();
            query.visit(new QueryVisitor() {
                @Override
                public void consumeTerms(Query same, Term... terms) {
                    for (Term term : terms) {
                        forms.add(term.bytes());
                        label.append(term.bytes());
                        label.append((byte) ' ');
                    }
                }
            });
            return new Word(label.toBytesRef(), List.copyOf(forms));
        }
    }

    private record Postings(BytesRef label, PostingsEnum of) {}

    Places(UHComponents components, Set<Query> words) {
        super(components);
        this.words = words.stream().map(Word::of).toList();
    }

    @Override
    public OffsetSource getOffsetSource() {
        return OffsetSource.POSTINGS;
    }

    @Override
    public OffsetsEnum getOffsetsEnum(LeafReader reader, int document, String content) throws IOException {
        if (segment != reader) {
            segment = reader;
            open(reader.terms(getField()));
        }
        List<OffsetsEnum> found = new ArrayList<>();
        for (Postings each : postings) {
            int at = each.of().docID();
            if ((at < document ? each.of().advance(document) : at) == document) {
                found.add(new OffsetsEnum.OfPostings(each.label(), 1, each.of()));
            }
        }
        return found.isEmpty() ? OffsetsEnum.EMPTY : new OffsetsEnum.MultiOffsetsEnum(found);
    }

    private void open(@Nullable Terms terms) throws IOException {
        postings.clear();
        if (terms == null) {
            return;
        }
        TermsEnum each = terms.iterator();
        for (Word word : words) {
            for (BytesRef form : word.forms()) {
                if (each.seekExact(form)) {
                    postings.add(new Postings(word.label(), each.postings(null, PostingsEnum.OFFSETS)));
                }
            }
        }
    }
}
