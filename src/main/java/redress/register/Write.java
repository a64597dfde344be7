package redress.register;

/** What a batch can write, in the order in which foreign keys allow it. */
enum Write {
    UNIT("INSERT INTO unit (id, institution_code, code, parent_id, name, kind, opened_on, closed_on, row_digest)"
            + " VALUES (?,?,?,?,?,?,?,?,?)"),
    UNIT_CHANGED("UPDATE unit SET parent_id = COALESCE(?, parent_id), name = ?, kind = ?, opened_on = ?, closed_on = ?,"
            + " row_digest = ? WHERE id = ?"),
    OFFICER("INSERT INTO officer (id, institution_code, service_key, given_name, family_name, sex, birth_year, badge,"
            + " grade, appointed_on, left_on, row_digest) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"),
    OFFICER_CHANGED("UPDATE officer SET given_name = ?, family_name = ?, sex = ?, birth_year = ?, badge = ?, grade = ?,"
            + " appointed_on = ?, left_on = ?, row_digest = ? WHERE id = ?"),
    CATEGORY("INSERT INTO category (code, register, group_name, label, iccs, severity, must_refer)"
            + " VALUES (?,?,?,?,?,?,?)"),
    CATEGORY_CHANGED("UPDATE category SET group_name = ?, label = ?, iccs = ?, severity = ?, must_refer = ?"
            + " WHERE code = ?"),
    POSTING("INSERT INTO posting (id, officer_id, unit_id, from_on, to_on, role, source_key, row_digest)"
            + " VALUES (?,?,?,?,?,?,?,?)"),
    POSTING_CHANGED("UPDATE posting SET officer_id = ?, unit_id = ?, from_on = ?, to_on = ?, role = ?, row_digest = ?"
            + " WHERE id = ?"),
    INCIDENT("INSERT INTO incident (id, began_on, date_precision, date_words, hour_of_day, place_code, place_words,"
            + " institution_code, unit_id, latitude, longitude) VALUES (?,?,?,?,?,?,?,?,?,?,?)"),
    INCIDENT_CHANGED(
            "UPDATE incident SET began_on = COALESCE(?, began_on), date_precision = COALESCE(?, date_precision),"
                    + " date_words = COALESCE(?, date_words), hour_of_day = COALESCE(?, hour_of_day),"
                    + " place_code = COALESCE(?, place_code), place_words = COALESCE(?, place_words),"
                    + " institution_code = COALESCE(?, institution_code), unit_id = COALESCE(?, unit_id),"
                    + " latitude = COALESCE(?, latitude), longitude = COALESCE(?, longitude) WHERE id = ?"),
    COMPLAINT("INSERT INTO complaint (id, number, incident_id, channel, language, received_at, narrative,"
            + " narrative_signature, harmed, injury, evidence_words, witness_words, elsewhere_words, wanted_words,"
            + " publish_consent, stage, severity, must_refer, compartment, assignee, due_on, closed_on, register, register_key, batch_id, row_digest,"
            + " version, imported_version) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,1,1)"),
    COMPLAINT_CHANGED("UPDATE complaint SET channel = COALESCE(?, channel), language = COALESCE(?, language),"
            + " received_at = COALESCE(?, received_at), narrative = COALESCE(?, narrative),"
            + " narrative_signature = COALESCE(?, narrative_signature),"
            + " harmed = COALESCE(?, harmed), evidence_words = COALESCE(?, evidence_words),"
            + " witness_words = COALESCE(?, witness_words), elsewhere_words = COALESCE(?, elsewhere_words),"
            + " wanted_words = COALESCE(?, wanted_words), publish_consent = COALESCE(?, publish_consent),"
            + " compartment = COALESCE(?, compartment), assignee = COALESCE(?, assignee),"
            + " due_on = COALESCE(?, due_on), closed_on = COALESCE(?, closed_on),"
            + " row_digest = COALESCE(?, row_digest) WHERE id = ?"),
    /** Whatever has changed of a complaint: followers find it by its batch. What is derived seals and never unseals. */
    COMPLAINT_TOUCHED("UPDATE complaint SET stage = COALESCE(?, stage), severity = COALESCE(?, severity),"
            + " must_refer = must_refer OR ?, injury = COALESCE(?, injury),"
            + " compartment = IF(compartment = 'open', ?, compartment), batch_id = ?, imported_version = ?,"
            + " version = version + 1 WHERE id = ?"),
    SUBJECT("INSERT INTO subject (id, complaint_id, officer_id, unit_id, named_as, badge_as, described_as, source_key)"
            + " VALUES (?,?,?,?,?,?,?,?)"),
    SUBJECT_CHANGED("UPDATE subject SET officer_id = ?, unit_id = ?, named_as = ?, badge_as = ?, described_as = ?"
            + " WHERE id = ?"),
    ALLEGATION("INSERT INTO allegation (id, complaint_id, subject_id, category_code, finding, finding_local,"
            + " imposed_local, source_key, row_digest) VALUES (?,?,?,?,?,?,?,?,?)"),
    ALLEGATION_CHANGED("UPDATE allegation SET subject_id = ?, category_code = ?, finding = ?, finding_local = ?,"
            + " imposed_local = ?, row_digest = ? WHERE id = ?"),
    ALLEGATION_GONE("DELETE FROM allegation WHERE id = ?"),
    COMPLAINANT("INSERT INTO complainant (id, complaint_id, part, anonymous, sex, birth_year, group_words, injured,"
            + " source_key, row_digest) VALUES (?,?,?,?,?,?,?,?,?,?)"),
    COMPLAINANT_CHANGED("UPDATE complainant SET anonymous = ?, sex = ?, birth_year = ?, group_words = ?, injured = ?,"
            + " row_digest = ? WHERE id = ?"),
    MORE("INSERT INTO import_more (complaint_id, source, row_digest) VALUES (?,?,?)"),
    MORE_CHANGED("UPDATE import_more SET row_digest = ? WHERE complaint_id = ? AND source = ?");

    private final String sql;

    Write(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
