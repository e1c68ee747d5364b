package io.frontdesk.ingestion.blob;

import java.util.UUID;

/** Names the original of one version of a document. */
public record BlobKey(UUID tenantId, UUID documentId, long version) {}
