package io.frontdesk.contracts.index;

import java.time.Instant;
import java.util.UUID;

/**
 * What searches find of a tenant changed: the value of a record on {@code frontdesk.knowledge.changed}, whose key is the
 * tenant. Versions of a tenant come in their order, each one greater than the one before.
 *
 * @param knowledgeVersion from which on every search sees the change
 * @param documentId the document that changed
 * @param chunksAdded how many chunks came
 * @param chunksRemoved how many chunks of its former version went
 */
public record KnowledgeChanged(long knowledgeVersion, UUID documentId, int chunksAdded, int chunksRemoved, Instant at) {
    /** The CloudEvents type. */
    public static final String TYPE = "io.frontdesk.knowledge.changed.v1";
}
