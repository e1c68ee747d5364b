-- Which change at its source a document shows, so that an older one that arrives late changes nothing. Documents from before
-- count as changed when they were stored. Without source_time nothing was taken in yet.
ALTER TABLE document
    ADD COLUMN source_number bigint      NOT NULL DEFAULT -1,
    ADD COLUMN source_closed boolean     NOT NULL DEFAULT false,
    ADD COLUMN source_time   timestamptz,
    ADD COLUMN source_offset bigint      NOT NULL DEFAULT 0;
UPDATE document SET source_time = updated_at;

-- Originals come and go in pieces of a bounded size; those from before are a single one.
ALTER TABLE blob
    ADD COLUMN part int NOT NULL DEFAULT 0,
    DROP CONSTRAINT blob_pkey,
    ADD PRIMARY KEY (tenant_id, document_id, version, part);
