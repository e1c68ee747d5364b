ALTER TABLE document
    -- Rises with each write, so that readers know what they have seen.
    ADD COLUMN revision    bigint NOT NULL DEFAULT 0,
    -- Pieces of the version at work that the index has taken.
    ADD COLUMN staged      int    NOT NULL DEFAULT 0,
    -- When it was last indexed, or failed, where nothing has happened since: the pace of a tenant's work.
    ADD COLUMN finished_at timestamptz;
CREATE INDEX document_finished ON document (tenant_id, finished_at) WHERE finished_at IS NOT NULL;
