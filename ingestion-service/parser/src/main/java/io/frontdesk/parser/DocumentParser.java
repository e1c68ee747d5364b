package io.frontdesk.parser;

import static io.frontdesk.parser.protocol.FailureReason.CORRUPT;

import io.frontdesk.parser.detect.TypeDetector;
import io.frontdesk.parser.format.BlockSink;
import io.frontdesk.parser.format.EmbeddedDocument;
import io.frontdesk.parser.format.ParseFailure;
import io.frontdesk.parser.protocol.FailureReason;
import io.frontdesk.parser.protocol.ParseReply;
import io.frontdesk.parser.protocol.ParseRequest;
import io.frontdesk.parser.protocol.ParsedDocument;
import java.io.IOException;
import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;

/** Finds out what a document is and has the reader for it read it. Knows nothing of pipes. Used by one thread. */
final class DocumentParser {

    private static final System.Logger LOG = System.getLogger(DocumentParser.class.getName());

    private static final int MAX_CAUSES = 10;

    private final TypeDetector types = new TypeDetector();
    private final Formats formats;

    DocumentParser() throws IOException {
        this.formats = new Formats();
    }

    /**
     * Parses one document. Whatever it is, it ends in an outcome; only running out of memory comes out as the error that
     * it is, since nothing that this process holds can be trusted to be whole after it.
     */
    Outcome parse(ParseRequest request, byte[] document) {
        MediaType type = null;
        try {
            type = type(document, request.fileName(), request.contentType());
            var sink = new BlockSink(request.maxOutputChars(), new Nesting(this::readEmbedded));
            read(type, document, sink);
            return parsed(request, type, sink);
        } catch (ParseFailure e) {
            if (e.reason() == CORRUPT) {
                LOG.log(System.Logger.Level.ERROR, "request {0}: broken {1}: {2}", request.id(), type, summary(e));
            }
            return failed(request, type, e);
        }
    }

    private void readEmbedded(EmbeddedDocument document, BlockSink sink) {
        read(type(document.bytes(), document.fileName(), document.contentType()), document.bytes(), sink);
    }

    private MediaType type(byte[] document, @Nullable String fileName, @Nullable String contentType) {
        if (document.length == 0) {
            throw new ParseFailure(FailureReason.EMPTY, "The document is empty.");
        }
        ArchiveGuard.admit(document);
        try {
            return types.detect(document, fileName, contentType);
        } catch (IOException | RuntimeException | LinkageError | AssertionError e) {
            throw new ParseFailure(CORRUPT, "The document is broken.", e);
        }
    }

    private void read(MediaType type, byte[] document, BlockSink sink) {
        try {
            formats.reader(type).orElseThrow(() -> noReader(type)).read(document, sink);
        } catch (ParseFailure e) {
            throw e;
        } catch (StackOverflowError e) {
            throw new ParseFailure(CORRUPT, "The document is nested too deeply.", e);
        } catch (IOException | RuntimeException | LinkageError | AssertionError e) {
            throw new ParseFailure(CORRUPT, "The document is broken.", e);
        }
        if (sink.blocks().isEmpty()) {
            throw sink.leftOut().orElseGet(DocumentParser::noText);
        }
    }

    private static ParseFailure noText() {
        return new ParseFailure(FailureReason.NO_TEXT, "The document holds no text; scanned pages are not read.");
    }

    private static ParseFailure noReader(MediaType type) {
        return TypeDetector.PROTECTED_OFFICE.contains(type)
                ? ParseFailure.locked(null)
                : new ParseFailure(FailureReason.UNSUPPORTED_TYPE, "Documents of type " + type + " are not supported.");
    }

    private static Outcome parsed(ParseRequest request, MediaType type, BlockSink sink) {
        var header = new ParseReply.Parsed(
                request.id(),
                type.toString(),
                sink.title().orElse(null),
                sink.language().orElse(null));
        return new Outcome.Parsed(header, new ParsedDocument(sink.blocks()));
    }

    private static Outcome failed(ParseRequest request, @Nullable MediaType type, ParseFailure failure) {
        var contentType = type == null ? null : type.toString();
        return new Outcome.Failed(
                new ParseReply.Failed(request.id(), failure.reason(), failure.explanation(), contentType));
    }

    /** One line for the log, without the messages: libraries quote the document in them. */
    private static String summary(Throwable thrown) {
        var summary = new StringBuilder(thrown.getClass().getSimpleName());
        var root = thrown;
        for (int i = 0; root.getCause() != null && i < MAX_CAUSES; i++) {
            root = root.getCause();
            summary.append(" < ").append(root.getClass().getSimpleName());
        }
        var stack = root.getStackTrace();
        return stack.length == 0
                ? summary.toString()
                : summary.append(" at ").append(stack[0]).toString();
    }
}
