-- Who served where, and when. The unit that counts is the one of the posting at the incident date.

CREATE TABLE officer (
  id               BIGINT NOT NULL PRIMARY KEY,
  institution_code VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  service_key      VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL, -- the force's or register's own key
  given_name       VARCHAR(120) NULL,
  family_name      VARCHAR(120) NULL,          -- or the initials, where a register gives no more
  sex              VARCHAR(16)  NULL,
  birth_year       SMALLINT     NULL,
  badge            VARCHAR(32)  NULL,
  grade            VARCHAR(64)  NULL,          -- the rank, a reserved word in MySQL
  appointed_on     DATE NULL,
  left_on          DATE NULL,
  row_digest       BINARY(32) NULL,
  CONSTRAINT officer_key UNIQUE (institution_code, service_key),
  CONSTRAINT officer_institution FOREIGN KEY (institution_code) REFERENCES institution (code),
  KEY officer_family_name (family_name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE posting (
  id         BIGINT NOT NULL PRIMARY KEY,
  officer_id BIGINT NOT NULL,
  unit_id    BIGINT NOT NULL,
  from_on    DATE NULL,
  to_on      DATE NULL,                        -- last day, included; NULL while it lasts
  role       VARCHAR(16) NOT NULL,             -- MEMBER or COMMANDER
  source_key VARCHAR(96) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  row_digest BINARY(32) NULL,
  CONSTRAINT posting_source UNIQUE (source_key),
  CONSTRAINT posting_officer FOREIGN KEY (officer_id) REFERENCES officer (id),
  CONSTRAINT posting_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
  KEY posting_at (officer_id, from_on),
  KEY posting_command (unit_id, role, from_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
