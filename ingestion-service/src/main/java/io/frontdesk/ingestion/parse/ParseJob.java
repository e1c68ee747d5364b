package io.frontdesk.ingestion.parse;

import org.jspecify.annotations.Nullable;

/**
 * A document to parse.
 *
 * @param id for log lines
 * @param fileName a hint about its type
 * @param contentType a hint about its type
 */
// The bytes are handed on and thrown away; nobody compares jobs.
@SuppressWarnings("ArrayRecordComponent")
public record ParseJob(
        String id, @Nullable String fileName, @Nullable String contentType, byte[] content) {}
