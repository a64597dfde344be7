-- Documents that are attached to complaints. The content is sealed in parts; its words, once read, stand beside it like
-- the narrative of the complaint, because the index and every node need them.

CREATE TABLE document (
  id            BIGINT       NOT NULL PRIMARY KEY,
  complaint_id  BIGINT       NOT NULL,
  name          VARCHAR(120) NOT NULL,        -- cleaned, with the ending of what it is
  kind          VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  size          BIGINT       NOT NULL,        -- bytes of the plain content
  sha256        BINARY(32)   NOT NULL,        -- of the plain content
  salt          BINARY(32)   NOT NULL,        -- of its key
  added_at      DATETIME     NOT NULL,
  added_by      VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  act_id        BIGINT       NOT NULL,        -- the act that commits to the hash
  text_state    VARCHAR(16)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  text          LONGTEXT     NULL,
  text_attempts TINYINT      NOT NULL DEFAULT 0,
  text_until    DATETIME     NULL,            -- until when a node has taken it for reading
  CONSTRAINT document_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id),
  CONSTRAINT document_once UNIQUE (complaint_id, sha256),
  KEY document_text (text_state, text_until)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE document_part (
  document_id BIGINT     NOT NULL,
  part        INT        NOT NULL,            -- from 0
  sealed      MEDIUMBLOB NOT NULL,
  PRIMARY KEY (document_id, part),
  CONSTRAINT document_part_of FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE
) ENGINE=InnoDB;
