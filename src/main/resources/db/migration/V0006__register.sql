-- Imports of old registers: what was brought when, and how to tell an imported row that somebody has touched since.

ALTER TABLE complaint ADD COLUMN imported_version INT NULL; -- the version that the last import left; another one: changed here since
ALTER TABLE subject ADD CONSTRAINT subject_source UNIQUE (complaint_id, source_key);
ALTER TABLE allegation ADD CONSTRAINT allegation_source UNIQUE (complaint_id, source_key);
ALTER TABLE complainant ADD CONSTRAINT complainant_source UNIQUE (complaint_id, part, source_key);

CREATE TABLE import_run (
  id             BIGINT NOT NULL PRIMARY KEY,
  register       VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  mapping_digest BINARY(32) NOT NULL,          -- which wording of the mapping was used
  started_at     DATETIME NOT NULL,
  ended_at       DATETIME NULL,                -- NULL: still going, or killed
  summary        VARCHAR(500) NULL             -- counts only
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE import_batch (
  id     BIGINT NOT NULL PRIMARY KEY,          -- the subject of the act BATCH_IMPORTED
  run_id BIGINT NOT NULL,
  writes INT NOT NULL,
  digest BINARY(32) NOT NULL,                  -- SHA-256 over everything that the batch wrote, in order
  at     DATETIME NOT NULL,
  CONSTRAINT import_batch_run FOREIGN KEY (run_id) REFERENCES import_run (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- A complaint's further rows (a file of narratives, say): the digest tells whether the row has changed.
CREATE TABLE import_more (
  complaint_id BIGINT NOT NULL,
  source       VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  row_digest   BINARY(32) NOT NULL,
  PRIMARY KEY (complaint_id, source),
  CONSTRAINT import_more_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
