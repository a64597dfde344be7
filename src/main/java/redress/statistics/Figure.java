package redress.statistics;

/** A table of public figures. Each names its counting unit; figures of different units are never added. */
public enum Figure {
    /** Complaints by year of receipt. Counting unit: complaint. */
    COMPLAINTS("SELECT COALESCE(i.institution_code, '-'), YEAR(c.received_at), '', COUNT(*), COUNT(*)"
            + " FROM complaint c JOIN incident i ON i.id = c.incident_id GROUP BY 1, 2"),
    /** Allegations by group of categories and year of receipt. Counting unit: allegation. */
    CATEGORIES("SELECT COALESCE(i.institution_code, '-'), YEAR(c.received_at), k.group_name, COUNT(*),"
            + " COUNT(DISTINCT c.id)"
            + " FROM allegation a JOIN complaint c ON c.id = a.complaint_id JOIN incident i ON i.id = c.incident_id"
            + " JOIN category k ON k.code = a.category_code WHERE " + Figure.ALLEGED + " GROUP BY 1, 2, 3"),
    /** Allegations by finding and year of receipt. Counting unit: allegation. */
    FINDINGS("SELECT COALESCE(i.institution_code, '-'), YEAR(c.received_at), COALESCE(a.finding, 'NONE'), COUNT(*),"
            + " COUNT(DISTINCT c.id)"
            + " FROM allegation a JOIN complaint c ON c.id = a.complaint_id JOIN incident i ON i.id = c.incident_id"
            + " WHERE " + Figure.ALLEGED + " GROUP BY 1, 2, 3");

    /**
     * Where a register alleges nothing, the import keeps a stand-in for the complaint's category: it is not counted.
     */
    private static final String ALLEGED = "(a.source_key IS NULL OR a.source_key <> 'none')";

    private final String sql;

    Figure(String sql) {
        this.sql = sql;
    }

    /** The exact counts: institution, year, cell, count, complaints. For the maker of a release only. */
    String sql() {
        return sql;
    }

    /** The counting unit, as the word in a download. */
    public String unit() {
        return this == COMPLAINTS ? "complaint" : "allegation";
    }
}
