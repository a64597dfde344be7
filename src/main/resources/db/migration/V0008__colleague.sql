-- Who is behind an actor id, for pages of the desk only. Filled as people sign in.
CREATE TABLE colleague (
  actor        VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  display_name VARCHAR(200) NOT NULL,
  investigator BOOLEAN NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
