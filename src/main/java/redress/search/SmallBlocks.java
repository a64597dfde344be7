package redress.search;

import java.io.IOException;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.codecs.StoredFieldsWriter;
import org.apache.lucene.codecs.lucene90.Lucene90StoredFieldsFormat;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;

/**
 * Lucene's own format with stored texts in smaller blocks. A hit is shown with its text, and to read one unpacks a
 * block; those of Lucene are as large as suits an index that is read from end to end. The size of the blocks stands in
 * the files, so that Lucene itself reads what this has written, under its own name, and this what Lucene has.
 */
final class SmallBlocks extends FilterCodec {

    /** In bytes, before they are packed; a fifth of Lucene's. */
    private static final int BLOCK = 16 * 1024;

    private static final int MOST_IN_BLOCK = 256;
    /** As in Lucene: how the index of the blocks is written. */
    private static final int BLOCK_SHIFT = 10;
    /** The name of the format in the files, which Lucene looks for where the mode is this one. */
    private static final String FORMAT = "Lucene90StoredFieldsFastData";

    private static final Lucene90StoredFieldsFormat.Mode MODE = Lucene90StoredFieldsFormat.Mode.BEST_SPEED;

    private final StoredFieldsFormat stored = new Stored(Codec.getDefault().storedFieldsFormat());

    SmallBlocks() {
        super(Codec.getDefault().getName(), Codec.getDefault());
    }

    @Override
    public StoredFieldsFormat storedFieldsFormat() {
        return stored;
    }

    private static final class Stored extends StoredFieldsFormat {

        private final StoredFieldsFormat lucene;
        private final StoredFieldsFormat small = new Lucene90CompressingStoredFieldsFormat(
                FORMAT, Lucene90StoredFieldsFormat.BEST_SPEED_MODE, BLOCK, MOST_IN_BLOCK, BLOCK_SHIFT);

        Stored(StoredFieldsFormat lucene) {
            this.lucene = lucene;
        }

        @Override
        public StoredFieldsReader fieldsReader(
                Directory directory, SegmentInfo segment, FieldInfos fields, IOContext context) throws IOException {
            return lucene.fieldsReader(directory, segment, fields, context);
        }

        @Override
        public StoredFieldsWriter fieldsWriter(Directory directory, SegmentInfo segment, IOContext context)
                throws IOException {
            segment.putAttribute(Lucene90StoredFieldsFormat.MODE_KEY, MODE.name());
            return small.fieldsWriter(directory, segment, context);
        }
    }
}
