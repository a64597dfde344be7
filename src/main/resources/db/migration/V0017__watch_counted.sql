-- Which complaints a rule counted when it fired: whoever may not see one of them does not see the firing, since its
-- number would tell how many there are. No row where more were counted than are kept, or where the firing is older than
-- this table: such a firing is its owner's alone. No key to the complaints, which nobody deletes: it would take a lock on
-- each of them while a round is written, and whoever works on one would wait.

CREATE TABLE watch_counted (
  firing_id    BIGINT NOT NULL,
  complaint_id BIGINT NOT NULL,
  PRIMARY KEY (firing_id, complaint_id),
  CONSTRAINT watch_counted_firing FOREIGN KEY (firing_id) REFERENCES watch_firing (id)
) ENGINE=InnoDB;

-- What a rule has told of an officer or unit is asked for whenever it is met again.
ALTER TABLE watch_firing ADD KEY watch_firing_about (watch_id, about);
