-- What a country owns as data: institutions, their units over time, places, allegation categories.
-- Codes are ended, never deleted, so that an old complaint keeps its old code.

CREATE TABLE institution (
  code        VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  name        VARCHAR(200) NOT NULL,
  kind        VARCHAR(24)  NOT NULL,           -- police, army, gendarmerie, prison, intelligence, other
  register    VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL, -- the old register that brought it, if any
  valid_from  DATE NULL,
  valid_to    DATE NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE unit (
  id               BIGINT NOT NULL PRIMARY KEY,
  institution_code VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  code             VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  parent_id        BIGINT NULL,
  name             VARCHAR(200) NOT NULL,
  kind             VARCHAR(32)  NOT NULL,      -- the peer group: station, patrol, checkpoint, prison, battalion, ...
  opened_on        DATE NULL,
  closed_on        DATE NULL,
  row_digest       BINARY(32) NULL,            -- digest of the imported source row
  CONSTRAINT unit_code UNIQUE (institution_code, code),
  CONSTRAINT unit_institution FOREIGN KEY (institution_code) REFERENCES institution (code),
  CONSTRAINT unit_parent FOREIGN KEY (parent_id) REFERENCES unit (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE place (
  code        VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  parent_code VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  level       TINYINT      NOT NULL,           -- 1 is the widest area
  name        VARCHAR(200) NOT NULL,
  latitude    DOUBLE NULL,
  longitude   DOUBLE NULL,
  valid_from  DATE NULL,
  valid_to    DATE NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE category (
  code        VARCHAR(96)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  register    VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  group_name  VARCHAR(200) NOT NULL,
  label       VARCHAR(300) NOT NULL,
  iccs        VARCHAR(16)  NULL,               -- International Classification of Crime for Statistical Purposes
  severity    TINYINT      NOT NULL,           -- 1 low to 5 death
  must_refer  BOOLEAN      NOT NULL DEFAULT FALSE,
  valid_from  DATE NULL,
  valid_to    DATE NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
