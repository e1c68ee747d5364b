package io.frontdesk.parser;

import io.frontdesk.parser.protocol.FailureReason;
import io.frontdesk.parser.protocol.Frames;
import io.frontdesk.parser.protocol.Message;
import io.frontdesk.parser.protocol.ParseReply;
import io.frontdesk.parser.protocol.ParseRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Answers requests one after the other, until there are no more or the program can no longer be trusted. */
final class ParserLoop {

    /** How the loop ended. */
    enum Ending {
        NO_MORE_REQUESTS,
        OUT_OF_MEMORY
    }

    private final Frames frames;
    private final DocumentParser parser;

    ParserLoop(Frames frames, DocumentParser parser) {
        this.frames = frames;
        this.parser = parser;
    }

    /** @throws IOException when either end of the pipe breaks, or what comes in is not the protocol */
    Ending serve(InputStream in, OutputStream out) throws IOException {
        for (var request = next(in); request.isPresent(); request = next(in)) {
            try {
                answer(request.get(), out);
            } catch (OutOfMemoryError e) {
                // What the document took is free again here, which leaves room for these few bytes.
                frames.write(out, tooLarge(request.get().header()));
                return Ending.OUT_OF_MEMORY;
            }
        }
        return Ending.NO_MORE_REQUESTS;
    }

    private Optional<Message<ParseRequest>> next(InputStream in) throws IOException {
        return frames.read(in, ParseRequest.class);
    }

    private void answer(Message<ParseRequest> request, OutputStream out) throws IOException {
        switch (parser.parse(request.header(), request.body())) {
            case Outcome.Parsed parsed -> frames.write(out, parsed.header(), parsed.document());
            case Outcome.Failed failed -> frames.write(out, failed.header());
        }
    }

    private static ParseReply.Failed tooLarge(ParseRequest request) {
        return new ParseReply.Failed(
                request.id(), FailureReason.TOO_LARGE, "The document needs more memory than a parser has.", null);
    }
}
