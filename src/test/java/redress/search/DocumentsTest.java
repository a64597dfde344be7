package redress.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import redress.likeness.Signature;

/** The signature of a narrative in its document. */
class DocumentsTest {

    private static final String STORY = "Two men of the patrol took our boat and asked for money";
    private static final String OTHER = "At the gate they kept my papers and told me to come back";

    @Test
    void the_signature_is_the_one_that_the_row_holds() {
        assertThat(signature(sheet(STORY).signed(Signature.toStore(OTHER)))).isEqualTo(Signature.of(OTHER));
    }

    @Test
    void a_row_older_than_signatures_gets_one_from_its_words() {
        assertThat(signature(sheet(STORY))).isEqualTo(Signature.of(STORY));
    }

    @Test
    void without_words_there_is_no_signature_though_the_row_holds_one() {
        assertThat(signature(sheet(null).signed(Signature.toStore(OTHER)))).isNull();
    }

    private static ComplaintSheet sheet(@Nullable String narrative) {
        return new ComplaintSheet(1, "2026-1", 1, 0).say(TextField.NARRATIVE, narrative);
    }

    private static @Nullable Signature signature(ComplaintSheet sheet) {
        BytesRef stored = Documents.of(sheet).getBinaryValue(Documents.SIGNATURE);
        return stored == null ? null : Signature.read(BytesRef.deepCopyOf(stored).bytes);
    }
}
