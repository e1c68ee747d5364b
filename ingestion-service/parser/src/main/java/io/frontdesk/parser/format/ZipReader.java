package io.frontdesk.parser.format;

import io.frontdesk.parser.protocol.FailureReason;
import java.io.IOException;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * ZIP: one document after the other, each below its name. Nothing is ever unpacked to a file, so a name is only a name: a
 * path that leads out of the archive, an absolute one, or one that occurs twice, changes nothing. Links are left out.
 */
public final class ZipReader implements FormatReader {

    /** What one document in an archive may be; outside of one, fewer are taken in. */
    private static final int MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;

    @Override
    public void read(byte[] document, BlockSink sink) throws IOException {
        try (var zip = ZipFile.builder().setByteArray(document).get()) {
            for (var entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                if (!entry.isDirectory() && !entry.isUnixSymlink()) {
                    read(zip, entry, sink);
                }
            }
        }
    }

    private static void read(ZipFile zip, ZipArchiveEntry entry, BlockSink sink) {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            sink.leaveOut(new ParseFailure(FailureReason.ENCRYPTED, "The archive opens with a password only."));
            return;
        }
        byte[] bytes;
        try (var in = zip.getInputStream(entry)) {
            bytes = in.readNBytes(MAX_DOCUMENT_BYTES + 1);
        } catch (IOException e) {
            sink.leaveOut(new ParseFailure(FailureReason.CORRUPT, "The archive is broken.", e));
            return;
        }
        if (bytes.length > MAX_DOCUMENT_BYTES) {
            throw new ParseFailure(
                    FailureReason.TOO_LARGE, "The archive has a file of more than " + MAX_DOCUMENT_BYTES + " bytes.");
        }
        sink.embedded(new EmbeddedDocument(entry.getName(), null, bytes), 1);
    }
}
