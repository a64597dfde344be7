-- What is written about a complaint after it came in: messages between the complainant and the commission, internal
-- notes of staff, letters. A row is never changed, except that its text may be erased; that it was there stays.

CREATE TABLE correspondence (
  id           BIGINT NOT NULL PRIMARY KEY,
  complaint_id BIGINT NOT NULL,
  kind         VARCHAR(12) NOT NULL,           -- MESSAGE, NOTE, LETTER
  direction    VARCHAR(8)  NOT NULL,           -- IN: from the complainant or another body; OUT; INSIDE: a note
  party        VARCHAR(200) NULL,              -- of a letter: to whom or from whom
  subject      VARCHAR(200) NULL,              -- of a letter
  dated        DATE NULL,                      -- of a letter: the day that it bears
  text         MEDIUMTEXT NULL,                -- NULL: erased
  written_by   VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL, -- NULL: the complainant
  written_at   DATETIME NOT NULL,
  send_key     BINARY(32) NOT NULL,            -- digest of complaint, key of the form and text: a repeat is one row
  CONSTRAINT correspondence_once UNIQUE (send_key),
  CONSTRAINT correspondence_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
