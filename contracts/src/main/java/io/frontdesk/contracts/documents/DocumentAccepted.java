package io.frontdesk.contracts.documents;

import java.util.UUID;

/** The answer to a document that was taken in: it is stored, and will be indexed. */
public record DocumentAccepted(UUID id, DocumentState state, long version) {}
