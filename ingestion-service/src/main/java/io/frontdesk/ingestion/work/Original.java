package io.frontdesk.ingestion.work;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of a version of a document.
 *
 * @param fileName a hint about its type, where its publisher gave none
 * @param contentType a hint about its type, where its publisher gave none
 */
// Handed on and thrown away; nobody compares them.
@SuppressWarnings("ArrayRecordComponent")
public record Original(
        byte[] content, @Nullable String fileName, @Nullable String contentType) {}
