package redress.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** The form of a document: which fields a complaint has in the index. */
final class Documents {

    static final String ID = "id";
    static final String ID_VALUE = "id_value";
    static final String VERSION = "version";
    static final String RECEIVED = "received";
    static final String COMPARTMENT = "compartment";
    static final String ASSIGNEE = "assignee";
    static final String NUMBER = "number";
    static final String STAGE = "stage";
    static final String DAY = "day";
    static final String UNIT = "unit";

    private static final FieldType SHOWN = text(true);
    private static final FieldType SEARCHED = text(false);

    private Documents() {}

    static Document of(ComplaintSheet sheet) {
        Document document = new Document();
        document.add(new StringField(ID, Long.toString(sheet.id()), Field.Store.NO));
        document.add(new NumericDocValuesField(ID_VALUE, sheet.id()));
        document.add(new NumericDocValuesField(VERSION, sheet.version()));
        document.add(new NumericDocValuesField(RECEIVED, sheet.receivedAt()));
        document.add(new StringField(COMPARTMENT, sheet.compartment(), Field.Store.NO));
        String assignee = sheet.assignee();
        if (assignee != null) {
            document.add(new StringField(ASSIGNEE, assignee, Field.Store.NO));
        }
        for (Dimension dimension : Dimension.all()) {
            for (String value : sheet.values(dimension)) {
                document.add(new SortedSetDocValuesField(dimension.field(), new BytesRef(value)));
            }
        }
        addWhatAHitShows(document, sheet);
        sheet.texts()
                .forEach((field, words) ->
                        document.add(new Field(field.field(), words.toString(), field.shown() ? SHOWN : SEARCHED)));
        return document;
    }

    private static void addWhatAHitShows(Document document, ComplaintSheet sheet) {
        document.add(new StoredField(NUMBER, sheet.number()));
        LocalDate day =
                Instant.ofEpochSecond(sheet.receivedAt()).atZone(ZoneOffset.UTC).toLocalDate();
        document.add(new StoredField(DAY, day.toString()));
        sheet.values(Dimension.STAGE).forEach(stage -> document.add(new StoredField(STAGE, stage)));
        String unit = sheet.unit();
        if (unit != null) {
            document.add(new StoredField(UNIT, unit));
        }
    }

    /** Offsets stand in the postings, so that a snippet needs no second reading of the text. */
    private static FieldType text(boolean stored) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setStored(stored);
        type.setIndexOptions(
                stored
                        ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS
                        : IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.freeze();
        return type;
    }
}
