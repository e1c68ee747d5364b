package io.frontdesk.contracts.index;

/**
 * What the index says to a publication or a removal.
 *
 * @param knowledgeVersion the tenant's knowledge version from which on every search sees the change
 * @param chunks how many chunks of the document are searchable now
 */
public record IndexReceipt(long knowledgeVersion, int chunks) {}
