-- What of an officer or command could not be compared with peers when a rule fired, since these are too few in units of
-- that kind: it stands beside what was to be expected. NULL where nothing was left out.

ALTER TABLE watch_firing
  ADD COLUMN apart_days       INT NULL, -- days served there
  ADD COLUMN apart_complaints INT NULL; -- those of the complaints that are about it
