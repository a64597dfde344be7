-- Public figures, frozen when they are released. Public routes read these tables and never the complaints: whoever looks
-- twice sees the same numbers, and a new complaint shows nowhere until the next release.

CREATE TABLE figure_release (
  id        BIGINT      NOT NULL PRIMARY KEY,
  made_at   DATETIME    NOT NULL,
  made_by   VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  threshold INT         NOT NULL               -- smaller counts are not shown
) ENGINE=InnoDB;

CREATE TABLE figure_cell (
  release_id       BIGINT       NOT NULL,
  figure           VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL, -- COMPLAINTS, CATEGORIES, FINDINGS
  institution_code VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL, -- '-' where none is known
  year             SMALLINT     NOT NULL,      -- of receipt, in UTC
  cell             VARCHAR(200) NOT NULL,      -- the group of categories or the finding; empty for complaints
  shown            INT          NULL,          -- NULL: too few to show, or hidden so that those stay hidden
  PRIMARY KEY (release_id, figure, institution_code, year, cell),
  CONSTRAINT figure_cell_release FOREIGN KEY (release_id) REFERENCES figure_release (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
