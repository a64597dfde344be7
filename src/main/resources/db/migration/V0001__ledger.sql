-- What was done, by whom and when, in an order that nobody can change: no name, no narrative, only commitments.
-- An act is inserted in the transaction of what it tells of and is numbered after the commit by one sequencer, because
-- a counter held until commit would make every writer wait for every other.

CREATE TABLE act (
  id         BIGINT       NOT NULL PRIMARY KEY,
  position   BIGINT       NULL,               -- from 0, without gaps; NULL until the sequencer has numbered it
  kind       VARCHAR(48)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  subject    BIGINT       NULL,               -- the complaint or the batch that it is about
  actor      VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  at         DATETIME     NOT NULL,
  salt       BINARY(16)   NOT NULL,           -- destroying it makes the commitment unreadable for good
  commitment BINARY(32)   NOT NULL,           -- SHA-256 of the salt and the content
  leaf_hash  BINARY(32)   NOT NULL,           -- hash of the leaf: RFC 8785 text of act, at, commitment and id
  detail     VARCHAR(500) NULL,               -- short machine detail without anything personal
  CONSTRAINT act_position UNIQUE (position),  -- also finds what has no position yet: NULLs stand together in front
  KEY act_subject (subject, id),
  KEY act_leaf (leaf_hash)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

CREATE TABLE ledger_node (
  level TINYINT    NOT NULL,                  -- from 1; level 0 is the leaf hash of the act at that position
  node  BIGINT     NOT NULL,
  hash  BINARY(32) NOT NULL,
  PRIMARY KEY (level, node)
) ENGINE=InnoDB;

CREATE TABLE tree_head (
  size      BIGINT       NOT NULL PRIMARY KEY,
  root      BINARY(32)   NOT NULL,
  at        DATETIME     NOT NULL,
  signature VARBINARY(128) NOT NULL           -- over the checkpoint's text
) ENGINE=InnoDB;

CREATE TABLE lease (
  name   VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  holder VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  until  DATETIME     NOT NULL
) ENGINE=InnoDB;

CREATE TABLE follower (
  name     VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  position BIGINT      NOT NULL               -- the last position that it has followed; -1 for none
) ENGINE=InnoDB;
