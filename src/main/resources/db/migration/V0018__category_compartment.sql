-- Which compartment a complaint of a category belongs to, and where the category stands in the profile's list: of several
-- compartments the first in the list counts. The portal writes both from the profile at its start, so that an import,
-- which knows no profile, seals what the form would seal. Categories of a register belong to none.

ALTER TABLE category
  ADD COLUMN compartment VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'open',
  ADD COLUMN listed SMALLINT NOT NULL DEFAULT 0;
