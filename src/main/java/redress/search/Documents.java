package redress.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import redress.likeness.Signature;
import redress.time.Span;

/** The form of a document: which fields a complaint has in the index. */
final class Documents {

    static final String ID = "id";
    static final String ID_VALUE = "id_value";
    static final String VERSION = "version";
    static final String RECORDS = "records";
    static final String RECEIVED = "received";
    static final String COMPARTMENT = "compartment";
    static final String ASSIGNEE = "assignee";
    static final String NUMBER = "number";
    static final String STAGE = "stage";
    static final String DAY = "day";
    static final String UNIT = "unit";
    static final String LANGUAGE = "language";
    /** The day of the incident, or the first of those on one of which it was. */
    static final String INCIDENT_DAY = "incident_day";
    /** The last of these days; only where there are several. */
    static final String INCIDENT_LAST = "incident_last";

    static final String RECEIVED_DAY = "received_day";
    static final String SPOT = "spot";
    static final String SIGNATURE = "signature";

    private static final FieldType SHOWN = text(true);
    private static final FieldType SEARCHED = text(false);

    private Documents() {}

    static Document of(ComplaintSheet sheet) {
        Document document = new Document();
        document.add(new StringField(ID, Long.toString(sheet.id()), Field.Store.NO));
        document.add(new NumericDocValuesField(ID_VALUE, sheet.id()));
        document.add(new NumericDocValuesField(VERSION, sheet.version()));
        document.add(new NumericDocValuesField(RECORDS, sheet.records()));
        document.add(new NumericDocValuesField(RECEIVED, sheet.receivedAt()));
        document.add(new StringField(COMPARTMENT, sheet.compartment(), Field.Store.NO));
        String assignee = sheet.assignee();
        if (assignee != null) {
            document.add(new StringField(ASSIGNEE, assignee, Field.Store.NO));
        }
        for (Dimension dimension : Dimension.all()) {
            for (String value : sheet.values(dimension)) {
                document.add(new SortedSetDocValuesField(dimension.field(), bytes(value)));
            }
        }
        addWhenAndWhere(document, sheet);
        addWhatAHitShows(document, sheet);
        Optional<Tongue> tongue = Tongue.of(sheet.language());
        tongue.ifPresent(language -> document.add(new StringField(LANGUAGE, language.name(), Field.Store.NO)));
        sheet.texts().forEach((field, words) -> {
            String said = words.toString();
            document.add(text(field, said, tongue));
            if (field == TextField.NARRATIVE) {
                byte[] signature = Signature.stored(sheet.signature(), said);
                document.add(new BinaryDocValuesField(SIGNATURE, new BytesRef(signature)));
            }
        });
        return document;
    }

    /** Lucene's own way from letters to bytes makes room for three times as many. */
    private static BytesRef bytes(String value) {
        return new BytesRef(value.getBytes(StandardCharsets.UTF_8));
    }

    private static Field text(TextField field, String words, Optional<Tongue> tongue) {
        FieldType type = field.shown() ? SHOWN : SEARCHED;
        return field.stemmed() && tongue.isPresent()
                ? new Told(field.field(), words, type, tongue.get())
                : new Field(field.field(), words, type);
    }

    private static void addWhenAndWhere(Document document, ComplaintSheet sheet) {
        document.add(new IntField(RECEIVED_DAY, (int) day(sheet).toEpochDay(), Field.Store.NO));
        Span incident = sheet.incident();
        if (incident != null) {
            document.add(new IntField(INCIDENT_DAY, (int) incident.first().toEpochDay(), Field.Store.NO));
            if (!incident.last().equals(incident.first())) {
                document.add(new IntField(INCIDENT_LAST, (int) incident.last().toEpochDay(), Field.Store.NO));
            }
        }
        Gazetteer.Spot spot = sheet.spot();
        if (spot != null) {
            document.add(new LatLonPoint(SPOT, spot.latitude(), spot.longitude()));
        }
    }

    private static LocalDate day(ComplaintSheet sheet) {
        return Instant.ofEpochSecond(sheet.receivedAt()).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static void addWhatAHitShows(Document document, ComplaintSheet sheet) {
        document.add(new StoredField(NUMBER, sheet.number()));
        document.add(new StoredField(DAY, day(sheet).toString()));
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

    /** A text that becomes words in the way of its own language, though all languages stand in one field. */
    private static final class Told extends Field {

        private final Tongue tongue;

        Told(String field, String words, FieldType type, Tongue tongue) {
            super(field, words, type);
            this.tongue = tongue;
        }

        @Override
        public TokenStream tokenStream(Analyzer usual, @Nullable TokenStream reuse) {
            return tongue.analyzer().tokenStream(name(), stringValue());
        }
    }
}
