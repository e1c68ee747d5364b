-- Turns inside a lane go by weighted fair queueing (R__claim.sql). `served_at` says since when a turn waits: since it was
-- last served or, after a pause, since there was work again.
ALTER TABLE turn
    -- The tenant's plan, as whoever last published for it showed; a weight belongs to each plan.
    ADD COLUMN plan        text             NOT NULL DEFAULT '',
    -- Nothing of it can be taken sooner; infinity where nothing waits. Whoever makes work available sooner says so here.
    ADD COLUMN next_at     timestamptz      NOT NULL DEFAULT '-infinity',
    -- The tenant is left alone for so long, whatever waits.
    ADD COLUMN rests_until timestamptz      NOT NULL DEFAULT '-infinity',
    -- Start tag of the last turn and finish tag, in turns of a tenant of weight 1.
    ADD COLUMN started     double precision NOT NULL DEFAULT 0,
    ADD COLUMN pass        double precision NOT NULL DEFAULT 0;
ALTER TABLE turn ALTER COLUMN served_at SET DEFAULT now();
UPDATE turn SET served_at = now();

CREATE INDEX turn_next ON turn (lane, pass) WHERE next_at < 'infinity';
CREATE INDEX turn_started ON turn (lane, started);

GRANT UPDATE ON turn TO ${service_role};
