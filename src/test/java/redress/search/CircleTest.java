package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redress.access.Sight;

/** Which documents a set of complaints is, as one who goes through all complaints by hand would say. */
class CircleTest {

    private static final int COMPLAINTS = 400;
    private static final Sight RECUSED = new Sight("judge", false, Set.of(Sight.OPEN), Set.of(3L, 130L));

    @TempDir
    Path folder;

    private final Random random = new Random(5);
    private final Lexicon lexicon = new Lexicon(Long.MAX_VALUE);

    /** The same in all rounds, so that what was looked up once is used again. */
    private final Set<Long> all = some(300);

    private final Named peers = new Named(all.stream().mapToLong(Long::longValue));

    private static boolean tells(long id) {
        return id % 5 != 0;
    }

    private static boolean sealed(long id) {
        return id % 7 == 0;
    }

    private static ComplaintSheet sheet(long id) {
        ComplaintSheet sheet = new ComplaintSheet(id, "N-" + id, 1, id)
                .toldIn("en")
                .say(TextField.NARRATIVE, tells(id) ? "they took my passport and all the money that I had" : "");
        return sealed(id) ? sheet.seenBy(SheetExamples.SEALED, null) : sheet;
    }

    private static boolean seen(long id, Sight sight) {
        return sight.compartments().contains(sealed(id) ? SheetExamples.SEALED : Sight.OPEN)
                && !sight.recused().contains(id);
    }

    private Set<Long> some(int many) {
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < many; i++) {
            ids.add(1L + random.nextInt(COMPLAINTS + 30));
        }
        return ids;
    }

    @Test
    void a_complaint_is_its_one_document_however_often_it_changed_and_only_for_those_who_may_see_it()
            throws IOException {
        List<ComplaintSheet> sheets = new ArrayList<>();
        for (long id = 1; id <= COMPLAINTS; id++) {
            sheets.add(sheet(id));
        }
        Collections.shuffle(sheets, random);
        SearchIndex index = IndexExample.of(folder, sheets);
        Set<Long> there = new HashSet<>();
        sheets.forEach(each -> there.add(each.id()));
        Generation generation = index.current().orElseThrow();
        for (int round = 0; round < 6; round++) {
            for (Sight sight :
                    List.of(SheetExamples.OPEN_ONLY, SheetExamples.EVERYTHING, RECUSED, Sight.nothing("x"))) {
                agrees(index, sight, there);
            }
            long changed = 1 + random.nextInt(COMPLAINTS);
            long gone = 1 + random.nextInt(COMPLAINTS);
            for (int time = 0; time < 3; time++) {
                generation.replace(Set.of(changed), List.of(sheet(changed)));
            }
            there.add(changed);
            generation.replace(Set.of(gone), List.of());
            there.remove(gone);
            generation.refresh();
        }
        index.close();
    }

    private void agrees(SearchIndex index, Sight sight, Set<Long> there) throws IOException {
        Set<Long> here = some(40);
        Set<Long> without = some(60);
        try (View view = index.view(true)) {
            Circle circle = Circle.of(view.searcher(), sight, here, new Others(peers, without), lexicon);
            Set<Long> own = new TreeSet<>(here);
            own.removeIf(id -> !there.contains(id) || !tells(id) || !seen(id, sight));
            Set<Long> others = new TreeSet<>(all);
            others.removeIf(id -> !there.contains(id) || !tells(id) || !seen(id, sight));
            others.removeAll(without);
            others.removeAll(own);
            assertThat(ids(view, circle.here())).containsExactlyElementsOf(own);
            assertThat(ids(view, circle.elsewhere())).containsExactlyElementsOf(others);
            Circle around = Circle.around(view.searcher(), sight, here, lexicon);
            Set<Long> named = new TreeSet<>(here);
            named.removeIf(id -> !there.contains(id) || !seen(id, sight));
            Set<Long> rest = new TreeSet<>(there);
            rest.removeIf(id -> here.contains(id) || !seen(id, sight));
            assertThat(ids(view, around.here())).containsExactlyElementsOf(named);
            assertThat(ids(view, around.elsewhere())).containsExactlyElementsOf(rest);
        }
    }

    /** One for each document, in order. */
    private static List<Long> ids(View view, FixedBitSet documents) throws IOException {
        List<Long> ids = new ArrayList<>();
        for (LeafReaderContext leaf : view.searcher().getIndexReader().leaves()) {
            NumericDocValues values = leaf.reader().getNumericDocValues(Documents.ID_VALUE);
            for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                if (values.advanceExact(doc) && documents.get(leaf.docBase + doc)) {
                    ids.add(values.longValue());
                }
            }
        }
        Collections.sort(ids);
        return ids;
    }
}
