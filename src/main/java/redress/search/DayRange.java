package redress.search;

import org.apache.lucene.document.IntField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;

/** Complaints of days that were asked for: what was received then, or what may have happened then. */
final class DayRange {

    private DayRange() {}

    /** Of a time that began before the days that were asked for, its end tells whether it reaches into them. */
    static Query of(Clause.Days days) {
        int from = days.from() == null ? Integer.MIN_VALUE : (int) days.from().toEpochDay();
        int to = days.to() == null ? Integer.MAX_VALUE : (int) days.to().toEpochDay();
        if (days.of() == Clause.Day.RECEIVED) {
            return IntField.newRangeQuery(Documents.RECEIVED_DAY, from, to);
        }
        Query begins = IntField.newRangeQuery(Documents.INCIDENT_DAY, from, to);
        if (days.from() == null) {
            return begins;
        }
        Query reaches = new BooleanQuery.Builder()
                .add(IntField.newRangeQuery(Documents.INCIDENT_DAY, Integer.MIN_VALUE, to), Occur.FILTER)
                .add(IntField.newRangeQuery(Documents.INCIDENT_LAST, from, Integer.MAX_VALUE), Occur.FILTER)
                .build();
        return new ConstantScoreQuery(new BooleanQuery.Builder()
                .add(begins, Occur.SHOULD)
                .add(reaches, Occur.SHOULD)
                .build());
    }
}
