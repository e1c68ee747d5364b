-- What failed, kept until it is replayed, has succeeded in a later version, or has been here too long: a document (whose
-- original stands among the blobs), or a record of an intake topic that never became one.
CREATE TABLE dead_letter (
    id             uuid        PRIMARY KEY,
    -- Absent where nobody knows whose the record is: the operator's alone.
    tenant_id      uuid,
    stage          text        NOT NULL,
    code           text        NOT NULL,
    reason         text        NOT NULL,
    attempts       int         NOT NULL,
    died_at        timestamptz NOT NULL,
    -- What was tried last is replayed last, so that letters that are refused again do not hold up the others.
    tried_at       timestamptz NOT NULL,
    -- Somebody replays it, and is given until then.
    busy_until     timestamptz,
    document_id    uuid,
    external_id    text,
    version        bigint,
    lane           smallint CHECK (lane BETWEEN 0 AND 2),
    topic          text,
    partition      int,
    record_offset  bigint,
    record_time    timestamptz,
    record_key     text,
    headers        jsonb,
    value          bytea,
    CHECK ((document_id IS NOT NULL AND tenant_id IS NOT NULL AND external_id IS NOT NULL AND version IS NOT NULL)
        OR (topic IS NOT NULL AND partition IS NOT NULL AND record_offset IS NOT NULL AND record_time IS NOT NULL
            AND headers IS NOT NULL AND lane IS NOT NULL)),
    -- One for each document: its last failure.
    UNIQUE (tenant_id, document_id),
    -- A record that comes again is the same; offsets begin anew where a topic was made anew, times do not.
    UNIQUE (topic, partition, record_offset, record_time)
);
ALTER TABLE dead_letter ALTER COLUMN value SET STORAGE EXTERNAL;
CREATE INDEX dead_letter_next ON dead_letter (tenant_id, tried_at, id);
CREATE INDEX dead_letter_age ON dead_letter (died_at);

ALTER TABLE dead_letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON dead_letter TO ${service_role}
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON dead_letter TO ${service_role};

-- The operator sees the letters of all tenants and those of none, and those that are too old go whosever they are.
CREATE POLICY operator ON dead_letter TO ${system_role} USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON dead_letter TO ${system_role};

-- The world is told of records that are nobody's too.
ALTER TABLE outbox ALTER COLUMN tenant_id DROP NOT NULL;
GRANT INSERT ON outbox TO ${system_role};
