package io.frontdesk.parser;

import static io.frontdesk.parser.protocol.FailureReason.CORRUPT;
import static io.frontdesk.parser.protocol.FailureReason.TOO_LARGE;

import io.frontdesk.parser.format.ParseFailure;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Refuses ZIP archives that unfold beyond measure, before any reader unfolds them: archives themselves and all documents
 * that are archives inside. Everything is inflated once, into nothing, and counted; what headers say of sizes is not
 * believed. Entries that share bytes (David Fifield, "A better zip bomb", WOOT 2019) and bytes that the directory does not
 * name are refused as well, since readers that go from one local header to the next would see something else than this
 * guard does.
 */
final class ArchiveGuard {

    /** What all entries may be together. */
    static final long MAX_BYTES = 256L * 1024 * 1024;

    /** What the archive may grow by; markup of sheets grows by 20 or 30. */
    static final int MAX_RATIO = 100;

    /** Small archives may grow by more: they are no danger. */
    static final long HARMLESS_BYTES = 16L * 1024 * 1024;

    static final int MAX_ENTRIES = 10_000;

    /** What may belong to no entry: padding, a comment. */
    private static final int MAX_UNNAMED_BYTES = 128 * 1024;

    /** APPNOTE.TXT, section 4.3.12: the fixed part of an entry in the directory. */
    private static final int DIRECTORY_RECORD_BYTES = 46;

    /** APPNOTE.TXT, section 4.3.9: sizes that stand behind an entry. */
    private static final int MAX_DESCRIPTOR_BYTES = 24;

    /** The end of the directory, with the longest comment. */
    private static final int DIRECTORY_END_BYTES = 22 + 0xFFFF;

    private ArchiveGuard() {}

    /**
     * Lets pass what is no archive, and archives of measure.
     *
     * @throws ParseFailure {@code TOO_LARGE} for one that unfolds too far, {@code CORRUPT} for one that is not put together
     *     as archives are
     */
    static void admit(byte[] document) {
        boolean beginsAsArchive = isSignature(document, 0, 3, 4) || isSignature(document, 0, 5, 6);
        if (!beginsAsArchive && !hasDirectory(document)) {
            return;
        }
        try (var zip = ZipFile.builder().setByteArray(document).get()) {
            var entries = Collections.list(zip.getEntriesInPhysicalOrder());
            if (beginsAsArchive) {
                requireInOrder(entries, document.length);
            }
            requireMeasure(zip, entries, document.length);
        } catch (ParseFailure e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Without a directory it is no archive to most readers, and one without end to those that need none.
            // Documents
            // of other kinds may hold an archive at their end, in pieces.
            if (beginsAsArchive) {
                throw new ParseFailure(CORRUPT, "The archive is broken.", e);
            }
        }
    }

    private static void requireInOrder(List<ZipArchiveEntry> entries, int length) {
        long end = 0;
        long named = 0;
        for (var entry : entries) {
            long start = entry.getLocalHeaderOffset();
            if (start < end) {
                throw new ParseFailure(CORRUPT, "Entries of the archive overlap.");
            }
            end = entry.getDataOffset() + entry.getCompressedSize();
            named += end - start + directoryBytes(entry);
        }
        if (length - named > MAX_UNNAMED_BYTES) {
            throw new ParseFailure(CORRUPT, "The archive holds what its directory does not name.");
        }
    }

    private static long directoryBytes(ZipArchiveEntry entry) {
        return (long) DIRECTORY_RECORD_BYTES
                + MAX_DESCRIPTOR_BYTES
                + entry.getRawName().length
                + entry.getCentralDirectoryExtra().length;
    }

    private static void requireMeasure(ZipFile zip, List<ZipArchiveEntry> entries, int length) {
        if (entries.size() > MAX_ENTRIES) {
            throw new ParseFailure(TOO_LARGE, "The archive has more than " + MAX_ENTRIES + " entries.");
        }
        long max = Math.min(MAX_BYTES, Math.max(HARMLESS_BYTES, (long) length * MAX_RATIO));
        byte[] nothing = new byte[64 * 1024];
        long total = 0;
        for (var entry : entries) {
            if (!zip.canReadEntryData(entry)) {
                continue; // encrypted: no reader unfolds it either
            }
            try (var in = zip.getInputStream(entry)) {
                for (int read = in.read(nothing); read >= 0; read = in.read(nothing)) {
                    total += read;
                    if (total > max) {
                        throw new ParseFailure(TOO_LARGE, "The archive unfolds beyond all measure.");
                    }
                }
            } catch (IOException brokenEntry) {
                // The reader's matter: others may be whole. What came of it has been counted.
            }
        }
    }

    private static boolean hasDirectory(byte[] document) {
        for (int i = document.length - 22; i >= 0 && i >= document.length - DIRECTORY_END_BYTES; i--) {
            if (isSignature(document, i, 5, 6)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSignature(byte[] document, int at, int third, int fourth) {
        return document.length >= at + 4
                && document[at] == 'P'
                && document[at + 1] == 'K'
                && document[at + 2] == third
                && document[at + 3] == fourth;
    }
}
