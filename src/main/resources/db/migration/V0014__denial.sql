-- The answer no: what people looked at and said not to be so, so that it is not asked again. Which complaints are not
-- about the same person or patrol, and which officer a subject is not. Both stand until somebody takes them back.
-- And clusters that were joined out of others, which stand again when the joined one is undone.

CREATE TABLE cluster_denial (
  id            BIGINT NOT NULL PRIMARY KEY,
  reason        VARCHAR(2000) NOT NULL,
  denied_by     VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  denied_at     DATETIME NOT NULL,
  undone_reason VARCHAR(2000) NULL,
  undone_by     VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  undone_at     DATETIME NULL,
  standing      BINARY(32) NULL,               -- digest of the members while it stands, then NULL: the same ones once
  CONSTRAINT cluster_denial_standing UNIQUE (standing)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE cluster_denial_member (
  denial_id    BIGINT NOT NULL,
  complaint_id BIGINT NOT NULL,
  PRIMARY KEY (denial_id, complaint_id),
  CONSTRAINT denial_member_denial FOREIGN KEY (denial_id) REFERENCES cluster_denial (id),
  CONSTRAINT denial_member_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id),
  KEY denial_member_of (complaint_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE identification_denial (
  id            BIGINT NOT NULL PRIMARY KEY,
  complaint_id  BIGINT NOT NULL,
  subject_id    BIGINT NOT NULL,
  officer_id    BIGINT NOT NULL,
  reason        VARCHAR(2000) NOT NULL,
  denied_by     VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  denied_at     DATETIME NOT NULL,
  undone_reason VARCHAR(2000) NULL,
  undone_by     VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  undone_at     DATETIME NULL,
  standing      BIGINT NULL,                   -- the subject while it stands, then NULL: each officer once
  CONSTRAINT identification_denial_standing UNIQUE (standing, officer_id),
  CONSTRAINT identification_denial_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id),
  CONSTRAINT identification_denial_subject FOREIGN KEY (subject_id) REFERENCES subject (id),
  CONSTRAINT identification_denial_officer FOREIGN KEY (officer_id) REFERENCES officer (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE officer_cluster_part (
  cluster_id BIGINT NOT NULL,                  -- the joined one
  part_id    BIGINT NOT NULL,                  -- what it was joined out of, which does not stand while the joined one does
  PRIMARY KEY (cluster_id, part_id),
  CONSTRAINT cluster_part_cluster FOREIGN KEY (cluster_id) REFERENCES officer_cluster (id),
  CONSTRAINT cluster_part_part FOREIGN KEY (part_id) REFERENCES officer_cluster (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
