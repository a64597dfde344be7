-- What is left of a document that was removed: that it was there, who removed it, when and why. Its row goes with its
-- content, its words, its name and its hash; so it can be attached again where it was removed by mistake.

CREATE TABLE document_removed (
  id            BIGINT       NOT NULL PRIMARY KEY,        -- the key that the document had
  complaint_id  BIGINT       NOT NULL,
  kind          VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  added_at      DATETIME     NOT NULL,
  added_by      VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  added_act     BIGINT       NOT NULL,                    -- the act that committed to its hash when it came in
  removed_at    DATETIME     NOT NULL,
  removed_by    VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  removed_act   BIGINT       NOT NULL,                    -- the act that commits to the same
  reason        VARCHAR(24)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  CONSTRAINT document_removed_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
