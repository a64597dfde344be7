-- When a watch last stood still before it was renewed: what came then does not fire, while a late round still reads what
-- came before. Watches that were renewed earlier have begun anew at from_position.

ALTER TABLE watch
  ADD COLUMN stood_after DATE   NULL, -- its last day before
  ADD COLUMN stood_end   BIGINT NULL; -- the ledger's end when it was renewed
