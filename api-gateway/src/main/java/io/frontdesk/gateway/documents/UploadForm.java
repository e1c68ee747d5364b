package io.frontdesk.gateway.documents;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an upload, for the OpenAPI document: uploads are passed on unread.
 *
 * @param file may stand several times, and makes a document each
 * @param acl a JSON array of labels
 * @param metadata a JSON object of strings
 * @param version the publisher's own number, rising with each change of the document
 */
record UploadForm(
        @Schema(type = SchemaType.STRING, format = "binary") byte[] file,
        @Nullable String title,
        @Nullable String externalId,
        @Nullable String url,
        @Nullable String acl,
        @Nullable String metadata,
        @Nullable Long version) {}
