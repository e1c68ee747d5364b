package io.frontdesk.ingestion.documents;

import io.frontdesk.contracts.documents.DocumentView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document.
 *
 * @param version raised by each replacement and by deletion, from 1
 * @param fingerprint of content and description; the same one again is not a new version. Absent where it would be
 * @param recognised what parsing found out
 * @param chunks how many chunks of it are searched, which may be those of an earlier version
 * @param source the change that it shows; older ones that arrive later change nothing
 */
public record Document(
        UUID tenantId,
        UUID id,
        String externalId,
        long version,
        @Nullable String fingerprint,
        Description description,
        Recognised recognised,
        Lane lane,
        DocumentLife life,
        int chunks,
        long sizeBytes,
        Instant createdAt,
        Instant updatedAt,
        SourceVersion source) {

    private static final int LONGEST_TITLE = 1_000;

    /** What parsing found out about a document. */
    public record Recognised(
            @Nullable String title, @Nullable String contentType) {
        static final Recognised NOTHING = new Recognised(null, null);
    }

    /** The title as given, else as parsed, else the file's name, else the publisher's id. */
    public String title() {
        return firstOf(description.title(), recognised.title(), description.fileName(), externalId);
    }

    /** The next version, with new content. */
    public Document replace(
            SourceVersion newSource,
            String newFingerprint,
            Description newDescription,
            Lane newLane,
            long newSizeBytes,
            Instant now) {
        return new Document(
                tenantId,
                id,
                externalId,
                version + 1,
                newFingerprint,
                newDescription,
                Recognised.NOTHING,
                newLane,
                life.replace(),
                chunks,
                newSizeBytes,
                version == 0 ? now : createdAt,
                now,
                newSource);
    }

    /** The content of a version that waited for it. */
    public Document receive(long bytes) {
        return with(bytes, source);
    }

    /** The next version is none: what is under way for an earlier one is outdated, and the index is to forget it. */
    public Document beginDeletion(SourceVersion newSource, Instant now) {
        return with(version + 1, null, recognised, life, chunks, now).confirm(newSource);
    }

    /** Deleted, of which nobody has seen any version. */
    public Document neverWas(SourceVersion newSource, Instant now) {
        return forget(now).confirm(newSource);
    }

    /** The same version, as of a later change. */
    public Document confirm(SourceVersion newSource) {
        return with(sizeBytes, newSource);
    }

    /** The next step of its life. */
    public Document step(DocumentLife next, Instant now) {
        int searched = next instanceof DocumentLife.Indexed indexed ? indexed.chunks() : chunks;
        return with(version, fingerprint, recognised, next, searched, now);
    }

    /** Deleted, and with it what was known of it. */
    public Document forget(Instant now) {
        return new Document(
                tenantId,
                id,
                externalId,
                version,
                null,
                Description.NONE,
                Recognised.NOTHING,
                lane,
                life.delete(),
                0,
                0,
                createdAt,
                now,
                source);
    }

    /** What parsing found out; a title of pages is cut short. */
    public Document recognise(@Nullable String title, @Nullable String contentType) {
        String fit = title == null || title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
        return with(version, fingerprint, new Recognised(fit, contentType), life, chunks, updatedAt);
    }

    /** Lets the same content, sent again, be a new version. */
    public Document forgetFingerprint() {
        return with(version, null, recognised, life, chunks, updatedAt);
    }

    /** As callers see it, without progress. */
    public DocumentView view() {
        return new DocumentView(
                id,
                externalId,
                title(),
                recognised.contentType() != null ? recognised.contentType() : description.contentType(),
                description.url(),
                life.state(),
                reason(),
                version,
                chunks,
                sizeBytes,
                description.metadata(),
                description.acl(),
                createdAt,
                updatedAt,
                null,
                null);
    }

    /** Why it failed, where it did. */
    public @Nullable String reason() {
        return life instanceof DocumentLife.Failed failed ? failed.failure().reason() : null;
    }

    private Document with(long bytes, SourceVersion newSource) {
        return new Document(
                tenantId,
                id,
                externalId,
                version,
                fingerprint,
                description,
                recognised,
                lane,
                life,
                chunks,
                bytes,
                createdAt,
                updatedAt,
                newSource);
    }

    private Document with(
            long newVersion,
            @Nullable String newFingerprint,
            Recognised newRecognised,
            DocumentLife newLife,
            int newChunks,
            Instant now) {
        return new Document(
                tenantId,
                id,
                externalId,
                newVersion,
                newFingerprint,
                description,
                newRecognised,
                lane,
                newLife,
                newChunks,
                sizeBytes,
                createdAt,
                now,
                source);
    }

    private static String firstOf(
            @Nullable String given, @Nullable String parsed, @Nullable String fileName, String externalId) {
        if (given != null) {
            return given;
        }
        if (parsed != null) {
            return parsed;
        }
        return fileName != null ? fileName : externalId;
    }
}
