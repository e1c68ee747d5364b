-- A document as its publisher last left it. Replacing and deleting it raise the version; a deleted one keeps its row, so
-- that versions never go backwards.
CREATE TABLE document (
    tenant_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    external_id   text        NOT NULL,
    version       bigint      NOT NULL,
    -- SHA-256 over content and description; absent where the same content again is to be taken in anew.
    fingerprint   text,
    given_title   text,
    file_name     text,
    given_type    text,
    url           text,
    metadata      jsonb       NOT NULL DEFAULT '{}',
    acl           text[]      NOT NULL DEFAULT '{}',
    lane          smallint    NOT NULL DEFAULT 1 CHECK (lane BETWEEN 0 AND 2),
    size_bytes    bigint      NOT NULL DEFAULT 0,
    parsed_title  text,
    parsed_type   text,
    state         text        NOT NULL
        CHECK (state IN ('received', 'parsing', 'chunked', 'indexing', 'indexed', 'failed', 'deleted')),
    -- Chunks that the version at work was cut into; `chunks` counts those that are searched.
    pieces        int         NOT NULL DEFAULT 0,
    chunks        int         NOT NULL DEFAULT 0,
    failure_code  text,
    failure       text,
    failed_stage  text,
    attempts      int         NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, external_id)
);

-- Originals, where they are kept in PostgreSQL. Files that are compressed already gain nothing from a second time.
CREATE TABLE blob (
    tenant_id   uuid   NOT NULL,
    document_id uuid   NOT NULL,
    version     bigint NOT NULL,
    content     bytea  NOT NULL,
    PRIMARY KEY (tenant_id, document_id, version)
);
ALTER TABLE blob ALTER COLUMN content SET STORAGE EXTERNAL;

-- What is to be done: at most one thing a document, the latest. `available_at` is when it may be taken; while a worker
-- holds it, that is when its lease runs out.
CREATE TABLE work (
    tenant_id     uuid        NOT NULL,
    document_id   uuid        NOT NULL,
    version       bigint      NOT NULL,
    task          text        NOT NULL CHECK (task IN ('index', 'remove')),
    lane          smallint    NOT NULL CHECK (lane BETWEEN 0 AND 2),
    available_at  timestamptz NOT NULL,
    attempts      int         NOT NULL DEFAULT 0,
    postponements int         NOT NULL DEFAULT 0,
    lease_token   uuid,
    enqueued_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, document_id)
);
CREATE INDEX work_next ON work (tenant_id, lane, available_at);
CREATE INDEX work_leased ON work (tenant_id, available_at) WHERE lease_token IS NOT NULL;

-- Whose turn it is inside a lane.
CREATE TABLE turn (
    tenant_id uuid        NOT NULL,
    lane      smallint    NOT NULL,
    served_at timestamptz NOT NULL DEFAULT '-infinity',
    PRIMARY KEY (tenant_id, lane)
);

-- What the world is to be told, written in the transaction in which it happened.
CREATE TABLE outbox (
    position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          uuid        NOT NULL UNIQUE,
    tenant_id   uuid        NOT NULL,
    document_id uuid        NOT NULL,
    topic       text        NOT NULL,
    type        text        NOT NULL,
    data        text        NOT NULL,
    happened_at timestamptz NOT NULL
);
CREATE INDEX outbox_document ON outbox (document_id, position);

ALTER TABLE document ENABLE ROW LEVEL SECURITY;
ALTER TABLE blob ENABLE ROW LEVEL SECURITY;
ALTER TABLE work ENABLE ROW LEVEL SECURITY;
ALTER TABLE turn ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON document TO ${service_role}
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY tenant ON blob TO ${service_role}
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY tenant ON work TO ${service_role}
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY tenant ON turn TO ${service_role}
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY tenant ON outbox TO ${service_role}
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE ON document TO ${service_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON blob, work TO ${service_role};
GRANT SELECT, INSERT ON turn TO ${service_role};
GRANT INSERT ON outbox TO ${service_role};

-- The system role hands out work and empties the outbox; documents and their content are none of its business.
CREATE POLICY queue ON work TO ${system_role} USING (true);
CREATE POLICY queue ON turn TO ${system_role} USING (true);
CREATE POLICY relay ON outbox TO ${system_role} USING (true);
GRANT SELECT, UPDATE ON work, turn TO ${system_role};
-- FOR UPDATE asks for the right to update, though nothing is.
GRANT SELECT, UPDATE, DELETE ON outbox TO ${system_role};
