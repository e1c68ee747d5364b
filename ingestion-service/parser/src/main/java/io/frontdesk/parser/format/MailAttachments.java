package io.frontdesk.parser.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.xml.sax.ContentHandler;

/** Hands the attachments of an Outlook mail to the sink. */
final class MailAttachments implements EmbeddedDocumentExtractor {

    private final BlockSink sink;
    private final OfficeXhtml mail;

    MailAttachments(BlockSink sink, OfficeXhtml mail) {
        this.sink = sink;
        this.mail = mail;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        return true;
    }

    @Override
    public void parseEmbedded(InputStream in, ContentHandler out, Metadata metadata, boolean outputHtml)
            throws IOException {
        mail.begin();
        sink.embedded(
                new EmbeddedDocument(
                        metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY),
                        metadata.get(Metadata.CONTENT_TYPE),
                        bytes(in)),
                MailParts.ATTACHMENT_LEVEL);
    }

    private static byte[] bytes(InputStream in) throws IOException {
        if (in instanceof TikaInputStream tika && tika.getOpenContainer() instanceof DirectoryEntry directory) {
            try (var container = new POIFSFileSystem()) {
                EntryUtils.copyNodes(directory, container.getRoot());
                var bytes = new ByteArrayOutputStream();
                container.writeFilesystem(bytes);
                return bytes.toByteArray();
            }
        }
        return in.readAllBytes();
    }
}
