-- Saved searches and early-warning rules that staff leave on watch, and what came up.

-- What the realm last said of somebody, for watches that fire while their owner is not here.
CREATE TABLE actor_role (
  actor   VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  roles   VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  told_at DATETIME NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE watch (
  id            BIGINT NOT NULL PRIMARY KEY,
  owner         VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  label         VARCHAR(120)  NOT NULL,
  purpose       VARCHAR(1000) NOT NULL,        -- why the owner may look for this
  kind          VARCHAR(16)   NOT NULL,        -- SEARCH, OFFICER or UNIT
  question      VARCHAR(8000) NOT NULL,        -- the address of the search; empty for a rule over everything
  complaints    INT NULL,                      -- of a rule: so many complaints
  within_days   INT NULL,                      -- within so many days of receipt
  made_at       DATETIME NOT NULL,
  from_position BIGINT NOT NULL,               -- the ledger's end when it was made: what came before does not fire
  runs_until    DATE NOT NULL,                 -- the last day on which it fires
  ended_at      DATETIME NULL,
  version       INT NOT NULL,
  KEY watch_running (ended_at, runs_until),
  KEY watch_owner (owner)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- One row for each version of a complaint that a watch met; the key makes a second reading of the ledger harmless.
CREATE TABLE watch_firing (
  id                BIGINT NOT NULL PRIMARY KEY,
  watch_id          BIGINT NOT NULL,
  complaint_id      BIGINT NOT NULL,
  complaint_version INT NOT NULL,
  about             VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '', -- of a rule: officer or unit
  counted           INT NULL,                  -- of a rule: complaints about it within the days of the rule
  expected          DOUBLE NULL,               -- as many were to be expected of its peers; NULL: too few peers
  peers             INT NULL,
  chance            DOUBLE NULL,               -- the probability to meet the rule by chance
  fired_at          DATETIME NOT NULL,
  state             VARCHAR(12) NOT NULL,      -- NEW, REPLACED (by a later version), REVIEWED, FOLLOWED
  action            VARCHAR(24) NULL,
  reason            VARCHAR(2000) NULL,
  reviewed_by       VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  reviewed_at       DATETIME NULL,
  effect_due_on     DATE NULL,                 -- when somebody must look whether the action had an effect
  effect            VARCHAR(24) NULL,
  effect_words      VARCHAR(2000) NULL,
  effect_by         VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  effect_at         DATETIME NULL,
  CONSTRAINT watch_firing_once UNIQUE (watch_id, complaint_id, complaint_version, about),
  CONSTRAINT watch_firing_watch FOREIGN KEY (watch_id) REFERENCES watch (id),
  CONSTRAINT watch_firing_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id),
  KEY watch_firing_queue (watch_id, state, effect_due_on)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

-- How far the ledger was read for watches: moved in the transaction of what fired, so that nothing is lost or doubled.
-- Its lock lets one node of several do it.
CREATE TABLE watch_position (
  id       TINYINT NOT NULL PRIMARY KEY,
  position BIGINT  NOT NULL
) ENGINE=InnoDB;
INSERT INTO watch_position (id, position) SELECT 1, COALESCE(MAX(position), -1) FROM act;
