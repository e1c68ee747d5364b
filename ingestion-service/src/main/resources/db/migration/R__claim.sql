-- Takes the next task for as long as a lease lasts; no row where nothing may begin.
--
-- Of the most urgent lane in which something waits, the tenant whose turn it is: start-time fair queueing (Goyal, Vin and
-- Cheng, "Start-time Fair Queuing", SIGCOMM 1996) over tenants by weight. A turn moves its tenant's pass on by 1/weight; the
-- lowest pass is next. A tenant that was away, or could not be served, begins at most one turn behind the lane's present: it
-- saves up nothing. Of the tenant, the task that could be taken first.
--
-- by_age: first of all the turn, of whatever lane, that has waited longer than `ageing`, the longest before the others. Who
-- asks so once in a while gives no lane less than that, and urgent lanes lose no more than that to old work.
--
-- Turns that another claim or an intake has just locked are passed over. The lock on the tenant makes claims in its other
-- lanes visible to the count of what it has under way; each statement here sees what was committed before it.
CREATE OR REPLACE FUNCTION claim(
    lease interval, per_tenant bigint, ageing interval, by_age boolean, plans text[], weights double precision[])
RETURNS SETOF work
LANGUAGE plpgsql
SET search_path = ${flyway:defaultSchema}, pg_temp
AS $$
DECLARE
    present     constant timestamptz := clock_timestamp();
    passed_over uuid[] := '{}';
    served      turn;
    aged        boolean;
    stride      double precision;
    start       double precision;
BEGIN
    LOOP
        aged := false;
        IF by_age THEN
            SELECT * INTO served FROM turn
            WHERE next_at < 'infinity' AND next_at <= present AND rests_until <= present
                AND served_at <= present - ageing AND tenant_id <> ALL (passed_over)
            ORDER BY served_at LIMIT 1
            FOR UPDATE SKIP LOCKED;
            aged := FOUND;
        END IF;
        IF NOT aged THEN
            SELECT * INTO served FROM turn
            WHERE next_at < 'infinity' AND next_at <= present AND rests_until <= present
                AND tenant_id <> ALL (passed_over)
            ORDER BY lane, pass LIMIT 1
            FOR UPDATE SKIP LOCKED;
            EXIT WHEN NOT FOUND;
        END IF;

        IF pg_try_advisory_xact_lock(hashtextextended('work', 0) # hashtextextended(served.tenant_id::text, 0)) THEN
            RETURN QUERY
                UPDATE work SET attempts = attempts + 1, lease_token = gen_random_uuid(), available_at = present + lease
                WHERE (tenant_id, document_id) = (
                    SELECT tenant_id, document_id FROM work
                    WHERE tenant_id = served.tenant_id AND lane = served.lane AND available_at <= present
                        AND per_tenant > (
                            SELECT count(*) FROM work busy
                            WHERE busy.tenant_id = served.tenant_id AND busy.lease_token IS NOT NULL
                                AND busy.available_at > present)
                    ORDER BY available_at LIMIT 1
                    FOR UPDATE SKIP LOCKED)
                RETURNING *;
            IF FOUND THEN
                stride := 1 / coalesce((
                    SELECT of_plan.weight FROM unnest(plans, weights) AS of_plan (plan, weight)
                    WHERE of_plan.plan = served.plan), 1);
                start := greatest(
                    served.pass, (SELECT max(started) FROM turn WHERE lane = served.lane) - stride);
                UPDATE turn SET
                    pass = start + stride, started = CASE WHEN aged THEN started ELSE start END, served_at = present,
                    next_at = (SELECT min(available_at) FROM work WHERE tenant_id = served.tenant_id AND lane = served.lane)
                WHERE tenant_id = served.tenant_id AND lane = served.lane;
                RETURN;
            END IF;
            UPDATE turn SET next_at = later.at
            FROM (
                SELECT coalesce(min(available_at), 'infinity') AS at FROM work
                WHERE tenant_id = served.tenant_id AND lane = served.lane) later
            WHERE tenant_id = served.tenant_id AND lane = served.lane AND later.at > present;
        END IF;
        passed_over := passed_over || served.tenant_id;
    END LOOP;
END $$;

REVOKE ALL ON FUNCTION claim FROM public;
GRANT EXECUTE ON FUNCTION claim TO ${system_role};
