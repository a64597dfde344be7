-- The complaint and its counting units, kept apart: complaint, incident, allegation, subject, complainant, victim.

CREATE TABLE complaint_number (
  year        SMALLINT NOT NULL PRIMARY KEY,
  next_serial INT NOT NULL
) ENGINE=InnoDB;

CREATE TABLE incident (
  id               BIGINT NOT NULL PRIMARY KEY,
  began_on         DATE NULL,
  date_precision   VARCHAR(12)  NOT NULL,      -- DAY, MONTH, YEAR, ABOUT, UNKNOWN
  date_words       VARCHAR(200) NULL,
  hour_of_day      TINYINT NULL,
  place_code       VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  place_words      VARCHAR(500) NULL,
  institution_code VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  unit_id          BIGINT NULL,                -- the unit at the incident date, of the first subject or as told
  latitude         DOUBLE NULL,
  longitude        DOUBLE NULL,
  CONSTRAINT incident_place FOREIGN KEY (place_code) REFERENCES place (code),
  CONSTRAINT incident_institution FOREIGN KEY (institution_code) REFERENCES institution (code),
  CONSTRAINT incident_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
  KEY incident_at (unit_id, began_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE complaint (
  id              BIGINT NOT NULL PRIMARY KEY,
  number          VARCHAR(48)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  incident_id     BIGINT       NOT NULL,
  channel         VARCHAR(24)  NOT NULL,       -- WEB, API, PHONE, LETTER, IN_PERSON, PARTNER, REGISTER
  language        VARCHAR(16)  NOT NULL,
  received_at     DATETIME     NOT NULL,
  narrative       MEDIUMTEXT   NULL,
  harmed          VARCHAR(16)  NULL,           -- SELF, FAMILY, KNOWN, STRANGER
  injury          VARCHAR(16)  NULL,           -- NONE, INJURED, DEATH, UNKNOWN
  evidence_words  TEXT NULL,
  witness_words   TEXT NULL,
  elsewhere_words TEXT NULL,
  wanted_words    TEXT NULL,
  contact_way     VARCHAR(24)  NULL,           -- how it is safe to reach the person; NULL: not at all
  interpreter     VARCHAR(120) NULL,
  publish_consent BOOLEAN      NOT NULL DEFAULT FALSE,
  stage           VARCHAR(24)  NOT NULL,
  severity        TINYINT      NOT NULL,
  must_refer      BOOLEAN      NOT NULL DEFAULT FALSE,
  compartment     VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'open',
  assignee        VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  due_on          DATE NULL,
  closed_on       DATE NULL,
  register        VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  register_key    VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  batch_id        BIGINT NULL,                 -- the last import batch that wrote it: followers find its complaints by it
  row_digest      BINARY(32) NULL,
  version         INT NOT NULL,                -- grows with every change of the complaint or a part of it
  CONSTRAINT complaint_numbered UNIQUE (number),
  CONSTRAINT complaint_registered UNIQUE (register, register_key),
  CONSTRAINT complaint_incident FOREIGN KEY (incident_id) REFERENCES incident (id),
  KEY complaint_queue (stage, severity, due_on),
  KEY complaint_received (received_at),
  KEY complaint_batch (batch_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- Claimed first in the transaction of a submission: whoever sends the same code waits here for the one who came first,
-- and then reads the receipt that was given. The pepper of the hash is not in the database.
CREATE TABLE receipt (
  hash           BINARY(32) NOT NULL PRIMARY KEY, -- HMAC-SHA-256 of the 24 digits
  complaint_id   BIGINT NOT NULL,
  content_digest BINARY(32) NOT NULL            -- SHA-256 of what was sent: a repeat is told from another text
) ENGINE=InnoDB;

CREATE TABLE subject (
  id           BIGINT NOT NULL PRIMARY KEY,
  complaint_id BIGINT NOT NULL,
  officer_id   BIGINT NULL,                    -- NULL while nobody knows who it was
  unit_id      BIGINT NULL,                    -- the unit of the posting at the incident date
  named_as     VARCHAR(300) NULL,              -- as the complainant or the register put it
  badge_as     VARCHAR(64)  NULL,
  described_as TEXT NULL,                      -- looks, uniform, vehicle
  source_key   VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  CONSTRAINT subject_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id),
  CONSTRAINT subject_officer FOREIGN KEY (officer_id) REFERENCES officer (id),
  CONSTRAINT subject_unit FOREIGN KEY (unit_id) REFERENCES unit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE allegation (
  id            BIGINT NOT NULL PRIMARY KEY,
  complaint_id  BIGINT NOT NULL,
  subject_id    BIGINT NULL,                   -- NULL: against nobody that is known
  category_code VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  finding       VARCHAR(24) NULL,              -- NULL: none yet
  finding_local VARCHAR(100) NULL,             -- the register's own word or code
  imposed_local VARCHAR(200) NULL,             -- what the register says was imposed
  source_key    VARCHAR(160) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  row_digest    BINARY(32) NULL,
  CONSTRAINT allegation_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id),
  CONSTRAINT allegation_subject FOREIGN KEY (subject_id) REFERENCES subject (id),
  CONSTRAINT allegation_category FOREIGN KEY (category_code) REFERENCES category (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE complainant (
  id           BIGINT NOT NULL PRIMARY KEY,
  complaint_id BIGINT NOT NULL,
  part         VARCHAR(16) NOT NULL,           -- COMPLAINANT or VICTIM: two counting units
  anonymous    BOOLEAN NOT NULL,
  sex          VARCHAR(16)  NULL,
  birth_year   SMALLINT NULL,
  group_words  VARCHAR(100) NULL,              -- ethnic or other group, where a register holds it
  injured      VARCHAR(16)  NULL,
  source_key   VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  row_digest   BINARY(32) NULL,
  CONSTRAINT complainant_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE vault_identity (
  complaint_id BIGINT NOT NULL PRIMARY KEY,
  sealed       BLOB NOT NULL,                  -- AES-256-GCM under the vault's key, bound to the complaint's id
  CONSTRAINT vault_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id)
) ENGINE=InnoDB;

CREATE TABLE triage_decision (
  id           BIGINT NOT NULL PRIMARY KEY,
  complaint_id BIGINT NOT NULL,
  route        VARCHAR(16) NOT NULL,           -- INVESTIGATE, REFER, MEDIATE, REFUSE
  reason       TEXT NOT NULL,
  assignee     VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  decided_by   VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  decided_at   DATETIME NOT NULL,
  CONSTRAINT triage_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
