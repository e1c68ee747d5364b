-- A sitemap whose pages are documents. `due_at` is when it may be read; while a replica reads it, when its lease runs out.
CREATE TABLE source (
    tenant_id       uuid        NOT NULL,
    id              uuid        NOT NULL,
    sitemap_url     text        NOT NULL,
    recrawl_seconds bigint      NOT NULL,
    metadata        jsonb       NOT NULL DEFAULT '{}',
    acl             text[]      NOT NULL DEFAULT '{}',
    lane            smallint    NOT NULL CHECK (lane BETWEEN 0 AND 2),
    -- Its documents are being deleted, and then it.
    deleted         boolean     NOT NULL DEFAULT false,
    refused         int         NOT NULL DEFAULT 0,
    failure_code    text,
    failure         text,
    attempts        int         NOT NULL DEFAULT 0,
    created_at      timestamptz NOT NULL,
    read_at         timestamptz,
    due_at          timestamptz NOT NULL,
    lease_token     uuid,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, sitemap_url)
);
CREATE INDEX source_due ON source (due_at);

-- Where a document comes from that is fetched. The row speaks for one version of the document: where the document has gone on
-- without it, somebody else has replaced or deleted it, and the page is left alone. `due_at` as for a source; never where absent.
CREATE TABLE page (
    tenant_id       uuid        NOT NULL,
    document_id     uuid        NOT NULL,
    version         bigint      NOT NULL,
    source_id       uuid,
    url             text        NOT NULL,
    -- Where it has moved for good.
    moved_to        text,
    host            text        NOT NULL,
    lane            smallint    NOT NULL CHECK (lane BETWEEN 0 AND 2),
    recrawl_seconds bigint,
    -- SHA-256 of what was fetched last; absent where nothing was yet.
    content_hash    text,
    content_type    text,
    etag            text,
    last_modified   text,
    -- How often in a row it was not found.
    misses          int         NOT NULL DEFAULT 0,
    attempts        int         NOT NULL DEFAULT 0,
    -- The reading of its source that listed it last.
    listed_in       uuid,
    due_at          timestamptz,
    lease_token     uuid,
    PRIMARY KEY (tenant_id, document_id)
);
CREATE INDEX page_due ON page (host, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX page_leased ON page (tenant_id) WHERE lease_token IS NOT NULL;
CREATE INDEX page_source ON page (tenant_id, source_id, url) WHERE source_id IS NOT NULL;

-- Hosts that are asked, with their port: of no tenant, since a host counts the requests of all of them. `turn_at` is when the
-- next page of it may be begun, `free_at` when it may be asked; while somebody asks it, when that lease runs out.
CREATE TABLE host (
    name           text PRIMARY KEY,
    turn_at        timestamptz NOT NULL DEFAULT now(),
    free_at        timestamptz NOT NULL DEFAULT now(),
    lease_token    uuid,
    robots         bytea,
    robots_status  int,
    robots_read_at timestamptz
);

ALTER TABLE source ENABLE ROW LEVEL SECURITY;
ALTER TABLE page ENABLE ROW LEVEL SECURITY;
ALTER TABLE host ENABLE ROW LEVEL SECURITY;

CREATE POLICY tenant ON source TO ${service_role}
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
CREATE POLICY tenant ON page TO ${service_role}
    USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
    WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON source, page TO ${service_role};

-- The system role hands out what is due, across tenants, and keeps the hosts.
CREATE POLICY crawl ON source TO ${system_role} USING (true);
CREATE POLICY crawl ON page TO ${system_role} USING (true);
CREATE POLICY crawl ON host TO ${system_role} USING (true);
GRANT SELECT, UPDATE ON source, page TO ${system_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON host TO ${system_role};

-- Whoever makes a page due makes its host known, and learns nothing of it.
CREATE POLICY known ON host FOR INSERT TO ${service_role} WITH CHECK (true);
GRANT INSERT ON host TO ${service_role};
