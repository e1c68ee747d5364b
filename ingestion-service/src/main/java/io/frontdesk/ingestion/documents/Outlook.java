package io.frontdesk.ingestion.documents;

/**
 * Of a document that waits for its turn.
 *
 * @param ahead how many of the tenant's documents are to be taken before it
 * @param perSecond how many of the tenant's documents came to an end lately, while others waited; 0 where none did
 */
public record Outlook(long ahead, double perSecond) {}
