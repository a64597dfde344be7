-- What people confirmed about who the accused are: which officer of the roster a subject is, and which complaints are
-- about the same unknown person or patrol. Both stand until somebody takes them back; nothing is deleted, so that a
-- review sees who held what to be true, when and why.

CREATE TABLE identification (
  id            BIGINT NOT NULL PRIMARY KEY,
  complaint_id  BIGINT NOT NULL,
  subject_id    BIGINT NOT NULL,
  officer_id    BIGINT NOT NULL,
  unit_before   BIGINT NULL,                   -- the subject's unit before, for the way back
  reason        VARCHAR(2000) NOT NULL,
  confirmed_by  VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  confirmed_at  DATETIME NOT NULL,
  undone_reason VARCHAR(2000) NULL,
  undone_by     VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  undone_at     DATETIME NULL,
  standing      BIGINT NULL,                   -- the subject while it stands, then NULL: one at a time for each
  CONSTRAINT identification_standing UNIQUE (standing),
  CONSTRAINT identification_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id),
  CONSTRAINT identification_subject FOREIGN KEY (subject_id) REFERENCES subject (id),
  CONSTRAINT identification_officer FOREIGN KEY (officer_id) REFERENCES officer (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE officer_cluster (
  id            BIGINT NOT NULL PRIMARY KEY,
  label         VARCHAR(120)  NOT NULL,
  reason        VARCHAR(2000) NOT NULL,
  confirmed_by  VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  confirmed_at  DATETIME NOT NULL,
  undone_reason VARCHAR(2000) NULL,
  undone_by     VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  undone_at     DATETIME NULL,
  standing      BINARY(32) NULL,               -- digest of the members while it stands, then NULL: the same ones once
  CONSTRAINT officer_cluster_standing UNIQUE (standing)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE officer_cluster_member (
  cluster_id   BIGINT NOT NULL,
  complaint_id BIGINT NOT NULL,
  PRIMARY KEY (cluster_id, complaint_id),
  CONSTRAINT cluster_member_cluster FOREIGN KEY (cluster_id) REFERENCES officer_cluster (id),
  CONSTRAINT cluster_member_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id),
  KEY cluster_member_of (complaint_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
