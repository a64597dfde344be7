-- By which copies of a narrative are found: made once, when the complaint comes in, from the words that nobody edits, and
-- gone with their row. NULL where there are no words, or where the complaint is older than this column: the index then
-- makes it from the words.

ALTER TABLE complaint ADD COLUMN narrative_signature VARBINARY(258) NULL;
